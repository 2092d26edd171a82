import type { ErrorText } from './error-text.js';

/** Errors about what partners and people are told. */
export const noticeErrorTexts = {
  TOO_MANY_SEARCHES: {
    status: 409,
    nl: 'U bewaart al {limit} zoekopdrachten. Verwijder er een.',
    en: 'You keep {limit} searches already. Remove one.',
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
} as const satisfies Record<string, ErrorText>;
