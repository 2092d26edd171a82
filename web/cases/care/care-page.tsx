import type { ReactNode } from 'react';
import { caseCare } from '../../generated/operations.js';
import { ladderRung } from '../../generated/words.js';
import { News } from '../../parts/telling/news.js';
import { StepButtons } from '../../parts/forms/step-buttons.js';
import { Told } from '../../parts/telling/told.js';
import { CasePart } from '../case-part.js';
import { CaseWork } from '../case-work.js';
import { useCasePart } from '../use-case-part.js';
import { AllocateForm } from './allocate-form.js';
import { careNews } from './care-news.js';
import { Outcomes } from './outcomes.js';
import { PlacementCard } from './placement-card.js';
import type { CareCase } from './care.js';

/** The care of a case from its allocation on, and what came of it. */
export function CarePage({ id }: { readonly id: string }): ReactNode {
  return <CaseWork id={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</CaseWork>;
}

interface ShownProps {
  readonly id: string;
  readonly purpose: string;
}

function Shown({ id, purpose }: ShownProps): ReactNode {
  const { asked, found, told, steps } = useCasePart(caseCare, id, purpose);
  return (
    <CasePart id={id} title="Zorg en uitkomst" asked={asked} found={found}>
      <News of={found?.placements ?? undefined} words={careNews} isAsking={asked.isAsking} />
      <Told key={told.turn} text={told.text} />
      {found && (
        <div className="part">
          <Placements found={found} {...steps} />
          {found.consultations && <Outcomes consultations={found.consultations} {...steps} />}
        </div>
      )}
    </CasePart>
  );
}

interface PlacementsProps {
  readonly found: CareCase;
  readonly purpose: string;
  readonly onAnswered: () => void;
  readonly onDone: (text: string) => void;
}

const words = { allocate: 'Wijs zorg toe' };

function Placements({ found, ...props }: PlacementsProps): ReactNode {
  const { placements, status, currentRung } = found;
  return (
    <section aria-labelledby="zorg">
      <h2 className="utrecht-heading-2" id="zorg">
        Welke zorg er is
      </h2>
      {currentRung && <p>Het kind heeft nu: {ladderRung[currentRung]}.</p>}
      <StepButtons words={words} steps={status === 'OPEN' ? ['allocate'] : []} about="deze casus" onDone={props.onDone}>
        {(_step, ends) => <AllocateForm found={found} {...props} {...ends} />}
      </StepButtons>
      {placements?.length === 0 && <p className="empty">Er is nog geen zorg toegewezen.</p>}
      <ul className="holds">
        {placements?.map((one) => (
          <PlacementCard key={one.id} placement={one} {...props} />
        ))}
      </ul>
    </section>
  );
}
