import type { AdviceText, GeneralAdvice } from '../../../../platform/import/advice/advice-texts.js';

/** What to do about a value of a file of figures, whatever form the file has. */
export const adviceTexts = {
  STATUS: {
    nl: 'Kies een van deze: {statuses}.',
    en: 'Choose one of these: {statuses}.',
  },
  UNIT: {
    nl: 'Kies een van deze: {units}.',
    en: 'Choose one of these: {units}.',
  },
  NOTE: {
    nl: 'Gebruik ten hoogste {longest} tekens, en geen onzichtbare.',
    en: 'Use at most {longest} characters, and no invisible ones.',
  },
  HSDS_OBJECT: {
    nl: 'Geef een object van HSDS, zoals een service met capacities.',
    en: 'Give an object of HSDS, such as a service with capacities.',
  },
  HSDS_SERVICE: {
    nl: 'Geef de id van een service.',
    en: 'Give the id of a service.',
  },
  HSDS_INSTANT: {
    nl: 'Geef een moment zoals 2026-11-28T09:00:00Z.',
    en: 'Give an instant such as 2026-11-28T09:00:00Z.',
  },
  HSDS_UNIT: {
    nl: 'Noem een eenheid die de hub kent: bed, place, hour, dagdeel, traject of family.',
    en: 'Name a unit that the hub knows: bed, place, hour, dagdeel, traject or family.',
  },
  UNIT_DIFFERS: {
    nl: 'Dit aanbod telt in een andere eenheid: {expected}. Tel daarin.',
    en: 'This offer counts in another unit: {expected}. Count in that.',
  },
  STATUS_CONTRADICTS_AVAILABLE: {
    nl: 'De status past niet bij dit getal: bij "{hasCapacity}" is ten minste 1 vrij, en wie geen plaats heeft vult 0 in.',
    en: 'The status contradicts this number: with "{hasCapacity}" at least 1 is free, and who has none says 0.',
  },
} as const satisfies Record<string, AdviceText>;

/** The same for who fills in a sheet: it speaks of cells and columns. */
export const sheetTexts = {
  KEY_MISSING: {
    nl: 'Dit vak is leeg. Vul de sleutel uit het invulblad in (eerste kolom). Is dit een totaalregel? Haal hem dan weg.',
    en: 'This cell is empty. Fill in the key of the template (first column). If this is a row of totals, remove it.',
  },
  OFFER_KEY_UNKNOWN: {
    nl: 'Uw organisatie heeft geen aanbod met deze sleutel. Gebruik de sleutel uit het invulblad (eerste kolom). Is dit een totaalregel? Haal hem dan weg.',
    en: 'Your organisation has no offer with this key. Use the key of the template (first column). If this is a row of totals, remove it.',
  },
  OFFER_KEY_RETIRED: {
    nl: 'Dit aanbod is beëindigd. Haal de regel weg, of meld het aanbod opnieuw aan.',
    en: 'This offer is retired. Remove the row, or register the offer again.',
  },
  IMPORT_OFFER_TOO_OFTEN: {
    nl: 'Dit aanbod staat al in {limit} regels van dit bestand. Houd van ieder aanbod de laatste over, of verdeel het bestand.',
    en: 'This offer stands in {limit} rows of this file already. Keep the last of each offer, or split the file.',
  },
  AVAILABLE_ABOVE_MAXIMUM: {
    nl: 'Er is meer vrij dan het aanbod groot is. Verlaag dit getal of verhoog het maximum.',
    en: 'More is free than the offer is large. Lower this number or raise the maximum.',
  },
  AS_OF_AHEAD: {
    nl: 'Deze datum ligt in de toekomst. Vul de dag van vandaag in of laat het vak leeg.',
    en: 'This date lies in the future. Fill in the day of today or leave the cell empty.',
  },
  AS_OF_OUTDATED: {
    nl: 'De hub kent al een nieuwer cijfer. Is dit het cijfer van nu? Laat peildatum leeg of zet de tijd erbij: een dag zonder tijd telt vanaf het begin van die dag.',
    en: 'The hub knows a newer figure. If this is the figure of now, leave peildatum empty or add the time: a day without one counts from its beginning.',
  },
  SEQUENCE_OUTDATED: {
    nl: 'De hub kent al een melding met dit of een hoger volgnummer. Laat het vak leeg of vul een hoger nummer in.',
    en: 'The hub knows a report with this or a higher sequence. Leave the cell empty or fill in a higher one.',
  },
  CONTAINS_PERSONAL_DATA: {
    nl: 'Hier staat een naam, een adres of een geboortedatum. De hub bewaart die niet: haal het weg.',
    en: 'There is a name, an address or a birth date here. The hub keeps none: remove it.',
  },
} as const satisfies Record<string, AdviceText>;

/** What can be wrong with a figure as it is read. */
export type FigureAdvice = GeneralAdvice | keyof typeof adviceTexts | keyof typeof sheetTexts;
