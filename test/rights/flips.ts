import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import { groupBy } from '../../platform/database/loaders.js';
import { policyFaults } from '../../platform/policy/policy-faults.js';
import type { Asked } from './ask-matrix.js';
import { nameOfAsker } from './asker.js';
import { passesBy, refusedAt } from './expectation.js';
import { flipped } from './flipped.js';
import type { Cell } from './matrix.js';
import type { Way } from './ways.js';

/** What became of the tables with one cell turned over, for every cell. */
export interface Flips {
  readonly count: number;
  /** Caught because a question was answered otherwise than such a table says. */
  readonly byCase: number;
  /** Caught because the hub would not start with such a table. */
  readonly byStart: number;
  readonly survived: readonly string[];
}

/** Turns over each cell of the tables and looks for what would notice. */
export function turnEveryCell(
  subgraphs: readonly SubgraphRights[],
  cells: readonly Cell[],
  answers: readonly Asked[],
): Flips {
  const reached = answers.filter(({ seen }) => seen.outcome !== 'unreached');
  const byPlace = groupBy(
    reached.flatMap((one) =>
      placesOf(one.asked.way).map((place) => ({ one, key: `${nameOfAsker(one.asked.asker)} ${place}` })),
    ),
    ({ key }) => key,
  );
  const fates = cells.map((cell) => {
    const key = `${nameOfAsker(cell.asker)} ${cell.row.subgraph} ${cell.row.name}`;
    return {
      cell,
      fate: fateOf(
        subgraphs,
        cell,
        (byPlace.get(key) ?? []).map(({ one }) => one),
      ),
    };
  });
  const count = (wanted: string): number => fates.filter(({ fate }) => fate === wanted).length;
  const survived = fates.filter(({ fate }) => fate === null).map(({ cell }) => nameOf(cell));
  return { count: cells.length, byCase: count('case'), byStart: count('start'), survived };
}

export function nameOf({ row, asker }: Cell): string {
  return `${row.subgraph}: ${row.name} for ${nameOfAsker(asker)}`;
}

/** The lines of the tables that a way depends on, each as its subgraph and its name. */
function placesOf({ entity, moves }: Way): string[] {
  const places = moves.flatMap((move) => {
    const to = `${move.to.subgraph} ${move.to.type}`;
    if (move.kind === 'hop') return [to];
    const { subgraph, type } = move.from;
    const names = [...move.parents, `${type}.${move.field}`, ...(isRootName(type) ? [move.field] : [])];
    return [to, ...names.map((name) => `${subgraph} ${name}`)];
  });
  return [...new Set([...(entity ? [`${entity.subgraph} ${entity.type}`] : []), ...places])];
}

function isRootName(type: string): boolean {
  return type === 'Query' || type === 'Mutation';
}

function fateOf(subgraphs: readonly SubgraphRights[], { row, asker }: Cell, answers: readonly Asked[]) {
  const turned = flipped(subgraphs, row, asker);
  const passes = passesBy(turned);
  const isNoticed = answers.some(
    ({ asked, seen }) => (refusedAt(passes, asker, asked.way) !== null) !== (seen.outcome === 'refused'),
  );
  if (isNoticed) return 'case';
  return turned.some(({ name, schema, policy }) => name === row.subgraph && policyFaults(schema, policy).length > 0)
    ? 'start'
    : null;
}
