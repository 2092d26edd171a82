import type { ErrorText } from './error-text.js';

/** Errors about what a request asks. */
export const inputErrorTexts = {
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
    nl: 'Geef met "idempotencyKey" een eigen kenmerk mee van 1 tot 200 tekens zonder spaties; bij een bestand met de header idempotency-key, tot 180 tekens.',
    en: 'Send a key of your own with "idempotencyKey": 1 to 200 characters without spaces; with a file in the header idempotency-key, up to 180.',
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
  CONTAINS_PERSONAL_DATA: {
    status: 400,
    nl: 'In "{field}" staat een naam, een adres of een geboortedatum. De hub bewaart die niet: schrijf bijvoorbeeld "het kind" of "de moeder".',
    en: 'There is a name, an address or a birth date in "{field}". The hub keeps none: write for instance "the child" or "the mother".',
  },
  TOO_MANY_ROWS: {
    status: 400,
    nl: 'In "{field}" passen ten hoogste {limit} regels, en ten minste 1. Verdeel ze over meer verzoeken.',
    en: 'At most {limit} rows fit in "{field}", and at least 1. Spread them over more requests.',
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
    nl: 'Hier worden alleen geregistreerde bewerkingen uitgevoerd. Noem er een van u met "documentId"; GET /operations geeft de lijst.',
    en: 'Only registered operations are run here. Name one of yours with "documentId"; GET /operations lists them.',
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
} as const satisfies Record<string, ErrorText>;
