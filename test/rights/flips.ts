import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import { policyFaults } from '../../platform/policy/policy-faults.js';
import type { Asked } from './ask-matrix.js';
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
  const fates = cells.map((cell) => ({ cell, fate: fateOf(subgraphs, cell, reached) }));
  const count = (wanted: string): number => fates.filter(({ fate }) => fate === wanted).length;
  const survived = fates.filter(({ fate }) => fate === null).map(({ cell }) => nameOf(cell));
  return { count: cells.length, byCase: count('case'), byStart: count('start'), survived };
}

export function nameOf({ row, role }: Cell): string {
  return `${row.subgraph}: ${row.name} for ${role}`;
}

function fateOf(subgraphs: readonly SubgraphRights[], { row, role }: Cell, answers: readonly Asked[]) {
  const turned = flipped(subgraphs, row, role);
  const passes = passesBy(turned);
  const isNoticed = answers.some(
    ({ asked, seen }) =>
      asked.role === role && (refusedAt(passes, role, asked.way) !== null) !== (seen.outcome === 'refused'),
  );
  if (isNoticed) return 'case';
  return turned.some(({ name, schema, policy }) => name === row.subgraph && policyFaults(schema, policy).length > 0)
    ? 'start'
    : null;
}
