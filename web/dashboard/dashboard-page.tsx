import type { ReactNode } from 'react';
import { useSession } from '../hub/session.js';
import { placeOf, useRoute } from '../page/route.js';
import { Title } from '../parts/title.js';
import { figureChoices } from './choices.js';
import { FigureView } from './figure-view.js';
import { FreshnessBoard } from './freshness-board.js';
import { Goals } from './goals.js';
import { usualYear, yearIn } from './period.js';
import { YearTable } from './year-table.js';

interface Entry {
  readonly part: string;
  readonly word: string;
  /** Who finds it here; everybody of this place without. */
  readonly role?: string;
}

const entries: readonly Entry[] = [
  { part: 'jaartabel', word: 'Jaartabel' },
  ...Object.entries(figureChoices).map(([part, { word }]) => ({ part, word })),
  { part: 'actualiteit', word: 'Actualiteit', role: 'care-broker' },
  { part: 'doelen', word: 'Doelen', role: 'care-broker' },
];

/** What the region learns from its work: one figure at a time, each as a chart, a table and a file. */
export function DashboardPage(): ReactNode {
  const { parts, query } = useRoute();
  const { person } = useSession();
  const own = entries.filter(({ role }) => role === undefined || person.roles.includes(role));
  const part = parts[1] ?? 'jaartabel';
  const { region } = person;
  return (
    <div className="dashboard">
      <nav aria-label="Cijfers">
        <ul>
          {own.map((entry) => (
            <li key={entry.part}>
              <a
                href={placeOf(['dashboard', entry.part], keptPeriod(query))}
                aria-current={entry.part === part ? 'page' : undefined}
              >
                {entry.word}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="dashboard__figure">
        {region === null || !own.some((entry) => entry.part === part) ? (
          <Title>{region === null ? 'U hoort bij geen regio' : 'Dit cijfer bestaat niet'}</Title>
        ) : (
          <Shown part={part} region={region} year={yearIn(query) ?? usualYear(person.roles)} />
        )}
      </div>
    </div>
  );
}

interface ShownProps {
  readonly part: string;
  readonly region: string;
  readonly year: number;
}

function Shown({ part, region, year }: ShownProps): ReactNode {
  if (part === 'jaartabel') return <YearTable region={region} year={year} />;
  if (part === 'actualiteit') return <FreshnessBoard region={region} />;
  if (part === 'doelen') return <Goals region={region} year={year} />;
  const choice = figureChoices[part];
  return choice && <FigureView key={part} part={part} choice={choice} region={region} year={year} />;
}

/** Who goes to another figure looks at the same year. */
function keptPeriod(query: URLSearchParams): URLSearchParams {
  const year = query.get('jaar');
  return new URLSearchParams(year === null ? [] : [['jaar', year]]);
}
