import type { ErrorText } from './error-text.js';

/** Errors about who is asking, and what that caller may do. */
export const identityErrorTexts = {
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
} as const satisfies Record<string, ErrorText>;
