import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { withdrawReferral } from '../../generated/operations.js';
import { isAnswered } from '../../hub/intention.js';
import { keyed, useStepOnce } from '../../hub/use-once.js';
import { AskedTwice } from '../../parts/forms/asked-twice.js';
import { focusOn } from '../../parts/forms/focus.js';
import { useSayStep } from '../../parts/telling/own-steps.js';
import type { Case } from '../case-page.js';
import type { ProposedFor } from './proposing.js';
import { answeredWords, liesBefore } from './standing.js';

type Referral = NonNullable<Case['referrals']>[number];

interface ReferralLineProps {
  readonly referral: Referral;
  readonly proposed: ProposedFor;
  /** Where the keyboard goes when the line has nothing left to press. */
  readonly headingId: string;
  /** Told what went wrong with a step, nothing when it went well: the line itself may have changed by then. */
  readonly onRefused: (error: CombinedError | undefined) => void;
}

/** Before whom a case was put, under which pseudonym, and what came of it. */
export function ReferralLine(props: ReferralLineProps): ReactNode {
  const { referral } = props;
  const { organisation, offer, pseudonym, state } = referral;
  return (
    <li className="with-step">
      <div>
        <p>
          <strong>{organisation?.name ?? 'aanbieder nu niet bekend'}</strong>
          {offer && ` · ${offer.title}`}
        </p>
        <p>
          {answeredWords(referral)}
          {pseudonym !== null && <span className="quiet"> · pseudoniem {pseudonym}</span>}
        </p>
      </div>
      {(liesBefore(referral) || state === 'LAPSED') && <Withdraw {...props} />}
    </li>
  );
}

function Withdraw({ referral, proposed, headingId, onRefused }: ReferralLineProps): ReactNode {
  const [isTaking, take] = useStepOnce(withdrawReferral, proposed.purpose);
  const say = useSayStep();
  const name = referral.organisation?.name ?? 'de aanbieder';
  const withdraw = async (): Promise<boolean> => {
    const { error } = await take({ referralId: referral.id }, keyed);
    onRefused(error);
    if (!isAnswered(error)) return false;
    if (!error) say(`Ingetrokken bij ${name}.`);
    focusOn(headingId);
    proposed.onChanged();
    return true;
  };
  return (
    <AskedTwice
      word="Trek in"
      of={name}
      question={`Echt intrekken bij ${name}?`}
      answer="Ja, trek in"
      isTaking={isTaking}
      onConfirm={withdraw}
    />
  );
}
