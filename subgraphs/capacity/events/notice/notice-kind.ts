import type { Language } from '../../../../platform/errors/errors.js';
import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const NoticeKind = defineEnum('NoticeKind', 'What a person is told.', {
  HOLD_ACCEPTED: 'uw reservering is aangenomen',
  HOLD_REFUSED: 'uw reservering is geweigerd',
  HOLD_EXPIRED: 'uw reservering is verlopen',
  WAITLIST_OFFERED: 'er is plaats voor wie u op de wachtlijst zette',
  HOLD_PROLONGED: 'een reservering bij uw organisatie is verlengd tot de zorg moet starten',
  HOLD_REQUESTED: 'een reservering vraagt om antwoord van uw organisatie',
  FIGURE_STALE: 'een cijfer van uw organisatie is verouderd',
  FIGURE_DISPUTED: 'een cijfer van uw organisatie is betwist',
  REFERRAL_MADE: 'een casus is aan uw organisatie voorgelegd',
  REFERRAL_WITHDRAWN: 'een casus ligt niet meer bij uw organisatie',
  SUBSCRIPTION_SUSPENDED: 'een abonnement van uw organisatie is gestopt',
  CASE_RECEIVED: 'een casus is aan u overgedragen',
  NETWORK_ASKED: 'een vraag aan het netwerk ligt bij een team van uw organisatie',
  NETWORK_ESCALATED: 'een vraag aan het netwerk is voorgelegd aan de zorgbemiddelaars van de regio',
  NETWORK_OVERDUE: 'op een vraag aan het netwerk is niet binnen 48 uur teruggebeld',
  SEARCH_FOUND: 'er is plaats die past bij een zoekopdracht die u bewaarde',
  BREAK_GLASS_OPENED: 'noodtoegang is gebruikt bij een afgeschermde casus',
});
export type NoticeKind = (typeof NoticeKind.codes)[number];

interface NoticeText {
  readonly nl: string;
  readonly en: string;
}

/** What stands in the list of notices; `{offer}` becomes the title of the offer. Nothing here says anything of a case. */
const noticeTexts: Readonly<Record<NoticeKind, NoticeText>> = {
  HOLD_ACCEPTED: {
    nl: 'Uw reservering bij {offer} is aangenomen.',
    en: 'Your hold at {offer} was accepted.',
  },
  HOLD_REFUSED: {
    nl: 'Uw reservering bij {offer} is geweigerd. Bekijk de reden en kies ander aanbod.',
    en: 'Your hold at {offer} was refused. Look at the reason and choose another offer.',
  },
  HOLD_EXPIRED: {
    nl: 'Uw reservering bij {offer} is verlopen. Zoek opnieuw als er nog hulp nodig is.',
    en: 'Your hold at {offer} expired. Search again if help is still needed.',
  },
  WAITLIST_OFFERED: {
    nl: 'Bij {offer} is plaats gekomen voor wie u op de wachtlijst zette.',
    en: 'Something came free at {offer} for a case that you put on the waiting list.',
  },
  HOLD_PROLONGED: {
    nl: 'Er is zorg toegewezen bij {offer}. De reservering blijft staan tot de zorg moet starten.',
    en: 'Care was allocated at {offer}. The hold stands until the care has to start.',
  },
  HOLD_REQUESTED: {
    nl: 'Er is een reservering gevraagd bij {offer}. Geef antwoord voordat zij verloopt.',
    en: 'A hold was requested at {offer}. Answer before it expires.',
  },
  FIGURE_STALE: {
    nl: 'Het cijfer van {offer} is verouderd. Meld hoeveel er nu vrij is.',
    en: 'The figure of {offer} is stale. Report how much is free now.',
  },
  FIGURE_DISPUTED: {
    nl: 'Een zorgbemiddelaar hoorde iets anders over {offer}. Controleer het cijfer en meld het opnieuw.',
    en: 'A care broker heard otherwise about {offer}. Check the figure and report it again.',
  },
  REFERRAL_MADE: {
    nl: 'Een casus is aan uw organisatie voorgelegd. Geef antwoord voordat de verwijzing verloopt.',
    en: 'A case was put before your organisation. Answer before the referral expires.',
  },
  REFERRAL_WITHDRAWN: {
    nl: 'Een casus ligt niet meer bij uw organisatie. Een antwoord is niet meer nodig.',
    en: 'A case does not lie before your organisation any more. No answer is needed.',
  },
  SUBSCRIPTION_SUSPENDED: {
    nl: 'Een abonnement op gebeurtenissen is gestopt: bezorgen lukte niet. Herstel de ontvanger en abonneer opnieuw.',
    en: 'A subscription to events was suspended: nothing could be delivered. Mend the receiver and subscribe again.',
  },
  CASE_RECEIVED: {
    nl: 'Een casus is overgedragen aan uw organisatie of regio. Open de casus en kijk wat er loopt.',
    en: 'A case was handed over to your organisation or region. Open the case and see what is under way.',
  },
  NETWORK_ASKED: {
    nl: 'Een vraag aan het netwerk ligt bij een team van uw organisatie. Zorg dat iemand binnen 48 uur na het stellen terugbelt.',
    en: 'A question to the network lies before a team of your organisation. See that somebody calls back within 48 hours of the asking.',
  },
  NETWORK_ESCALATED: {
    nl: 'Een vraag aan het netwerk is voorgelegd aan de zorgbemiddelaars van de regio. Bekijk de reden en wat nodig is.',
    en: 'A question to the network was put before the brokers of the region. Look at the reason and at what is needed.',
  },
  NETWORK_OVERDUE: {
    nl: 'Op een vraag aan het netwerk is niet binnen 48 uur teruggebeld. Bel vandaag nog, of geef de vraag door.',
    en: 'Nobody called back within 48 hours on a question to the network. Call today, or hand the question on.',
  },
  SEARCH_FOUND: {
    nl: 'Er is plaats bij {offer}: dat past bij een zoekopdracht die u bewaarde.',
    en: 'There is a place at {offer}, which fits a search that you keep.',
  },
  BREAK_GLASS_OPENED: {
    nl: 'Er is noodtoegang gebruikt bij een afgeschermde casus. Bekijk onder noodtoegang wie het deed en waarom.',
    en: 'Emergency access to a restricted case was used. Look among the emergency accesses who did it and why.',
  },
};

const someOffer: NoticeText = { nl: 'een aanbod', en: 'an offer' };
const andOthers: NoticeText = { nl: 'en nog {count}', en: 'and {count} more' };

/** The sentence of a notice about offers, of which the first is named when the reader may see it. */
export function noticeMessage(kind: NoticeKind, language: Language, title: string | null, offerCount: number): string {
  const named = title === null ? someOffer[language] : `"${title}"`;
  const others = offerCount > 1 ? ` ${andOthers[language].replace('{count}', String(offerCount - 1))}` : '';
  return noticeTexts[kind][language].replace('{offer}', () => named + others);
}
