import type { ReactNode } from 'react';
import { endReason, ladderRung, type PlacementStatus } from '../../generated/words.js';
import { capital, day, withoutCodes } from '../../parts/dutch.js';
import { StepButtons, type StepEnds } from '../../parts/forms/step-buttons.js';
import { CancelForm } from './cancel-form.js';
import { careName, sinceOf, statusWords, type Placement } from './care.js';
import { EndForm } from './end-form.js';
import { PauseForm } from './pause-form.js';
import { ResumeForm } from './resume-form.js';
import { StartForm } from './start-form.js';

interface PlacementCardProps {
  readonly placement: Placement;
  readonly purpose: string;
  /** Told when the hub answered a step: what is shown may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
}

/** What each form of a step of care takes. */
export interface CareStepProps extends Omit<PlacementCardProps, 'onDone'>, StepEnds {}

const words = { start: 'Start', cancel: 'Gaat niet door', pause: 'Onderbreek', resume: 'Hervat', end: 'Beëindig' };
const forms = { start: StartForm, cancel: CancelForm, pause: PauseForm, resume: ResumeForm, end: EndForm };
type Step = keyof typeof words;

const stepsFrom: Readonly<Record<PlacementStatus, readonly Step[]>> = {
  ALLOCATED: ['start', 'cancel'],
  STARTED: ['pause', 'end'],
  PAUSED: ['resume', 'end'],
  ENDED: [],
  CANCELLED: [],
};

/** Care that was allocated: how it stands, and what can be done with it. */
export function PlacementCard(props: PlacementCardProps): ReactNode {
  const { placement, onDone } = props;
  const { status } = placement;
  const steps = status ? stepsFrom[status] : [];
  return (
    <li className={steps.length > 0 ? 'holds__live' : undefined}>
      <p>
        <strong>{careName(placement)}</strong> {status && <span className="badge">{capital(statusWords[status])}</span>}{' '}
        {sinceOf(placement)}
      </p>
      <Course placement={placement} />
      <StepButtons words={words} steps={steps} about={careName(placement)} onDone={onDone}>
        {(step, ends) => {
          const Form = forms[step];
          return <Form {...props} {...ends} />;
        }}
      </StepButtons>
    </li>
  );
}

const reasonWords = withoutCodes(endReason);

/** What is told of care beside how it stands. */
function Course({ placement }: Pick<PlacementCardProps, 'placement'>): ReactNode {
  const { rung, offer, isSecondary, status, allocatedAt, startedAt, endReason: why, nextRung } = placement;
  const told = [
    rung && offer && ladderRung[rung],
    isSecondary && 'naast andere zorg',
    status !== 'ALLOCATED' && allocatedAt && `toegewezen op ${day(allocatedAt)}`,
    status !== 'STARTED' && startedAt && `begonnen op ${day(startedAt)}`,
    why && `waarom: ${reasonWords[why]}`,
    nextRung && `daarna: ${ladderRung[nextRung]}`,
  ].filter(Boolean);
  return told.length > 0 && <p className="quiet">{capital(told.join('; '))}.</p>;
}
