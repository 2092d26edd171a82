import type { ErrorText } from './error-text.js';

/** Errors about who is asking, and what that caller may do. */
export const identityErrorTexts = {
  REQUEST_DOES_NOT_MATCH_SCOPES: {
    status: 403,
    nl: 'Dit token is niet voor deze bewerking: vraag er een met de scope "{scope}".',
    en: 'This token is not for this operation: ask for one with the scope "{scope}".',
  },
  UNAUTHENTICATED: {
    status: 401,
    nl: 'Meld u aan: stuur een geldig toegangstoken mee als "Authorization: Bearer".',
    en: 'Sign in: send a valid access token as "Authorization: Bearer".',
  },
  SENDER_PROOF_INVALID: {
    status: 401,
    nl: 'Dit toegangstoken is aan één verzender gebonden: stuur het als "Authorization: DPoP" met bij elk verzoek een nieuw bewijs in "DPoP", voor deze methode en dit adres.',
    en: 'This access token is bound to one sender: send it as "Authorization: DPoP" with a new proof in "DPoP" for each request, made for this method and address.',
  },
  CROSS_ORIGIN: {
    status: 403,
    nl: 'Dit verzoek kwam van een andere website. Gebruik de pagina van de hub zelf, of stuur een toegangstoken mee.',
    en: 'This request came from another website. Use the page of the hub itself, or send an access token.',
  },
  SIGN_IN_FAILED: {
    status: 401,
    nl: 'Het aanmelden is niet gelukt of duurde te lang. Begin opnieuw bij /inloggen.',
    en: 'Signing in failed or took too long. Begin again at /inloggen.',
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
  PURPOSE_NOT_ALLOWED: {
    status: 403,
    nl: 'Dit doel hoort niet bij uw rol: zet in "x-purpose" een van {expected}, of laat het weg.',
    en: 'This purpose is not one of your role: send one of {expected} as "x-purpose", or leave it out.',
  },
  NOT_FOUND: {
    status: 404,
    nl: 'Niet gevonden. Controleer het kenmerk.',
    en: 'Not found. Check the identifier.',
  },
} as const satisfies Record<string, ErrorText>;
