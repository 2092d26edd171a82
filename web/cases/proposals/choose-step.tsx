import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { shortlistOption } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { firstFocused } from '../../parts/forms/focus.js';
import type { ProposedFor } from './proposing.js';
import { liesBefore, type ProposedOffer, type Standing } from './standing.js';
import { StepRefused } from './step-refused.js';

/** What asks for more than one press. */
export type ChosenStep = 'reject' | 'refer';

/** What every step on an option needs to know. */
export interface StepProps {
  readonly offer: ProposedOffer;
  readonly proposed: ProposedFor;
  /** Told what came of it, to be said. */
  readonly onDone: (said: string) => void;
}

interface ChooseProps extends StepProps {
  readonly standing: Standing;
  /** What somebody gave up: the keyboard goes back to it. */
  readonly left: ChosenStep | undefined;
  readonly onChoose: (step: ChosenStep) => void;
}

/** The steps that an option has left: what stands is not done again. */
export function Choose({ offer, proposed, standing, left, onDone, onChoose }: ChooseProps): ReactNode {
  const { isTaking, error, take } = useOnce(shortlistOption, proposed.purpose, proposed.onChanged);
  const shortlist = async (): Promise<void> => {
    if (!isTaking && (await take({ caseId: proposed.caseId, offerId: offer.id }, keyed)))
      onDone(`Op de lijst: ${offer.title}.`);
  };
  const canRefer = offer.organisation !== null && !(standing.referral && liesBefore(standing.referral));
  return (
    <>
      <p className="buttons">
        {standing.judgement?.verdict !== 'SHORTLISTED' && (
          <SecondaryActionButton busy={isTaking} onClick={() => void shortlist()}>
            {standing.judgement ? 'Toch op de lijst' : 'Op de lijst'}
          </SecondaryActionButton>
        )}
        <span ref={left === 'reject' ? firstFocused : undefined}>
          <SecondaryActionButton onClick={() => onChoose('reject')}>
            {standing.judgement?.verdict === 'REJECTED' ? 'Past niet, om een andere reden' : 'Past niet'}
          </SecondaryActionButton>
        </span>
        {canRefer && (
          <span ref={left === 'refer' ? firstFocused : undefined}>
            <SecondaryActionButton onClick={() => onChoose('refer')}>Leg voor aan aanbieder</SecondaryActionButton>
          </span>
        )}
      </p>
      <StepRefused error={error} proposed={proposed} />
    </>
  );
}
