import type { ReactNode } from 'react';
import { roundTableKind, roundTableState, tableCancelReason, tableDecision } from '../../generated/words.js';
import { capital, moment } from '../../parts/dutch.js';
import { StepButtons, type StepEnds } from '../../parts/forms/step-buttons.js';
import { CancelForm } from './cancel-form.js';
import { nameOf } from './guests.js';
import type { RoundTable } from './plan-draft.js';
import { RecordForm } from './record-form.js';

interface TableCardProps {
  readonly table: RoundTable;
  readonly purpose: string;
  /** Told when the hub answered a step: what is shown may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
}

/** What each form of a step with a round table takes. */
export interface TableStepProps extends Omit<TableCardProps, 'onDone'>, StepEnds {}

const words = { record: 'Leg vast wat eruit kwam', cancel: 'Zeg af' };
const forms = { record: RecordForm, cancel: CancelForm };
const steps = Object.keys(words) as (keyof typeof words)[];

/** One round table: when it is or was, who sits at it, what came of it, and what can be done with it. */
export function TableCard(props: TableCardProps): ReactNode {
  const { table, onDone } = props;
  const isPlanned = table.state === 'PLANNED';
  return (
    <li className={isPlanned ? 'holds__live' : undefined}>
      <p>
        <strong>{capital(roundTableKind[table.kind])}</strong> · {moment(table.heldAt ?? table.plannedAt)}{' '}
        <span className="badge">{roundTableState[table.state]}</span>
      </p>
      <Seats table={table} />
      <Outcome table={table} />
      <StepButtons words={words} steps={isPlanned ? steps : []} about={tableName(table)} onDone={onDone}>
        {(step, ends) => {
          const Form = forms[step];
          return <Form {...props} {...ends} />;
        }}
      </StepButtons>
    </li>
  );
}

/** A round table in a few words. */
export function tableName({ kind, plannedAt }: Pick<RoundTable, 'kind' | 'plannedAt'>): string {
  return `${roundTableKind[kind]} van ${moment(plannedAt)}`;
}

type Seated = Pick<RoundTable, 'participants' | 'organisations' | 'isInstitutionInvited'>;

/** Who sits at a round table. */
export function Seats({ table: { participants, organisations, isInstitutionInvited } }: { readonly table: Seated }) {
  const people = (participants ?? []).flatMap((one) => (one ? [nameOf(one)] : []));
  const places = (organisations ?? []).map((one) => one?.name ?? 'een organisatie waarvan de naam nu niet bekend is');
  const all = [...people, ...places, ...(isInstitutionInvited ? ['de gecertificeerde instelling'] : [])];
  return <p className="quiet">{all.length === 0 ? 'Nog niemand gevraagd.' : `Met: ${all.join('; ')}.`}</p>;
}

function Outcome({ table: { state, cancelReason, decisions, areParentsPresent } }: Pick<TableCardProps, 'table'>) {
  if (state === 'CANCELLED') return cancelReason && <p>Niet doorgegaan: {tableCancelReason[cancelReason]}.</p>;
  if (state === 'PLANNED') return null;
  return (
    <p>
      Besloten: {decisions.map((one) => tableDecision[one]).join('; ')}.{' '}
      {areParentsPresent ? 'De ouders waren erbij.' : 'De ouders waren er niet bij.'}
    </p>
  );
}
