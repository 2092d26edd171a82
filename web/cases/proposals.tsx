import type { ReactNode } from 'react';
import { declineReason, referralState, rejectionReason, verdict as verdictWord } from '../generated/words.js';
import { capital, day } from '../parts/dutch.js';
import type { Case } from './case-page.js';

type Judgement = NonNullable<Case['judgements']>[number];
type Referral = NonNullable<Case['referrals']>[number];

/** What was thought of options for a case, and before which providers it was put, with what they answered. */
export function Proposals({ found: { judgements, referrals } }: { readonly found: Case }): ReactNode {
  const judged = judgements?.filter(({ isCurrent }) => isCurrent) ?? [];
  const referred = referrals ?? [];
  if (judged.length + referred.length === 0) return null;
  return (
    <section aria-labelledby="voorstellen">
      <h2 className="utrecht-heading-2" id="voorstellen">
        Voorstellen
      </h2>
      <dl className="list">
        {judged.map((one) => (
          <div key={one.id}>
            <dt>{one.offer?.title ?? 'aanbod nu niet bekend'}</dt>
            <dd>{thought(one)}</dd>
          </div>
        ))}
        {referred.map((one) => (
          <div key={one.id}>
            <dt>{one.organisation?.name ?? 'aanbieder nu niet bekend'}</dt>
            <dd>{answered(one)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function thought({ verdict, reason, judgedAt }: Judgement): string {
  const word = reason === null ? verdictWord[verdict] : `afgewezen: ${rejectionReason[reason]}`;
  return `${capital(word)} (${day(judgedAt)})`;
}

function answered(referral: Referral): string {
  const { state, declineReason: reason } = referral;
  const at = referral.acceptedAt ?? referral.declinedAt;
  const words = [state && capital(referralState[state]), reason && declineReason[reason]].filter(Boolean).join(': ');
  return at === null ? words : `${words} (${day(at)})`;
}
