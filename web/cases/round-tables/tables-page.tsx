import type { ReactNode } from 'react';
import { caseTables } from '../../generated/operations.js';
import { News } from '../../parts/telling/news.js';
import { StepButtons } from '../../parts/forms/step-buttons.js';
import { Told } from '../../parts/telling/told.js';
import { CasePart } from '../case-part.js';
import { CaseWork } from '../case-work.js';
import { useCasePart } from '../use-case-part.js';
import { PlanForm } from './plan-form.js';
import { TableCard } from './table-card.js';
import { tablesNews } from './tables.js';

/** The round tables about a case: those that come, those that were, and a new one. */
export function TablesPage({ id }: { readonly id: string }): ReactNode {
  return <CaseWork id={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</CaseWork>;
}

interface ShownProps {
  readonly id: string;
  readonly purpose: string;
}

const words = { plan: 'Plan een ronde tafel' };

function Shown({ id, purpose }: ShownProps): ReactNode {
  const { asked, found, told, steps } = useCasePart(caseTables, id, purpose);
  const open = found?.status === 'OPEN' ? (['plan'] as const) : [];
  return (
    <CasePart id={id} title="Ronde tafels" asked={asked} found={found}>
      <News of={found?.roundTables ?? undefined} words={tablesNews} isAsking={asked.isAsking} />
      <Told key={told.turn} text={told.text} />
      {found && (
        <div className="part">
          <StepButtons words={words} steps={open} about="deze casus" onDone={steps.onDone}>
            {(_step, ends) => <PlanForm found={found} {...steps} {...ends} />}
          </StepButtons>
          {found.roundTables?.length === 0 && <p className="empty">Er is nog geen ronde tafel gepland.</p>}
          <ul className="holds">
            {found.roundTables?.map((table) => (
              <TableCard key={table.id} table={table} {...steps} />
            ))}
          </ul>
        </div>
      )}
    </CasePart>
  );
}
