import type { ReactNode } from 'react';
import { outcomesDue, type OutcomesDueData } from '../../generated/operations.js';
import { useLivePages } from '../../hub/live/use-live-pages.js';
import { placeOf } from '../../page/route.js';
import { Failure } from '../../parts/telling/failure.js';
import { MoreButton } from '../../parts/more-button.js';
import { focusOn } from '../../parts/forms/focus.js';
import { Told } from '../../parts/telling/told.js';
import { useBegun } from '../../parts/forms/use-begun.js';
import { useTold } from '../../parts/telling/use-told.js';
import { OutcomeLine } from './outcome-line.js';

type Due = NonNullable<OutcomesDueData['outcomesDue']>['edges'][number]['node'];

const none = {};
const headingId = 'uitkomsten';
const dueOf = (data: OutcomesDueData) => data.outcomesDue;

/** The questions of which it is time to ask whether what was found lasts. Nothing where there are none, and nobody is at one or just wrote one down. */
export function DueOutcomes(): ReactNode {
  const due = useLivePages(outcomesDue, none, dueOf);
  const told = useTold();
  const { nodes = [], error, askAgain } = due;
  const begun = useBegun(nodes);
  const shown = begun.shown.toSorted((one, other) => sinceOf(one).localeCompare(sinceOf(other)));
  if (shown.length === 0 && told.text === '') return <Failure error={error} onRetry={askAgain} />;
  return (
    <section className="part" aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Uitkomst nog vast te leggen
      </h2>
      <Failure error={error} onRetry={askAgain} />
      <Told key={told.turn} text={told.text} />
      <ul className="holds">
        {shown.map((one) =>
          one.consultation === null ? null : (
            <OutcomeLine
              key={one.id}
              consultation={one.consultation}
              hasLeft={begun.hasLeft(one)}
              onBegun={(isBegun) => begun.mark(one, isBegun)}
              onAnswered={askAgain}
              onDone={told.tell}
            >
              <Whose consultation={one.consultation} />
            </OutcomeLine>
          ),
        )}
      </ul>
      <MoreButton
        listed={due}
        told={`Dit zijn de ${nodes.length} die het langst wachten.`}
        onMore={() => focusOn(headingId)}
      />
    </section>
  );
}

/** The day from which it was to be asked. */
function sinceOf({ consultation }: Due): string {
  return consultation?.outcomes?.[0]?.followUpOn ?? '';
}

/** Where a question came from, and the case that it became. */
function Whose({ consultation }: { readonly consultation: NonNullable<Due['consultation']> }): ReactNode {
  const { municipality, case: became } = consultation;
  return (
    <p>
      {municipality?.name ?? 'gemeente nu niet bekend'}
      {became && (
        <>
          {' · '}
          <a className="utrecht-link" href={placeOf(['casussen', became.id])}>
            Casus {became.number}
          </a>
        </>
      )}
    </p>
  );
}
