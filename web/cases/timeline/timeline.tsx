import { useMemo, useState, type ReactNode } from 'react';
import { caseTimeline, type CaseTimelineData } from '../../generated/operations.js';
import { useLivePages } from '../../hub/live/use-live-pages.js';
import { useSession } from '../../hub/session.js';
import { capital, count, moment } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { byMonth } from './by-month.js';
import { linesOf, type Line } from './lines.js';

const headingId = 'gebeurd';
const timelineOf = (data: CaseTimelineData) => data.case?.timeline ?? null;

/** What happened with a case, month by month, the newest first. */
export function Timeline({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const { person } = useSession();
  const [withoutLooks, setWithoutLooks] = useState(true);
  const asked = useMemo(() => ({ id, withoutLooks }), [id, withoutLooks]);
  const listed = useLivePages(caseTimeline, asked, timelineOf, { purpose });
  const { nodes = [], error, askAgain } = listed;
  if (nodes.length === 0 && !error) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Wat er gebeurde
      </h2>
      {person.roles.includes('case-owner') && (
        <label className="choice">
          <input
            type="checkbox"
            className="utrecht-checkbox"
            checked={!withoutLooks}
            onChange={() => setWithoutLooks(!withoutLooks)}
          />
          <span>Toon ook wie de casus inzag</span>
        </label>
      )}
      <Failure error={error} onRetry={askAgain} />
      {byMonth(linesOf(nodes)).map(([name, lines]) => (
        <Month key={name} name={name} lines={lines} />
      ))}
      <MoreButton
        listed={listed}
        told={`Dit zijn de laatste ${count(nodes.length, 'gebeurtenis', 'gebeurtenissen')}.`}
        onMore={() => focusOn(headingId)}
      />
    </section>
  );
}

function Month({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }): ReactNode {
  return (
    <>
      <h3 className="timeline__month">{capital(name)}</h3>
      <ol className="timeline">
        {lines.map(({ key, at, text, by, times }) => (
          <li key={key}>
            <time dateTime={at}>{moment(at)}</time>
            <span>
              {text}
              {times > 1 && ` (${String(times)} keer)`}
              {by !== '' && <span className="quiet"> door {by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
