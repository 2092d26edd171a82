import { useState, type ReactNode } from 'react';
import { endPlacement } from '../../generated/operations.js';
import { endReason, ladderRung, type EndReason, type LadderRung } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { calendarDay, withoutCodes } from '../../parts/dutch.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { careName, dayFault, momentOn } from './care.js';
import type { CareStepProps } from './placement-card.js';

/** Says that care ended: when, why, and where the child goes. */
export function EndForm({ placement, purpose, onAnswered, onDone, onCancel }: CareStepProps): ReactNode {
  const today = calendarDay(hubNow());
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState<EndReason | ''>('');
  const [nextRung, setNextRung] = useState<LadderRung | ''>('');
  const [isTried, setTried] = useState(false);
  const ending = useOnce(endPlacement, purpose, onAnswered);
  const fault = dayFault(on, today, placement.pausedAt ?? placement.startedAt);
  const end = async (): Promise<void> => {
    setTried(true);
    if (reason === '' || fault !== undefined) return;
    const endedAt = momentOn(on, hubNow());
    const read = { placementId: placement.id };
    const meant = { ...read, reason, ...(endedAt && { endedAt }), ...(nextRung !== '' && { nextRung }) };
    if (await ending.take(meant, upon(placement.version))) onDone(`Beëindigd: ${careName(placement)}.`);
  };
  return (
    <StepForm
      label={`Beëindig: ${careName(placement)}`}
      submit={ending.isTaking ? 'Schrijft op …' : 'De zorg is gestopt'}
      isTaking={ending.isTaking}
      isWrong={reason === '' || fault !== undefined}
      error={ending.error}
      onSubmit={end}
      onCancel={onCancel}
    >
      <p>Dit kan niet terug. {placement.hold && 'De plek van dit kind komt weer vrij.'}</p>
      <Pick
        label="Waarom stopt de zorg?"
        words={withoutCodes(endReason)}
        empty="kies"
        value={reason}
        fault={isTried && reason === '' ? 'Kies een reden.' : undefined}
        onChange={setReason}
      />
      <Text
        label="Op welke dag stopte de zorg?"
        type="date"
        size="short"
        value={on}
        fault={isTried ? fault : undefined}
        onChange={setOn}
      />
      <Pick
        label="Waar gaat het kind heen?"
        words={ladderRung}
        empty="nog niet bekend"
        value={nextRung}
        onChange={setNextRung}
      />
    </StepForm>
  );
}
