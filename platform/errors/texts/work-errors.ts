import type { ErrorText } from './error-text.js';

/** Errors about work that several people do together. */
export const workErrorTexts = {
  VERSION_CONFLICT: {
    status: 409,
    nl: 'Iemand anders heeft dit intussen gewijzigd: het is nu versie {version}. Haal het opnieuw op, kijk of uw wijziging nog klopt en stuur die met "version" {version}.',
    en: 'Somebody else has changed this meanwhile: it is version {version} now. Fetch it again, see whether your change still holds and send it with "version" {version}.',
  },
} as const satisfies Record<string, ErrorText>;
