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
  HOLD_PROLONGED: { nl: 'Een reservering is verlengd', en: 'A hold was prolonged' },
  HOLD_REQUESTED: { nl: 'Een reservering vraagt om uw antwoord', en: 'A hold asks for your answer' },
  FIGURE_STALE: { nl: 'Een cijfer van uw organisatie is verouderd', en: 'A figure of your organisation is stale' },
  FIGURE_DISPUTED: { nl: 'Een cijfer van uw organisatie is betwist', en: 'A figure of your organisation is disputed' },
  REFERRAL_MADE: { nl: 'Er is een casus aan uw organisatie voorgelegd', en: 'A case was put before your organisation' },
  REFERRAL_WITHDRAWN: {
    nl: 'Een voorgelegde casus is ingetrokken',
    en: 'A case that lay before your organisation was withdrawn',
  },
  SUBSCRIPTION_SUSPENDED: {
    nl: 'Een abonnement van uw organisatie is gestopt',
    en: 'A subscription of your organisation was suspended',
  },
  CASE_RECEIVED: { nl: 'Er is iets aan u overgedragen', en: 'Something was handed over to you' },
  NETWORK_ASKED: {
    nl: 'Er ligt een vraag bij een team van uw organisatie',
    en: 'A question lies before a team of your organisation',
  },
  NETWORK_ESCALATED: { nl: 'Een vraag is voorgelegd aan de regio', en: 'A question was put before the region' },
  NETWORK_OVERDUE: { nl: 'Op een vraag is niet op tijd teruggebeld', en: 'A question was not called back on in time' },
  SEARCH_FOUND: { nl: 'Er is nieuws over een zoekopdracht van u', en: 'There is news of a search that you keep' },
  BREAK_GLASS_OPENED: { nl: 'Er is noodtoegang gebruikt', en: 'Emergency access was used' },
};

const notice: Readonly<Record<Language, string>> = {
  nl: '{subject}: open Thuisbasis om het te zien.\n\nU krijgt dit bericht omdat u in Thuisbasis om mail vroeg; daar zet u het ook weer uit.\n',
  en: '{subject}: open Thuisbasis to see it.\n\nYou get this message because you asked for mail in Thuisbasis; there you can turn it off as well.\n',
};

const codeText: Readonly<Record<Language, string>> = {
  nl: 'Geef in Thuisbasis deze code op: {code}\n\nZij geldt een uur. Vroeg u niet om berichten van Thuisbasis? Dan hoeft u niets te doen.\n',
  en: 'Give this code in Thuisbasis: {code}\n\nIt is valid for an hour. Did you not ask for messages from Thuisbasis? Then you need not do anything.\n',
};

/** Which emergency access, and where to look: who used it, for which child and why is told to who signs in. */
const breakGlassText: Readonly<Record<Language, string>> = {
  nl: 'Er is noodtoegang gebruikt bij een afgeschermde casus, met kenmerk {id}.\n\nOpen Thuisbasis en bekijk onder noodtoegang wie het deed en waarom. U krijgt dit bericht omdat uw organisatie de casus inbracht of omdat u toezicht houdt.\n',
  en: 'Emergency access to a restricted case was used, with reference {id}.\n\nOpen Thuisbasis and look among the emergency accesses who did it and why. You get this message because your organisation brought the case or because you supervise.\n',
};

/** What a mail is made of. */
interface MailContent {
  readonly kind: MailKind;
  readonly language: Language;
  readonly code: string | null;
  readonly breakGlassId: string | null;
}

/** The mail of a notice, or of a code. */
export function mailText(content: MailContent): MailText {
  const subject = subjects[content.kind][content.language];
  return {
    subject: `Thuisbasis: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
    text: textOf(content, subject),
  };
}

function textOf({ kind, language, code, breakGlassId }: MailContent, subject: string): string {
  if (kind === 'CODE') return codeText[language].replace('{code}', code ?? '');
  if (kind === 'BREAK_GLASS_OPENED') return breakGlassText[language].replace('{id}', breakGlassId ?? '');
  return notice[language].replace('{subject}', subject);
}
