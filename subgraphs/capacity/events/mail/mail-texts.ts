import type { Language } from '../../../../platform/errors/errors.js';
import type { NoticeKind } from '../notice/notice-kind.js';

/** What is mailed: a notice, or the code that confirms an address. */
export type MailKind = NoticeKind | 'CODE';

interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** One line for each kind: that there is something to see, nothing of what. Mail is read by others and kept by many. */
const subjects: Readonly<Record<MailKind, Readonly<Record<Language, string>>>> = {
  CODE: { nl: 'Uw code voor berichten van Thuisbasis', en: 'Your code for messages from Thuisbasis' },
  HOLD_ACCEPTED: { nl: 'Er is een antwoord op uw reservering', en: 'There is an answer to your hold' },
  HOLD_REFUSED: { nl: 'Er is een antwoord op uw reservering', en: 'There is an answer to your hold' },
  HOLD_EXPIRED: { nl: 'Een reservering van u is verlopen', en: 'A hold of yours expired' },
  WAITLIST_OFFERED: { nl: 'Er is nieuws over uw wachtlijst', en: 'There is news of your waiting list' },
  HOLD_REQUESTED: { nl: 'Een reservering vraagt om uw antwoord', en: 'A hold asks for your answer' },
  FIGURE_STALE: { nl: 'Een cijfer van uw organisatie is verouderd', en: 'A figure of your organisation is stale' },
  FIGURE_DISPUTED: { nl: 'Een cijfer van uw organisatie is betwist', en: 'A figure of your organisation is disputed' },
  SUBSCRIPTION_SUSPENDED: {
    nl: 'Een abonnement van uw organisatie is gestopt',
    en: 'A subscription of your organisation was suspended',
  },
};

const notice: Readonly<Record<Language, string>> = {
  nl: '{subject}: open Thuisbasis om het te zien.\n\nU krijgt dit bericht omdat u in Thuisbasis om mail vroeg; daar zet u het ook weer uit.\n',
  en: '{subject}: open Thuisbasis to see it.\n\nYou get this message because you asked for mail in Thuisbasis; there you can turn it off as well.\n',
};

const codeText: Readonly<Record<Language, string>> = {
  nl: 'Geef in Thuisbasis deze code op: {code}\n\nZij geldt een uur. Vroeg u niet om berichten van Thuisbasis? Dan hoeft u niets te doen.\n',
  en: 'Give this code in Thuisbasis: {code}\n\nIt is valid for an hour. Did you not ask for messages from Thuisbasis? Then you need not do anything.\n',
};

/** The mail of a notice, or of a code. */
export function mailText(kind: MailKind, language: Language, code: string | null): MailText {
  const subject = subjects[kind][language];
  const text =
    kind === 'CODE' ? codeText[language].replace('{code}', code ?? '') : notice[language].replace('{subject}', subject);
  return { subject: `Thuisbasis: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`, text };
}
