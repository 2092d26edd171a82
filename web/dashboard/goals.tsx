import type { ReactNode } from 'react';
import { goalProgress, type GoalProgressData } from '../generated/operations.js';
import { goalGap, goalOperator } from '../generated/words.js';
import { useSession } from '../hub/session.js';
import { useAnswer } from '../hub/use-hub.js';
import { capital } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Title } from '../parts/title.js';
import { Chart } from './chart/chart.js';
import type { Line } from './csv.js';
import { KeepTable } from './keep-table.js';
import { Years } from './period.js';

type Goal = NonNullable<GoalProgressData['goalProgress']>[number];

interface GoalsProps {
  readonly region: string;
  readonly year: number;
}

/** What the region agreed on for a year, and how far it is. */
export function Goals({ region, year }: GoalsProps): ReactNode {
  const { person } = useSession();
  const { data, error, isAsking, askAgain } = useAnswer(goalProgress, { region, year });
  const goals = data?.goalProgress ?? [];
  useSaid(isAsking ? 'Laadt …' : `Doelen van ${year}`);
  return (
    <>
      <Title>Doelen</Title>
      <p className="lead">Wat de regio afsprak voor dit jaar, en hoe ver het is.</p>
      <Years chosen={year} roles={person.roles} />
      <Failure error={error} onRetry={askAgain} />
      {data?.goalProgress && goals.length === 0 && <p className="empty">Voor {year} is niets afgesproken.</p>}
      {goals.length > 0 && (
        <>
          <Chart chart={chartOf(goals, year)} />
          <GoalTable goals={goals} year={year} />
          <KeepTable name={`doelen-${region}-${year}`} lines={linesOf(goals)} />
        </>
      )}
    </>
  );
}

function GoalTable({ goals, year }: { readonly goals: readonly Goal[]; readonly year: number }): ReactNode {
  return (
    <table className="utrecht-table stacked">
      <caption>Doelen van {year}</caption>
      <thead>
        <tr>
          <th scope="col">Doel</th>
          <th scope="col">Afgesproken</th>
          <th scope="col">Nulmeting</th>
          <th scope="col">Nu</th>
          <th scope="col">Gehaald</th>
        </tr>
      </thead>
      <tbody>
        {goals.map((goal) => (
          <tr key={goal.measure}>
            <th scope="row">{capital(goal.text)}</th>
            <td data-word="Afgesproken">
              {goal.target === null ? '–' : `${goalOperator[goal.operator]} ${goal.target.toLocaleString('nl-NL')}`}
            </td>
            <td data-word="Nulmeting">{goal.baseline?.toLocaleString('nl-NL') ?? '–'}</td>
            <td data-word="Nu">{goal.actual?.toLocaleString('nl-NL') ?? '–'}</td>
            <td data-word="Gehaald">{reachedText(goal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function reachedText({ isReached, gap }: Goal): string {
  if (isReached !== null) return isReached ? 'ja' : 'nog niet';
  return gap === null ? 'niet te zeggen' : `niet te zeggen: ${goalGap[gap]}`;
}

function linesOf(goals: readonly Goal[]): Line[] {
  return [
    ['doel', 'richting', 'afgesproken', 'nulmeting', 'nu', 'gehaald'],
    ...goals.map((goal): Line => {
      const { text, operator, target, baseline, actual } = goal;
      return [text, goalOperator[operator], target, baseline, actual, reachedText(goal)];
    }),
  ];
}

/** Only goals of which both numbers are known stand beside each other, and percentages apart from counts. */
function chartOf(goals: readonly Goal[], year: number) {
  const drawn = goals.filter(
    ({ actual, target, operator, measure }) =>
      actual !== null && target !== null && operator !== 'LESS_THAN_BASELINE_BY' && measure !== 'CHECKLIST_USED',
  );
  return {
    title: `Nu en afgesproken, ${year}`,
    unit: 'aantal',
    isStacked: false,
    labels: drawn.map(({ text }) => capital(text)),
    series: [
      { title: 'Nu', values: drawn.map(({ actual }) => actual) },
      { title: 'Afgesproken', values: drawn.map(({ target }) => target) },
    ],
  };
}
