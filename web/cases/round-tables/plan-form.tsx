import { useState, type ReactNode } from 'react';
import { planRoundTable } from '../../generated/operations.js';
import { roundTableKind } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { moment } from '../../parts/dutch.js';
import { Choices, Pick } from '../../parts/forms/fields.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import { StepForm } from '../../parts/forms/step-form.js';
import { Guests } from './guest-choice.js';
import { MomentFields } from './moment-fields.js';
import {
  emptyPlan,
  hasInstitution,
  institutionChoices,
  organisationsOf,
  planFaults,
  planOf,
  type PlanDraft,
  type PlanFaults,
  type TableCase,
} from './plan-draft.js';

interface PlanFormProps extends StepEnds {
  readonly found: TableCase;
  readonly purpose: string;
  /** Told when the hub answered: what is shown may be out of date. */
  readonly onAnswered: () => void;
}

/** Plans a round table about a case: when, of what kind, and who is asked. */
export function PlanForm({ found, purpose, onAnswered, onDone, onCancel }: PlanFormProps): ReactNode {
  const [draft, setDraft] = useState(emptyPlan);
  const [isTried, setTried] = useState(false);
  const planning = useOnce(planRoundTable, purpose, onAnswered);
  const faults = planFaults(draft, hubNow());
  const isWrong = Object.keys(faults).length > 0;
  const plan = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const meant = planOf(found.id, draft);
    if (await planning.take(meant, keyed)) onDone(`Gepland: ronde tafel op ${moment(meant.plannedAt)}.`);
  };
  return (
    <StepForm
      label="Plan een ronde tafel"
      submit={planning.isTaking ? 'Plant …' : 'Plan de ronde tafel'}
      isTaking={planning.isTaking}
      isWrong={isWrong}
      error={planning.error}
      onSubmit={plan}
      onCancel={onCancel}
    >
      <PlanFields
        found={found}
        draft={draft}
        faults={isTried ? faults : {}}
        set={(part) => setDraft({ ...draft, ...part })}
      />
    </StepForm>
  );
}

interface PlanFieldsProps {
  readonly found: TableCase;
  readonly draft: PlanDraft;
  readonly faults: PlanFaults;
  readonly set: (part: Partial<PlanDraft>) => void;
}

function PlanFields({ found, draft, faults, set }: PlanFieldsProps): ReactNode {
  const isInvolved = hasInstitution(found);
  return (
    <>
      <Pick
        label="Wat voor overleg?"
        words={roundTableKind}
        value={draft.kind}
        onChange={(kind) => set({ kind: kind || 'ROUND_TABLE' })}
      />
      <MomentFields moment={draft} faults={faults} onChange={set} />
      <Guests found={found} chosen={draft.guests} onChange={(guests) => set({ guests })} />
      <Choices
        legend="Welke organisaties doen mee?"
        words={organisationsOf(found)}
        chosen={draft.organisations}
        onChange={(organisations) => set({ organisations })}
      />
      {isInvolved && <p>Bij dit kind is een gecertificeerde instelling (GI) betrokken.</p>}
      <Pick
        label="Is een gecertificeerde instelling (GI) betrokken?"
        words={institutionChoices(isInvolved)}
        empty="kies"
        value={draft.institution}
        fault={faults.institution}
        onChange={(institution) => set({ institution })}
      />
    </>
  );
}
