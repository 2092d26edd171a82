import type { ReactNode } from 'react';
import { yearTable, type YearTableData } from '../generated/operations.js';
import { useSession } from '../hub/session.js';
import { useAnswer } from '../hub/use-hub.js';
import { count } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Notice } from '../parts/telling/notice.js';
import { Title } from '../parts/title.js';
import { chartOf } from './chart/chart-data.js';
import { Chart } from './chart/chart.js';
import type { Drawing } from './choices.js';
import type { Figure, FigureCell } from './figure.js';
import { FigureTable } from './figure-table.js';
import { Files } from './files.js';
import { Years } from './period.js';

type Report = NonNullable<YearTableData['yearTable']>;
type Section = Report['sections'][number];

/** Totals are drawn: a bar for each row of a section. */
const drawing: Drawing = { title: '', unit: 'aantal', columns: ['TOTAL'], isStacked: false };

interface YearTableProps {
  readonly region: string;
  readonly year: number;
}

/** The year report of the region, by municipality, with what does not add up in it. */
export function YearTable({ region, year }: YearTableProps): ReactNode {
  const { person } = useSession();
  const { data, error, isAsking, askAgain } = useAnswer(yearTable, { region, year });
  const report = data?.yearTable;
  useSaid(isAsking ? 'Laadt …' : `Jaartabel van ${year}`);
  return (
    <>
      <Title>Jaartabel</Title>
      <p className="lead">
        Wat er dat jaar werd gevraagd, door wie, wat er gebeurde en hoe het afliep, per gemeente. Verwijzers tellen bij
        hun eigen gemeente, al het andere bij de gemeente van het kind.
      </p>
      <Years chosen={year} roles={person.roles} />
      <Failure error={error} onRetry={askAgain} />
      {report && (
        <>
          <Checks checks={report.checks} />
          {report.sections.map((section) => (
            <OneSection key={section.kind} section={section} report={report} year={year} />
          ))}
          <Files name="yearTable" asked={{ region, year: String(year) }} />
        </>
      )}
    </>
  );
}

/** The sums that do not agree, which say something of how the year was written down. */
function Checks({ checks }: { readonly checks: Report['checks'] }): ReactNode {
  if (checks.length === 0) return <Notice kind="ok">Alle tellingen kloppen met elkaar.</Notice>;
  return (
    <Notice kind="warning">
      <p>
        <strong>{count(checks.length, 'telling klopt', 'tellingen kloppen')} niet met een andere.</strong>
      </p>
      <details>
        <summary>Toon welke</summary>
        <ul className="utrecht-unordered-list">
          {checks.map(({ code, text, municipality }) => (
            <li key={`${code} ${municipality?.code ?? ''} ${text}`}>{text}</li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

interface OneSectionProps {
  readonly section: Section;
  readonly report: Report;
  readonly year: number;
}

function OneSection({ section, report, year }: OneSectionProps): ReactNode {
  const id = `deel-${section.kind.toLowerCase()}`;
  const figure = figureOf(section, report);
  return (
    <section aria-labelledby={id}>
      <h2 className="utrecht-heading-2" id={id}>
        {section.title}
      </h2>
      {section.rows.length > 1 && (
        <Chart chart={chartOf(totalsOf(figure), { ...drawing, title: section.title }, String(year))} />
      )}
      <FigureTable figure={figure} caption={`${section.title}, ${year}`} />
    </section>
  );
}

/** A section in the shape of the other figures. */
function figureOf({ rows }: Section, { municipalities }: Report): Pick<Figure, 'columns' | 'rows' | 'total'> {
  return {
    columns: municipalities.map(({ code, name }) => ({ key: code, title: name })),
    rows: rows.map(({ key, title, total, cells }) => ({
      key,
      title,
      cells: cells.map((cell) => toCell(cell.count)),
      total: toCell(total),
    })),
    total: null,
  };
}

function totalsOf({ rows }: Pick<Figure, 'rows'>): Pick<Figure, 'columns' | 'rows'> {
  return {
    columns: [{ key: 'TOTAL', title: 'Hele regio' }],
    rows: rows.map((row) => ({ ...row, cells: [row.total ?? toCell(null)] })),
  };
}

function toCell(value: number | null): FigureCell {
  return { value, whyWithheld: value === null ? 'FEW' : null };
}
