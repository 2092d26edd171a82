import type { ErrorText } from './error-text.js';

/** Errors about what an organisation publishes of its own professionals. */
export const directoryErrorTexts = {
  PROFESSIONAL_KEY_UNKNOWN: {
    status: 404,
    nl: 'Uw organisatie heeft geen medewerker met de sleutel in "{field}". Controleer de sleutel of laat de regel weg.',
    en: 'Your organisation has no professional with the key in "{field}". Check the key or leave the row out.',
  },
  PROFESSIONAL_KEY_REPEATED: {
    status: 400,
    nl: 'De sleutel in "{field}" staat meer dan eens in dit verzoek. Stuur iedere medewerker eenmaal.',
    en: 'The key in "{field}" stands more than once in this request. Send each professional once.',
  },
  PRIVATE_CONTACT: {
    status: 400,
    nl: 'Het adres in "{field}" is van een aanbieder van privémail. Geef het werkadres, of laat het weg.',
    en: 'The address in "{field}" is of a provider of private mail. Give the address at work, or leave it out.',
  },
} as const satisfies Record<string, ErrorText>;
