import { useState, type ReactNode } from 'react';
import { recordRoundTable } from '../../generated/operations.js';
import { tableDecision } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { upon, useOnce } from '../../hub/use-once.js';
import { Choices, Pick } from '../../parts/forms/fields.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { askedWords } from './guests.js';
import { MomentFields } from './moment-fields.js';
import { recordFaults, recordOf, toldOf, type RecordDraft, type RecordFaults } from './record-draft.js';
import { tableName, type TableStepProps } from './table-card.js';

const yesNo = { YES: 'ja', NO: 'nee' };

/** Writes down that a round table was held: when, who came, and what was decided. */
export function RecordForm({ table, purpose, onAnswered, onDone, onCancel }: TableStepProps): ReactNode {
  const [draft, setDraft] = useState(() => recordOf(table, hubNow()));
  const [isTried, setTried] = useState(false);
  const recording = useOnce(recordRoundTable, purpose, onAnswered);
  const faults = recordFaults(draft, hubNow());
  const isWrong = Object.keys(faults).length > 0;
  const record = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const meant = { roundTableId: table.id, ...toldOf(draft) };
    if (await recording.take(meant, upon(table.version))) onDone(`Vastgelegd: ${tableName(table)}.`);
  };
  return (
    <StepForm
      label={`Leg vast wat eruit kwam: ${tableName(table)}`}
      submit={recording.isTaking ? 'Legt vast …' : 'Leg vast'}
      isTaking={recording.isTaking}
      isWrong={isWrong}
      error={recording.error}
      onSubmit={record}
      onCancel={onCancel}
    >
      <RecordFields
        guests={askedWords(table)}
        draft={draft}
        faults={isTried ? faults : {}}
        set={(part) => setDraft({ ...draft, ...part })}
      />
    </StepForm>
  );
}

interface RecordFieldsProps {
  readonly guests: Readonly<Record<string, string>>;
  readonly draft: RecordDraft;
  readonly faults: RecordFaults;
  readonly set: (part: Partial<RecordDraft>) => void;
}

function RecordFields({ guests, draft, faults, set }: RecordFieldsProps): ReactNode {
  return (
    <>
      <MomentFields moment={draft} faults={faults} onChange={set} />
      {Object.keys(guests).length > 0 && (
        <Choices
          legend="Wie kwam er?"
          words={guests}
          chosen={draft.guests}
          onChange={(came) => set({ guests: came })}
        />
      )}
      <Pick
        label="Waren de ouders erbij?"
        words={yesNo}
        empty="kies"
        value={draft.areParentsPresent}
        fault={faults.areParentsPresent}
        onChange={(areParentsPresent) => set({ areParentsPresent })}
      />
      <Choices
        legend="Wat is er besloten?"
        words={tableDecision}
        chosen={draft.decisions}
        fault={faults.decisions}
        onChange={(decisions) => set({ decisions })}
      />
    </>
  );
}
