import {
  declineReason,
  referralState,
  rejectionReason,
  verdict as verdictWord,
  type DeclineReason,
  type ReferralState,
  type RejectionReason,
  type Verdict,
} from '../../generated/words.js';
import { capital, day } from '../../parts/dutch.js';

interface Known {
  readonly id: string;
}

/** An offer, and whose it is where that is known. */
export interface ProposedOffer extends Known {
  readonly title: string;
  readonly organisation: (Known & { readonly name: string | null }) | null;
}

export interface Judged {
  readonly offer: Known | null;
  readonly verdict: Verdict;
  readonly reason: RejectionReason | null;
  readonly isCurrent: boolean;
}

export interface Referred {
  readonly state: ReferralState | null;
  readonly declineReason: DeclineReason | null;
  readonly offer: Known | null;
  readonly organisation: Known | null;
}

/** What was thought of an offer for a case, and the referral that matters for it: the one before its provider, else what came of its own. */
export interface Standing {
  readonly judgement: Judged | undefined;
  readonly referral: Referred | undefined;
}

/** Both lists come with the newest first; null where they could not be read. */
export function standingOf(
  { id, organisation }: Pick<ProposedOffer, 'id' | 'organisation'>,
  judgements: readonly Judged[] | null | undefined,
  referrals: readonly Referred[] | null | undefined,
): Standing {
  const ofProvider = referrals?.filter((one) => organisation !== null && one.organisation?.id === organisation.id);
  return {
    judgement: judgements?.find((one) => one.isCurrent && one.offer?.id === id),
    referral: ofProvider?.find(liesBefore) ?? ofProvider?.find((one) => one.offer?.id === id),
  };
}

/** Whether a case lies before the provider, or was taken on by it: it is put before the same one no second time. */
export function liesBefore({ state }: Pick<Referred, 'state'>): boolean {
  return state === 'OPEN' || state === 'ACCEPTED';
}

/** What was thought, in words: `Afgewezen: te ver van huis`. */
export function judgedWords({ verdict, reason }: Pick<Judged, 'verdict' | 'reason'>): string {
  return capital(reason === null ? verdictWord[verdict] : `afgewezen: ${rejectionReason[reason]}`);
}

/** How a referral stands, within a sentence, with why the provider said no. */
export function referredText({ state, declineReason: reason }: Pick<Referred, 'state' | 'declineReason'>): string {
  return [state && referralState[state], reason && declineReason[reason]].filter(Boolean).join(': ');
}

/** The same, as a sentence of its own. */
export function referredWords(referral: Pick<Referred, 'state' | 'declineReason'>): string {
  return capital(referredText(referral));
}

interface Answered extends Pick<Referred, 'state' | 'declineReason'> {
  readonly acceptedAt: string | null;
  readonly declinedAt: string | null;
}

/** The same, with the day of the answer. A yes is told as one, whatever became of the referral since. */
export function answeredWords(referral: Answered): string {
  const { state, acceptedAt, declinedAt } = referral;
  if (acceptedAt !== null && state !== 'ACCEPTED')
    return [`Aangenomen (${day(acceptedAt)})`, referredText(referral)].filter(Boolean).join(', nu ');
  const at = acceptedAt ?? declinedAt;
  return at === null ? referredWords(referral) : `${referredWords(referral)} (${day(at)})`;
}

/** All of it about one offer; a referral for another offer of the same provider says so. */
export function standingWords({ judgement, referral }: Standing, offerId: string): string[] {
  const isOfAnother = referral !== undefined && referral.offer !== null && referral.offer.id !== offerId;
  return [
    ...(judgement ? [judgedWords(judgement)] : []),
    ...(referral ? [`${referredWords(referral)}${isOfAnother ? ', voor ander aanbod' : ''}`] : []),
  ];
}
