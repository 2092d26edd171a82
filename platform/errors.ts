import { GraphQLError } from 'graphql';
import { requestErrorTexts, type ErrorText } from './request-errors.js';

/** The languages in which the hub speaks to people. Dutch unless English is asked for. */
export type Language = 'nl' | 'en';

/** Every error a client can see: its code, and in both languages what to do next. `{name}` is filled from the parameters. */
export const errorTexts = {
  ...requestErrorTexts,
  UNAUTHENTICATED: {
    status: 401,
    nl: 'Meld u aan: stuur een geldig toegangstoken mee als "Authorization: Bearer".',
    en: 'Sign in: send a valid access token as "Authorization: Bearer".',
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    nl: 'Uw toegangstoken kan nu niet gecontroleerd worden. Probeer het over enkele seconden opnieuw.',
    en: 'Your access token cannot be checked now. Try again in a few seconds.',
  },
  FORBIDDEN: {
    status: 403,
    nl: 'Uw rol geeft hier geen recht op. Vraag uw beheerder om een passende rol.',
    en: 'Your role does not allow this. Ask your administrator for a role that does.',
  },
  NOT_FOUND: {
    status: 404,
    nl: 'Niet gevonden. Controleer het kenmerk.',
    en: 'Not found. Check the identifier.',
  },
  BAD_USER_INPUT: {
    status: 400,
    nl: 'De waarde van "{field}" is niet geldig: {expected}.',
    en: 'The value of "{field}" is not valid: {expected}.',
  },
  UNKNOWN_MUNICIPALITY: {
    status: 400,
    nl: 'De gemeentecode in "{field}" bestaat niet. Gebruik de vier cijfers van het CBS, zoals 0995.',
    en: 'The municipality code in "{field}" does not exist. Use the four digits of Statistics Netherlands, such as 0995.',
  },
  UNKNOWN_POSTCODE: {
    status: 400,
    nl: 'De postcode in "{field}" bestaat niet. Gebruik de vier cijfers, zoals 8232.',
    en: 'The postcode in "{field}" does not exist. Use the four digits, such as 8232.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    nl: 'Geef met "idempotencyKey" een eigen kenmerk mee van 1 tot 200 tekens zonder spaties.',
    en: 'Send a key of your own with "idempotencyKey": 1 to 200 characters without spaces.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    nl: 'Dit "idempotencyKey" is al gebruikt voor een ander verzoek. Gebruik voor elk verzoek een nieuw kenmerk.',
    en: 'This "idempotencyKey" was used for another request. Use a new key for each request.',
  },
  CONTAINS_BSN: {
    status: 400,
    nl: 'In "{field}" staat een nummer dat een BSN kan zijn. De hub bewaart geen BSN: haal het weg.',
    en: 'There is a number in "{field}" that may be a citizen service number (BSN). The hub keeps none: remove it.',
  },
  TOO_MANY_ROWS: {
    status: 400,
    nl: 'In "{field}" passen ten hoogste {limit} regels, en ten minste 1. Verdeel ze over meer verzoeken.',
    en: 'At most {limit} rows fit in "{field}", and at least 1. Spread them over more requests.',
  },
  OFFER_KEY_UNKNOWN: {
    status: 404,
    nl: 'Uw organisatie heeft geen aanbod met de sleutel in "{field}". Controleer de sleutel of meld het aanbod eerst aan.',
    en: 'Your organisation has no offer with the key in "{field}". Check the key or register the offer first.',
  },
  OFFER_KEY_RETIRED: {
    status: 409,
    nl: 'Het aanbod met de sleutel in "{field}" is beëindigd. Meld het opnieuw aan of laat het weg.',
    en: 'The offer with the key in "{field}" is retired. Register it again or leave it out.',
  },
  OFFER_KEY_REPEATED: {
    status: 400,
    nl: 'De sleutel in "{field}" staat meer dan eens in dit verzoek. Stuur ieder aanbod eenmaal.',
    en: 'The key in "{field}" stands more than once in this request. Send each offer once.',
  },
  OFFER_HELD: {
    status: 409,
    nl: 'Van het aanbod in "{field}" zijn plaatsen gereserveerd. Beantwoord die reserveringen eerst, of wacht tot ze verlopen.',
    en: 'Places of the offer in "{field}" are held. Answer those holds first, or wait until they lapse.',
  },
  SITE_KEY_UNKNOWN: {
    status: 404,
    nl: 'Uw organisatie heeft geen locatie met de sleutel in "{field}". Geef ook gemeente en postcode mee om haar aan te melden.',
    en: 'Your organisation has no site with the key in "{field}". Send its municipality and postcode as well to register it.',
  },
  UNIT_FIXED: {
    status: 409,
    nl: 'Van dit aanbod zijn al cijfers gemeld, daarom ligt de eenheid in "{field}" vast. Meld nieuw aanbod aan met een andere sleutel.',
    en: 'Figures of this offer were reported, so the unit in "{field}" is fixed. Register a new offer under another key.',
  },
  UNIT_DIFFERS: {
    status: 400,
    nl: 'De eenheid in "{field}" is niet die van het aanbod: {expected}.',
    en: 'The unit in "{field}" is not that of the offer: {expected}.',
  },
  AVAILABLE_ABOVE_MAXIMUM: {
    status: 400,
    nl: 'In "{field}" is meer vrij dan het aanbod groot is. Verlaag het of verhoog "maximum".',
    en: 'More is free in "{field}" than the offer is large. Lower it or raise "maximum".',
  },
  STATUS_CONTRADICTS_AVAILABLE: {
    status: 400,
    nl: 'De status past niet bij "{field}": HAS_CAPACITY vraagt ten minste 1 vrij, en wie geen plaats heeft meldt 0.',
    en: 'The status contradicts "{field}": HAS_CAPACITY needs at least 1 free, and who has none reports 0.',
  },
  AS_OF_AHEAD: {
    status: 400,
    nl: 'Het moment in "{field}" ligt meer dan vijf minuten vooruit. Zet de klok van uw systeem gelijk.',
    en: 'The moment in "{field}" lies more than five minutes ahead. Set the clock of your system.',
  },
  SEQUENCE_OUTDATED: {
    status: 409,
    nl: 'De hub kent al een melding met dit of een hoger volgnummer dan in "{field}". Geef een nieuwe melding een hoger nummer.',
    en: 'The hub knows a report with this or a higher sequence than in "{field}". Give a new report a higher one.',
  },
  AS_OF_OUTDATED: {
    status: 409,
    nl: 'De hub kent van dit aanbod al een nieuwer cijfer dan van het moment in "{field}". Meld het cijfer van nu.',
    en: 'The hub knows a newer figure of this offer than of the moment in "{field}". Report the figure of now.',
  },
  OTHER_ROWS_REFUSED: {
    status: 409,
    nl: 'Deze regel is in orde, maar niet opgeslagen: alles of niets was gevraagd en een andere regel kon niet. Verbeter die en stuur alles opnieuw.',
    en: 'This row is fine but was not stored: all or nothing was asked, and another row could not be. Mend that one and send all again.',
  },
  IMPORT_FILE_UNKNOWN: {
    status: 415,
    nl: 'Dit is geen CSV, NDJSON of XLSX. Sla het bestand op als .xlsx of als CSV en stuur het zelf, niet als formulier.',
    en: 'This is not CSV, NDJSON or XLSX. Save the file as .xlsx or as CSV and send it by itself, not as a form.',
  },
  IMPORT_FILE_EMPTY: {
    status: 400,
    nl: 'In dit bestand staan geen regels. Zet op de eerste regel de namen van de kolommen en daaronder de cijfers.',
    en: 'There are no rows in this file. Put the names of the columns on the first line and the figures below it.',
  },
  IMPORT_FILE_BROKEN: {
    status: 400,
    nl: 'Dit XLSX-bestand is beschadigd of niet volledig. Sla het opnieuw op en stuur het nog eens.',
    en: 'This XLSX file is damaged or incomplete. Save it again and send it once more.',
  },
  IMPORT_FILE_TOO_LARGE: {
    status: 413,
    nl: 'Er passen ten hoogste {rows} regels en {columns} kolommen in een bestand. Verdeel het, en wis lege opmaak eromheen.',
    en: 'At most {rows} rows and {columns} columns fit in a file. Split it, and clear empty formatting around the figures.',
  },
  IMPORT_ENCODING_UNKNOWN: {
    status: 400,
    nl: 'De letters van dit bestand zijn niet te lezen. Sla het op als "CSV UTF-8".',
    en: 'The letters of this file cannot be read. Save it as "CSV UTF-8".',
  },
  IMPORT_LINE_UNREADABLE: {
    status: 400,
    nl: 'Regel {row} is niet te lezen: een aanhalingsteken is niet gesloten, de regel is te lang of geen JSON. Herstel hem en stuur het bestand opnieuw.',
    en: 'Row {row} cannot be read: a quote is not closed, the line is too long or no JSON. Mend it and send the file again.',
  },
  IMPORT_COLUMNS_MISSING: {
    status: 400,
    nl: 'Deze kolommen ontbreken: {columns}. Zet hun namen op de eerste regel; npm run template maakt een voorbeeld.',
    en: 'These columns are missing: {columns}. Put their names on the first line; npm run template makes an example.',
  },
  IMPORT_COLUMNS_REPEATED: {
    status: 400,
    nl: 'Deze kolommen staan er meer dan eens: {columns}. Laat van elk een staan.',
    en: 'These columns are there more than once: {columns}. Leave one of each.',
  },
  IMPORT_COLUMNS_IGNORED: {
    status: 200,
    nl: 'Deze kolommen zijn niet gelezen: {columns}. Horen ze erbij, geef ze dan een naam uit docs/publishing.md.',
    en: 'These columns were not read: {columns}. If they matter, give them a name of docs/publishing.md.',
  },
  NO_PLACE_LEFT: {
    status: 409,
    nl: 'Er is niet genoeg meer vrij bij dit aanbod. Zoek opnieuw, of zet de casus op de wachtlijst.',
    en: 'Not enough is left of this offer. Search again, or put the case on the waiting list.',
  },
  FIGURE_STALE: {
    status: 409,
    nl: 'Het cijfer van dit aanbod is verouderd of onbekend. Bel de aanbieder en geef met "confirmedByPhone" aan wie u sprak en wanneer.',
    en: 'The figure of this offer is stale or unknown. Phone the provider and tell with "confirmedByPhone" whom you spoke and when.',
  },
  INTAKE_CLOSED: {
    status: 409,
    nl: 'Dit aanbod neemt nu niemand aan (opnamestop). Kies ander aanbod of wacht tot het weer open is.',
    en: 'This offer takes nobody in at the moment. Choose another offer or wait until it is open again.',
  },
  OFFER_RETIRED: {
    status: 409,
    nl: 'Dit aanbod bestaat niet meer. Zoek opnieuw.',
    en: 'This offer no longer exists. Search again.',
  },
  CASE_CLOSED: {
    status: 409,
    nl: 'Deze casus is gesloten. Heropen de casus of kies een andere.',
    en: 'This case is closed. Reopen it or choose another.',
  },
  STATE_CONFLICT: {
    status: 409,
    nl: 'Dit kan niet meer: de stand is nu {state}. Ververs het overzicht.',
    en: 'This is not possible any more: the state is now {state}. Refresh your view.',
  },
  ALREADY_HELD: {
    status: 409,
    nl: 'Voor deze casus loopt al een reservering bij dit aanbod. Gebruik die, of geef haar eerst vrij.',
    en: 'There is a hold of this offer for this case already. Use it, or release it first.',
  },
  PLACES_NOT_HELD: {
    status: 409,
    nl: 'Er is niets gereserveerd, want "{field}" kan niet: {reason}. Kies daarvoor ander aanbod en probeer het opnieuw.',
    en: 'Nothing is held, because "{field}" cannot be: {reason}. Choose another offer for it and try again.',
  },
  ALREADY_WAITING: {
    status: 409,
    nl: 'Deze casus staat al op de wachtlijst van dit aanbod. Haal haar er eerst af om iets te wijzigen.',
    en: 'This case is on the waiting list of this offer already. Take it off first to change anything.',
  },
  URL_NOT_ALLOWED: {
    status: 400,
    nl: 'Naar dit adres kan de hub niets sturen. Geef een https-adres op een openbare server, poort 443 of 8443, zonder gebruikersnaam.',
    en: 'The hub cannot send anything to this address. Give an https address on a public server, port 443 or 8443, without a user name.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 409,
    nl: 'Uw organisatie heeft al {limit} abonnementen. Zeg er eerst een op.',
    en: 'Your organisation has {limit} subscriptions already. End one first.',
  },
  MAIL_OFF: {
    status: 409,
    nl: 'Deze hub verstuurt geen mail. Kijk in de lijst van berichten.',
    en: 'This hub sends no mail. Look at the list of notices.',
  },
  CODE_JUST_SENT: {
    status: 409,
    nl: 'Er is net een code gestuurd. Kijk in uw mail, of vraag na vijf minuten een nieuwe.',
    en: 'A code was sent just now. Look at your mail, or ask for a new one after five minutes.',
  },
  CODE_INVALID: {
    status: 400,
    nl: 'Deze code klopt niet of is verlopen. Neem haar over uit de laatste mail, of vraag een nieuwe.',
    en: 'This code is wrong or expired. Copy it from the last mail, or ask for a new one.',
  },
  CURSOR_INVALID: {
    status: 400,
    nl: 'De meegegeven cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.',
    en: 'The given cursor does not belong to this list. Start again without a cursor.',
  },
  CURSOR_EXPIRED: {
    status: 410,
    nl: 'De gebeurtenissen na deze cursor worden niet meer bewaard. Haal alles opnieuw op en begin met "from: NOW".',
    en: 'The events after this cursor are no longer kept. Fetch everything anew and begin with "from: NOW".',
  },
  PAGE_TOO_LARGE: {
    status: 400,
    nl: 'Vraag ten minste 1 en ten hoogste {limit} regels tegelijk met "first".',
    en: 'Ask for at least 1 and at most {limit} rows at a time with "first".',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 404,
    nl: 'Bij dit "documentId" hoort geen geregistreerde bewerking. Zoek het kenmerk op met GET /operations.',
    en: 'No registered operation has this "documentId". Look the identifier up with GET /operations.',
  },
  OPERATION_NOT_REGISTERED: {
    status: 403,
    nl: 'Systemen voeren hier alleen geregistreerde bewerkingen uit. Noem er een met "documentId"; GET /operations geeft de lijst.',
    en: 'Systems may run registered operations only. Name one with "documentId"; GET /operations lists them.',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    nl: 'De vraag is te groot ({measure}). Vraag minder tegelijk.',
    en: 'The query is too large ({measure}). Ask for less at a time.',
  },
  EXPORT_NOT_ACCEPTABLE: {
    status: 406,
    nl: 'Deze export is er als {types}. Vraag daarom met "Accept" of met "format".',
    en: 'This export comes as {types}. Ask for it with "Accept" or with "format".',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    nl: 'De gegevens zijn nu niet bereikbaar. Probeer het over enkele seconden opnieuw.',
    en: 'The data cannot be reached now. Try again in a few seconds.',
  },
  ANSWER_INCOMPLETE: {
    status: 200,
    nl: 'Een verplicht gegeven ontbrak, daarom is dit deel van het antwoord leeg.',
    en: 'A required value was missing, so this part of the answer is empty.',
  },
  DEADLINE_EXCEEDED: {
    status: 503,
    nl: 'Het antwoord duurde te lang. Vraag minder tegelijk of probeer het opnieuw.',
    en: 'The answer took too long. Ask for less at a time or try again.',
  },
  OVERLOADED: {
    status: 503,
    nl: 'De hub is nu te druk of gaat dicht. Probeer het over enkele seconden opnieuw.',
    en: 'The hub is too busy or closing. Try again in a few seconds.',
  },
  INTERNAL: {
    status: 500,
    nl: 'Er ging iets mis in de hub. Meld het kenmerk van dit verzoek aan de beheerder.',
    en: 'Something went wrong in the hub. Report the id of this request to the operator.',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorTexts;

/** Values that a message may name: limits, names of fields and subgraphs. Never a value that the client sent. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTexts, code);
}

/** The message of an error in the reader's language, its parameters filled in. */
export function errorMessage(code: ErrorCode, language: Language, parameters: ErrorParameters = {}): string {
  return errorTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '…'));
}

/** The only error that leaves a subgraph or the gateway with its message: a code from the table above and its parameters. */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}) {
    super(errorMessage(code, 'nl', parameters), { extensions: { code, ...parameters } });
    this.name = 'HubError';
    this.code = code;
    this.parameters = parameters;
  }
}
