import { useState, type ReactNode } from 'react';
import { recordOutcome } from '../../generated/operations.js';
import { hubNow } from '../../hub/clock.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { Meanwhile } from '../../parts/telling/meanwhile.js';
import { calendarDay } from '../../parts/dutch.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { Consultation } from './care.js';
import { foundWords, outcomeFaults, outcomeOf, type OutcomeDraft, type OutcomeFaults } from './outcome-draft.js';

interface OutcomeFormProps extends StepEnds {
  readonly consultation: Consultation;
  readonly name: string;
  readonly purpose?: string;
  /** It is no more in the list that it was opened from. */
  readonly hasLeft?: boolean;
  /** Told when the hub answered: what is shown may be out of date. */
  readonly onAnswered: () => void;
}

/** Writes down what came of a question, and whether that still holds. */
export function OutcomeForm({
  consultation,
  name,
  purpose,
  hasLeft = false,
  onAnswered,
  onDone,
  onCancel,
}: OutcomeFormProps): ReactNode {
  const { id: consultationId, version, outcomes } = consultation;
  const today = calendarDay(hubNow());
  const [draft, setDraft] = useState<OutcomeDraft>({ kind: '', measuredOn: today, isStable: '', followUpOn: '' });
  const [isTried, setTried] = useState(false);
  const recording = useOnce(recordOutcome, purpose, onAnswered);
  const faults = outcomeFaults(draft, today);
  const isWrong = Object.keys(faults).length > 0;
  const record = async (): Promise<void> => {
    setTried(true);
    const { kind } = draft;
    if (isWrong || kind === '') return;
    const meant = { consultationId, ...outcomeOf({ ...draft, kind }) };
    if (await recording.take(meant, upon(version))) onDone(`Uitkomst vastgelegd: ${foundWords[kind] ?? ''}.`);
  };
  return (
    <StepForm
      label={`Leg de uitkomst vast: ${name}`}
      submit={recording.isTaking ? 'Legt vast …' : 'Leg de uitkomst vast'}
      isTaking={recording.isTaking}
      isWrong={isWrong}
      error={recording.error}
      onSubmit={record}
      onCancel={onCancel}
    >
      {hasLeft && <Meanwhile text="Hier is intussen een uitkomst vastgelegd. Wat u invulde, staat er nog." />}
      <OutcomeFields
        isLater={(outcomes ?? []).length > 0}
        draft={draft}
        faults={isTried ? faults : {}}
        set={(part) => setDraft({ ...draft, ...part })}
      />
    </StepForm>
  );
}

interface OutcomeFieldsProps {
  /** Whether something was found before: then it is asked whether that lasts. */
  readonly isLater: boolean;
  readonly draft: OutcomeDraft;
  readonly faults: OutcomeFaults;
  readonly set: (part: Partial<OutcomeDraft>) => void;
}

const yesNo = { YES: 'ja', NO: 'nee' };

function OutcomeFields({ isLater, draft, faults, set }: OutcomeFieldsProps): ReactNode {
  return (
    <>
      <Pick
        label="Wat kwam eruit?"
        words={foundWords}
        empty="kies"
        value={draft.kind}
        fault={faults.kind}
        onChange={(kind) => set({ kind })}
      />
      {isLater && (
        <Pick
          label="Houdt het nog stand?"
          words={yesNo}
          empty="niet gevraagd"
          value={draft.isStable}
          onChange={(isStable) => set({ isStable })}
        />
      )}
      <Text
        label="Op welke dag bleek dat?"
        type="date"
        size="short"
        value={draft.measuredOn}
        fault={faults.measuredOn}
        onChange={(measuredOn) => set({ measuredOn })}
      />
      <Text
        label="Wanneer vraagt u het weer? (hoeft niet)"
        hint="Vanaf die dag staat hier dat de uitkomst nog moet worden vastgelegd."
        type="date"
        size="short"
        value={draft.followUpOn}
        fault={faults.followUpOn}
        onChange={(followUpOn) => set({ followUpOn })}
      />
    </>
  );
}
