import { useState, type ReactNode } from 'react';
import { planRoundTable, tableGuests } from '../../generated/operations.js';
import { roundTableKind, type TeamKind } from '../../generated/words.js';
import { hubNow } from '../../hub/clock.js';
import { useAnswer } from '../../hub/use-hub.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { calendarDay, moment } from '../../parts/dutch.js';
import { Failure } from '../../parts/failure.js';
import { Choices, Pick } from '../../parts/fields.js';
import type { StepEnds } from '../../parts/step-buttons.js';
import { StepForm } from '../../parts/step-form.js';
import { guestWords } from './guests.js';
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
  /** Told when the hub refused: what is shown may be out of date. */
  readonly onRefused: () => void;
}

/** Plans a round table about a case: when, of what kind, and who is asked. */
export function PlanForm({ found, purpose, onRefused, onDone, onCancel }: PlanFormProps): ReactNode {
  const [draft, setDraft] = useState(emptyPlan);
  const [isTried, setTried] = useState(false);
  const planning = useOnce(planRoundTable, purpose, onRefused);
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
      <Guests found={found} draft={draft} set={set} />
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

/** The kinds of teams whose people think along about a child. */
const kinds: readonly TeamKind[] = ['RET', 'RET_2_0', 'EXPERT_TEAM', 'ACCELERATION'];

function Guests({ found, draft, set }: Omit<PlanFieldsProps, 'faults'>): ReactNode {
  const place = found.municipality ? { municipalityCode: found.municipality.code } : {};
  const { data, error, isAsking, askAgain } = useAnswer(tableGuests, { filter: { kinds, ...place } });
  const teams = data?.teams?.edges.map(({ node }) => node) ?? [];
  const words = guestWords(teams, calendarDay(hubNow()));
  return (
    <>
      <Choices legend="Wie vraagt u?" words={words} chosen={draft.guests} onChange={(guests) => set({ guests })} />
      {isAsking && !data && <p className="quiet">Laadt wie u kunt vragen …</p>}
      {data && Object.keys(words).length === 0 && <p className="empty">Hier werkt nu geen team van experts.</p>}
      <p className="quiet">Wie u vraagt, ziet vanaf nu waar het over gaat. Tot de ronde tafel voorbij is.</p>
      <Failure error={error} onRetry={askAgain} />
    </>
  );
}
