import type { ReactNode } from 'react';
import { hubNow } from '../hub/clock.js';
import { placeOf } from '../page/route.js';
import { calendarDay } from '../parts/dutch.js';
import { careStanding, dueSince } from './care/care.js';
import type { Case } from './case-page.js';
import { tablesStanding } from './round-tables/tables.js';

/** How the parts of a case stand that have a page of their own, with the way there. */
export function Standing({ found }: { readonly found: Case }): ReactNode {
  const { id, roundTables, placements, consultations } = found;
  const isDue = (consultations ?? []).some((one) => dueSince(one, calendarDay(hubNow())) !== null);
  return (
    <ul className="standing">
      {roundTables && (
        <li>
          <a className="utrecht-link" href={placeOf(['casussen', id, 'tafels'])}>
            Ronde tafels
          </a>
          <span className="standing__state">{tablesStanding(roundTables)}</span>
        </li>
      )}
      {placements && (
        <li>
          <a className="utrecht-link" href={placeOf(['casussen', id, 'zorg'])}>
            Zorg en uitkomst
          </a>
          <span className="standing__state">{careStanding(placements)}</span>
          {isDue && <span className="badge badge--urgent">Uitkomst nog vast te leggen</span>}
        </li>
      )}
    </ul>
  );
}
