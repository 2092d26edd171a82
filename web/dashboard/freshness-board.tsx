import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { freshnessBoard, type FreshnessBoardData } from '../generated/operations.js';
import { useAnswer } from '../hub/use-hub.js';
import { useRoute } from '../page/route.js';
import { capital, moment } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Phone } from '../parts/phone.js';
import { Title } from '../parts/title.js';
import { Chart } from './chart/chart.js';
import type { Line } from './csv.js';
import { KeepTable } from './keep-table.js';
import { Links } from './period.js';

type Provider = NonNullable<FreshnessBoardData['freshnessBoard']>['edges'][number]['node'];

/** As many months back as can be chosen. */
const monthsBack = 5;
/** So many of the longest bars are drawn. */
const mostDrawn = 20;
const monthFormat = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** How each provider of the region keeps its figures up to date in a month, who tells least first. */
export function FreshnessBoard({ region }: { readonly region: string }): ReactNode {
  const { query } = useRoute();
  const months = monthsUntil(new Date());
  const month = query.get('maand') ?? months.at(-1) ?? '';
  return (
    <>
      <Title>Actualiteit</Title>
      <p className="lead">
        Van hoeveel dagen gaf een aanbieder geen enkel cijfer? Twee dagen achter elkaar of vijf dagen in de maand is te
        veel: bel dan.
      </p>
      <Links word="Maand" name="maand" chosen={month} choices={months.map((one) => [one, monthText(one)])} />
      <Board key={month} region={region} month={month} />
    </>
  );
}

function Board({ region, month }: { readonly region: string; readonly month: string }): ReactNode {
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, isAsking, askAgain } = useAnswer(freshnessBoard, { region, month, after });
  const lines = data?.freshnessBoard?.edges.map(({ node }) => node) ?? [];
  const { hasNextPage = false, endCursor = null } = data?.freshnessBoard?.pageInfo ?? {};
  useSaid(isAsking ? 'Laadt …' : `${lines.length} aanbieders`);
  return (
    <>
      <Failure error={error} onRetry={askAgain} />
      {data?.freshnessBoard && lines.length === 0 && <p className="empty">In deze maand telt nog geen dag mee.</p>}
      {lines.length > 0 && (
        <>
          <Chart chart={chartOf(lines, monthText(month))} />
          <BoardTable lines={lines} caption={`Actualiteit van aanbieders, ${monthText(month)}`} />
          <KeepTable name={`actualiteit-${region}-${month}`} lines={linesOf(lines)} />
        </>
      )}
      <p className="buttons screen-only">
        {after !== null && <SecondaryActionButton onClick={() => setAfter(null)}>Naar het begin</SecondaryActionButton>}
        {hasNextPage && (
          <SecondaryActionButton disabled={isAsking} onClick={() => setAfter(endCursor)}>
            Volgende aanbieders
          </SecondaryActionButton>
        )}
      </p>
    </>
  );
}

function BoardTable({ lines, caption }: { readonly lines: readonly Provider[]; readonly caption: string }): ReactNode {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="utrecht-table numbers">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Aanbieder</th>
            <th scope="col">Dagen zonder cijfer</th>
            <th scope="col">Langste gat (dagen)</th>
            <th scope="col">Nu actueel</th>
            <th scope="col">Aanbod</th>
            <th scope="col">Laatste cijfer</th>
            <th scope="col">Telefoon</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.organisation?.id ?? index}>
              <th scope="row">
                {nameOf(line)}
                {line.isNonCompliant && <span className="badge badge--urgent">te vaak zonder cijfer</span>}
              </th>
              <td>
                {line.daysWithoutUpdate} van {line.daysCounted}
              </td>
              <td>{line.longestGapDays}</td>
              <td>{line.freshShare.toLocaleString('nl-NL', { style: 'percent', maximumFractionDigits: 0 })}</td>
              <td>{line.offerCount}</td>
              <td>{line.lastReportAt === null ? 'nooit' : moment(line.lastReportAt)}</td>
              <td>
                <Phone number={line.organisation?.contact?.phone} of={nameOf(line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function linesOf(providers: readonly Provider[]): Line[] {
  return [
    ['aanbieder', 'dagen zonder cijfer', 'dagen geteld', 'langste gat', 'deel nu actueel', 'aanbod', 'laatste cijfer'],
    ...providers.map((one): Line => {
      const { daysWithoutUpdate, daysCounted, longestGapDays, freshShare, offerCount, lastReportAt } = one;
      return [nameOf(one), daysWithoutUpdate, daysCounted, longestGapDays, freshShare, offerCount, lastReportAt];
    }),
  ];
}

function chartOf(lines: readonly Provider[], when: string) {
  const drawn = lines.slice(0, mostDrawn);
  return {
    title: `Dagen zonder cijfer, ${when}${lines.length > mostDrawn ? ` (de eerste ${mostDrawn})` : ''}`,
    unit: 'dagen',
    isStacked: false,
    labels: drawn.map(nameOf),
    series: [{ title: 'Dagen zonder cijfer', values: drawn.map((line) => line.daysWithoutUpdate) }],
  };
}

function nameOf({ organisation }: Provider): string {
  return organisation?.name ?? 'naam nu niet bekend';
}

/** Months such as 2026-11, the last one that of a day. */
function monthsUntil(now: Date): string[] {
  return Array.from({ length: monthsBack + 1 }, (_, back) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7),
  ).toReversed();
}

function monthText(month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return Number.isNaN(first.getTime()) ? month : capital(monthFormat.format(first));
}
