import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { day } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import type { Case } from '../case-page.js';
import { OptionSteps } from './option-steps.js';
import type { ProposedFor } from './proposing.js';
import { ReferralLine } from './referral-line.js';
import { judgedWords, standingOf } from './standing.js';

type Judgement = NonNullable<Case['judgements']>[number];

interface ProposalsProps {
  readonly found: Case;
  readonly purpose: string;
  readonly onChanged: () => void;
}

const headingId = 'voorstellen';

/** What was thought of options for a case, and before which providers it was put, with what they answered and what can be done next. */
export function Proposals({ found, purpose, onChanged }: ProposalsProps): ReactNode {
  const [refusal, setRefusal] = useState<CombinedError>();
  const judged = found.judgements?.filter(({ isCurrent }) => isCurrent) ?? [];
  const referred = found.referrals ?? [];
  if (judged.length + referred.length === 0) return null;
  const proposed = { caseId: found.id, purpose, owner: found.ownerOrganisation, hasConsents: true, onChanged };
  // what went wrong before is over once another step was taken
  const afresh = (): void => {
    setRefusal(undefined);
    onChanged();
  };
  return (
    <section aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Voorstellen
      </h2>
      <Failure error={refusal} isStep />
      <ul className="holds">
        {judged.map((one) => (
          <JudgementLine
            key={one.offer?.id ?? one.id}
            judgement={one}
            found={found}
            proposed={{ ...proposed, onChanged: afresh }}
          />
        ))}
        {referred.map((one) => (
          <ReferralLine key={one.id} referral={one} proposed={proposed} headingId={headingId} onRefused={setRefusal} />
        ))}
      </ul>
    </section>
  );
}

interface JudgementLineProps {
  readonly judgement: Judgement;
  readonly found: Case;
  readonly proposed: ProposedFor;
}

function JudgementLine({ judgement, found, proposed }: JudgementLineProps): ReactNode {
  const { offer, judgedAt } = judgement;
  return (
    <li>
      <p>
        <strong>{offer?.title ?? 'aanbod nu niet bekend'}</strong> ·{' '}
        {offer?.organisation?.name ?? 'naam nu niet bekend'}
      </p>
      <p>
        {judgedWords(judgement)} ({day(judgedAt)})
      </p>
      {offer && found.status === 'OPEN' && (
        <OptionSteps
          offer={offer}
          standing={standingOf(offer, found.judgements, found.referrals)}
          proposed={proposed}
        />
      )}
    </li>
  );
}
