import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { caseEventKind } from '../generated/words.js';
import { capital, moment } from '../parts/dutch.js';
import { focusOn } from '../parts/focus.js';
import { byMonth } from './by-month.js';
import type { Case } from './case-page.js';

type TimelineOfCase = Case['timeline'];
type CaseEvent = NonNullable<TimelineOfCase>['edges'][number]['node'];

/** How many events stand there at first. */
export const fewEvents = 30;

/** How many the hub gives at once at the most. */
export const mostEvents = 100;

const headingId = 'gebeurd';

interface TimelineProps {
  readonly timeline: TimelineOfCase;
  readonly onMore: () => void;
}

/** What happened with a case, month by month, the newest first. */
export function Timeline({ timeline, onMore }: TimelineProps): ReactNode {
  const events = timeline?.edges.map(({ node }) => node) ?? [];
  if (events.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Wat er gebeurde
      </h2>
      {byMonth(events).map(([name, those]) => (
        <Month key={name} name={name} events={those} />
      ))}
      {timeline?.pageInfo.hasNextPage === true && <Earlier shown={events.length} onMore={onMore} />}
    </section>
  );
}

function Month({ name, events }: { readonly name: string; readonly events: readonly CaseEvent[] }): ReactNode {
  return (
    <>
      <h3 className="timeline__month">{capital(name)}</h3>
      <ol className="timeline">
        {events.map(({ kind, at, subjectId, byOrganisation, organisation }) => (
          <li key={`${kind} ${subjectId} ${at}`}>
            <time dateTime={at}>{moment(at)}</time>
            <span>
              {capital(caseEventKind[kind])}
              {organisation?.name && `, ${organisation.name}`}
              {byOrganisation?.name && <span className="quiet"> door {byOrganisation.name}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

interface EarlierProps {
  readonly shown: number;
  readonly onMore: () => void;
}

/** Says that more happened before, and shows it as far as one answer goes; the keyboard goes on from the heading. */
function Earlier({ shown, onMore }: EarlierProps): ReactNode {
  const more = (): void => {
    onMore();
    focusOn(headingId);
  };
  return (
    <>
      <p className="told">Dit zijn de laatste {shown} gebeurtenissen. Er zijn er meer.</p>
      {shown < mostEvents && (
        <SecondaryActionButton className="screen-only" onClick={more}>
          Toon eerdere gebeurtenissen
        </SecondaryActionButton>
      )}
    </>
  );
}
