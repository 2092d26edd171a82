import type { AdviceText, GeneralAdvice } from '../../../../platform/import/advice/advice-texts.js';

/** What to do about a value of a file of professionals, whatever form the file has. */
export const adviceTexts = {
  KEY: {
    nl: 'Gebruik ten hoogste {longestKey} tekens, en geen onzichtbare.',
    en: 'Use at most {longestKey} characters, and no invisible ones.',
  },
  NAME: {
    nl: 'Gebruik 1 tot {longest} tekens, en geen onzichtbare.',
    en: 'Use 1 to {longest} characters, and no invisible ones.',
  },
  REGISTER: {
    nl: 'Noem het register van het nummer: SKJ of BIG.',
    en: 'Name the register of the number: SKJ or BIG.',
  },
  REGISTRATION_NUMBER: {
    nl: 'Gebruik 1 tot {longestNumber} tekens, en geen onzichtbare.',
    en: 'Use 1 to {longestNumber} characters, and no invisible ones.',
  },
  EXPERTISE: {
    nl: 'Noem elk onderwerp eenmaal met het niveau, zoals "trauma: specialist; autisme: ervaren". Onderwerpen: {expertise}. Niveaus: {levels}.',
    en: 'Name each subject once with the level, such as "trauma: specialist; autism: experienced". Subjects: {expertise}. Levels: {levels}.',
  },
  EXPERIENCE: {
    nl: 'Noem alleen wat iemand heeft meegemaakt, nooit een diagnose, met ; ertussen: {experience}.',
    en: 'Name only what somebody went through, never a diagnosis, with ; between: {experience}.',
  },
  MUNICIPALITY: {
    nl: 'Noem gemeenten bij hun naam of CBS-code, met ; ertussen, zoals "Lelystad; Almere".',
    en: 'Name municipalities by their name or CBS code, with ; between, such as "Lelystad; Almere".',
  },
  LANGUAGE: {
    nl: 'Noem talen bij hun naam of code, met ; ertussen, zoals "Nederlands; Turks" of "nl; tr".',
    en: 'Name languages by their Dutch name or tag, with ; between, such as "Nederlands; Turks" or "nl; tr".',
  },
  PHONE: {
    nl: 'Geef het telefoonnummer van het werk, zoals 0320-000101 of +31320000101.',
    en: 'Give the telephone number at work, such as +31320000101.',
  },
  EMAIL: {
    nl: 'Geef het e-mailadres van het werk, zoals naam@organisatie.nl.',
    en: 'Give the e-mail address at work, such as name@organisation.nl.',
  },
  YES_NO: {
    nl: 'Vul ja of nee in.',
    en: 'Say yes or no: ja, nee, true or false.',
  },
  LEFT_ON: {
    nl: 'Vul een dag in tot en met vandaag, zoals 28-11-2026. Wie later weggaat, geeft u op die dag op.',
    en: 'Give a day up to today, such as 28-11-2026. Tell of who leaves later on that day.',
  },
  PROFESSIONAL_KEY_REPEATED: {
    nl: 'Deze sleutel staat in regel {first} en opnieuw in regel {row}. Regel {row} wordt niet overgenomen. Houd van iedere medewerker een regel over.',
    en: 'This key stands in row {first} and again in row {row}. Row {row} is not taken. Keep one row of each professional.',
  },
} as const satisfies Record<string, AdviceText>;

/** The same for who fills in a sheet: it speaks of cells and rows. */
export const sheetTexts = {
  KEY_MISSING: {
    nl: 'Dit vak is leeg. Vul uw eigen kenmerk van deze medewerker in, dat hetzelfde blijft. Is dit een totaalregel? Haal hem dan weg.',
    en: 'This cell is empty. Fill in your own key of this professional, which stays the same. If this is a row of totals, remove it.',
  },
  PROFESSIONAL_KEY_UNKNOWN: {
    nl: 'Uw organisatie heeft geen medewerker met deze sleutel, of deze is al uit dienst. Controleer de sleutel of haal de regel weg.',
    en: 'Your organisation has no professional with this key, or they left before. Check the key or remove the row.',
  },
  PRIVATE_CONTACT: {
    nl: 'Dit adres is van een aanbieder van privémail. Vul het werkadres in, of laat het vak leeg.',
    en: 'This address is of a provider of private mail. Fill in the address at work, or leave the cell empty.',
  },
  CONTAINS_PERSONAL_DATA: {
    nl: 'Hier staat een naam, een adres of een geboortedatum. Vul alleen de functie in.',
    en: 'There is a name, an address or a birth date here. Fill in the function only.',
  },
} as const satisfies Record<string, AdviceText>;

/** What can be wrong with a value as it is read. */
export type ProfessionalAdvice = GeneralAdvice | keyof typeof adviceTexts | keyof typeof sheetTexts;
