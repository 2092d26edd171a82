import type { ErrorText } from './error-text.js';

/** What can be wrong with a request as such, before what it asks is looked at, and with the parts that answer it. */
export const requestErrorTexts = {
  BAD_REQUEST: {
    status: 400,
    nl: 'Het verzoek is geen geldig GraphQL-verzoek. Stuur JSON met "query" en "variables".',
    en: 'The request is not a valid GraphQL request. Send JSON with "query" and "variables".',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    nl: 'De vraag is geen geldig GraphQL-document.',
    en: 'The query is not a valid GraphQL document.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    nl: 'De vraag past niet bij het schema. Vergelijk haar met /schema.graphql.',
    en: 'The query does not fit the schema. Compare it with /schema.graphql.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    nl: 'Noem met "operationName" welke bewerking uitgevoerd moet worden.',
    en: 'Name the operation to run with "operationName".',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    nl: 'Het verzoek is groter dan {limit} bytes. Verdeel het.',
    en: 'The request is larger than {limit} bytes. Split it.',
  },
  UNKNOWN_ADDRESS: {
    status: 404,
    nl: 'Dit adres bestaat niet. GraphQL-verzoeken gaan naar /graphql.',
    en: 'This address does not exist. GraphQL requests go to /graphql.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    nl: 'Deze methode kan hier niet. Gebruik {allowed}.',
    en: 'This method cannot be used here. Use {allowed}.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    nl: 'Het antwoord is er alleen als application/json of application/graphql-response+json. Vraag daarom met "Accept".',
    en: 'The answer comes as application/json or application/graphql-response+json only. Ask for it with "Accept".',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    nl: 'Stuur het verzoek als application/json.',
    en: 'Send the request as application/json.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    nl: 'Het onderdeel "{subgraph}" is nu niet bereikbaar. De rest van het antwoord klopt; probeer het straks opnieuw.',
    en: 'The part "{subgraph}" cannot be reached now. The rest of the answer holds; try again later.',
  },
  SUBGRAPH_TIMEOUT: {
    status: 503,
    nl: 'Het onderdeel "{subgraph}" antwoordde niet op tijd. De rest van het antwoord klopt; probeer het opnieuw.',
    en: 'The part "{subgraph}" did not answer in time. The rest of the answer holds; try again.',
  },
  SUBGRAPH_ANSWER_INVALID: {
    status: 503,
    nl: 'Het onderdeel "{subgraph}" gaf een onbruikbaar antwoord. De rest van het antwoord klopt.',
    en: 'The part "{subgraph}" gave an unusable answer. The rest of the answer holds.',
  },
} as const satisfies Record<string, ErrorText>;
