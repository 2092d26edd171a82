import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import { groupBy } from '../../platform/database/loaders.js';
import { policyFaults } from '../../platform/policy/policy-faults.js';
import type { Asked } from './ask-matrix.js';
import { nameOfAsker } from './asker.js';
import { passesBy, refusedAt } from './expectation.js';
import { flipped } from './flipped.js';
import type { Cell } from './matrix.js';

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
  const byAsker = groupBy(reached, ({ asked }) => nameOfAsker(asked.asker));
  const fates = cells.map((cell) => {
    const told = byAsker.get(nameOfAsker(cell.asker)) ?? [];
    return { cell, fate: fateOf(subgraphs, cell, told) };
  });
  const count = (wanted: string): number => fates.filter(({ fate }) => fate === wanted).length;
  const survived = fates.filter(({ fate }) => fate === null).map(({ cell }) => nameOf(cell));
  return { count: cells.length, byCase: count('case'), byStart: count('start'), survived };
}

export function nameOf({ row, asker }: Cell): string {
  return `${row.subgraph}: ${row.name} for ${nameOfAsker(asker)}`;
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
