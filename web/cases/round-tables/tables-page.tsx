import type { ReactNode } from 'react';
import { caseTables } from '../../generated/operations.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';
import { useKept } from '../../hub/use-kept.js';
import { News } from '../../parts/news.js';
import { StepButtons } from '../../parts/step-buttons.js';
import { Told } from '../../parts/told.js';
import { useTold } from '../../parts/use-told.js';
import { CasePart } from '../case-part.js';
import { PurposeGate } from '../purpose.js';
import type { TableCase } from './plan-draft.js';
import { PlanForm } from './plan-form.js';
import { TableCard } from './table-card.js';
import { tablesNews } from './tables.js';

/** The round tables about a case: those that come, those that were, and a new one. */
export function TablesPage({ id }: { readonly id: string }): ReactNode {
  return <PurposeGate caseId={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</PurposeGate>;
}

interface ShownProps {
  readonly id: string;
  readonly purpose: string;
}

const words = { plan: 'Plan een ronde tafel' };

function Shown({ id, purpose }: ShownProps): ReactNode {
  const asked = useLiveAnswer(caseTables, { caseId: id }, { purpose });
  const found = useKept(asked.data?.case);
  const told = useTold();
  const { askAgain } = asked;
  const done = (text: string): void => {
    told.tell(text);
    askAgain();
  };
  return (
    <CasePart id={id} title="Ronde tafels" asked={asked} found={found}>
      <News of={found?.roundTables ?? undefined} words={tablesNews} />
      <Told key={told.turn} text={told.text} />
      {found && (
        <div className="part">
          <StepButtons words={words} steps={found.status === 'OPEN' ? ['plan'] : []} about="deze casus" onDone={done}>
            {(_step, ends) => <PlanForm {...{ found, purpose, ...ends }} onRefused={askAgain} />}
          </StepButtons>
          <Tables tables={found.roundTables} {...{ purpose, done, askAgain }} />
        </div>
      )}
    </CasePart>
  );
}

interface TablesProps {
  readonly tables: TableCase['roundTables'];
  readonly purpose: string;
  readonly done: (text: string) => void;
  readonly askAgain: () => void;
}

function Tables({ tables, purpose, done, askAgain }: TablesProps): ReactNode {
  if (!tables) return null;
  if (tables.length === 0) return <p className="empty">Er is nog geen ronde tafel gepland.</p>;
  return (
    <ul className="holds">
      {tables.map((table) => (
        <TableCard key={table.id} table={table} purpose={purpose} onRefused={askAgain} onDone={done} />
      ))}
    </ul>
  );
}
