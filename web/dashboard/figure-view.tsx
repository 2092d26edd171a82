import type { ReactNode } from 'react';
import { useSession } from '../hub/session.js';
import { useRoute } from '../page/route.js';
import { capital, day } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Title } from '../parts/title.js';
import { Chart } from './chart/chart.js';
import { chartOf } from './chart/chart-data.js';
import type { FigureChoice } from './choices.js';
import { chosenPart, partsOf, withPart, type Figure } from './figure.js';
import { FigureTable } from './figure-table.js';
import { Files } from './files.js';
import { Links, Years } from './period.js';

interface FigureViewProps {
  readonly part: string;
  readonly choice: FigureChoice;
  readonly region: string;
  readonly year: number;
}

/** One figure of a year: what it is about, drawings, the table, the files, and how it is counted. */
export function FigureView({ choice, region, year }: FigureViewProps): ReactNode {
  const { query } = useRoute();
  const { person } = useSession();
  const groupings = Object.entries(choice.groupings);
  const asked = query.get('per') ?? '';
  const by = asked in choice.groupings ? asked : (groupings[0]?.[0] ?? '');
  const { figure, error, isAsking, askAgain } = choice.useFigure({ region, year, by });
  useSaid(isAsking ? 'Laadt …' : `${choice.word} van ${year}`);
  return (
    <>
      <Title>{choice.word}</Title>
      <p className="lead">{choice.lead}</p>
      <Years chosen={year} roles={person.roles} />
      {groupings.length > 1 && <Links word="Per" name="per" chosen={by} choices={groupings} />}
      <Failure error={error} onRetry={askAgain} />
      {figure && <Shown figure={figure} choice={choice} asked={query.get('deel')} />}
      {figure && <Files name={choice.name} asked={{ region, year: String(year), ...(by !== '' && { by }) }} />}
      {figure && <HowCounted figure={figure} />}
    </>
  );
}

interface ShownProps {
  readonly figure: Figure;
  readonly choice: FigureChoice;
  readonly asked: string | null;
}

function Shown({ figure, choice, asked }: ShownProps): ReactNode {
  const part = chosenPart(figure, asked);
  const shown = withPart(figure, part);
  const when = part?.title ?? String(figure.year);
  return (
    <>
      {part && (
        <Links
          word="Maand"
          name="deel"
          chosen={part.key}
          choices={partsOf(figure).map(({ key, title }) => [key, title.replace(` ${figure.year}`, '')])}
        />
      )}
      {choice.drawings.map((drawing) => (
        <Chart key={drawing.title} chart={chartOf(shown, drawing, when)} />
      ))}
      <FigureTable figure={shown} caption={`${figure.title}, ${when}`} />
    </>
  );
}

function HowCounted({ figure: { howCounted, doesNotAddUp, asOf } }: { readonly figure: Figure }): ReactNode {
  return (
    <details>
      <summary>Zo is geteld</summary>
      <ul className="utrecht-unordered-list">
        <li>Geteld tot en met {day(asOf)}.</li>
        {howCounted.map((text) => (
          <li key={text}>{capital(text)}</li>
        ))}
        {doesNotAddUp.map((text) => (
          <li key={text}>
            <strong>Let op:</strong> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
