import { useState, type ReactNode } from 'react';
import { duoTeam, swapDuoMember } from '../../generated/operations.js';
import { useAnswer } from '../../hub/use-hub.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { DeploymentFormProps } from './deployment-steps.js';
import { goingNames, joiningWords, leavingWords } from './people.js';

/** Lets another member of the team take over from one of the two, from today on. */
export function SwapForm({ deployment, onChanged, onCancel }: DeploymentFormProps): ReactNode {
  const [leavingId, setLeaving] = useState('');
  const [joiningId, setJoining] = useState('');
  const [isTried, setTried] = useState(false);
  const swapping = useOnce(swapDuoMember);
  const { id, version, team } = deployment;
  const asked = useAnswer(duoTeam, { id: team?.id ?? '' }, { isPaused: team === null });
  const leaving = leavingWords(deployment);
  const joining = joiningWords(asked.data?.team?.memberships ?? [], deployment);
  const swap = async (): Promise<void> => {
    setTried(true);
    if (leavingId === '' || joiningId === '' || version === null) return;
    if (await swapping.take({ deploymentId: id, leavingId, joiningId }, upon(version)))
      onChanged(
        `Gewisseld: ${joining[joiningId] ?? 'een ander'} neemt het over van ${leaving[leavingId] ?? 'een lid'}.`,
      );
  };
  return (
    <StepForm
      label={`Wissel iemand van ${goingNames(deployment)}`}
      submit={swapping.isTaking ? 'Wisselt …' : 'Wissel vanaf vandaag'}
      isTaking={swapping.isTaking}
      isWrong={leavingId === '' || joiningId === ''}
      error={swapping.error}
      onSubmit={swap}
      onCancel={onCancel}
    >
      <Pick
        label="Wie stopt?"
        words={leaving}
        empty="kies"
        value={leavingId}
        fault={isTried && leavingId === '' ? 'Kies wie stopt.' : undefined}
        onChange={setLeaving}
      />
      <Pick
        label="Wie neemt het over?"
        words={joining}
        empty={asked.isAsking ? 'laadt …' : 'kies'}
        value={joiningId}
        fault={isTried && joiningId === '' ? 'Kies wie het overneemt.' : undefined}
        onChange={setJoining}
      />
      <Failure error={asked.error} onRetry={asked.askAgain} />
    </StepForm>
  );
}
