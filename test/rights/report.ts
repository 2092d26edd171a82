import { nameOfAsker } from './asker.js';
import type { Asked, AskedMatrix } from './ask-matrix.js';
import type { Flips } from './flips.js';
import { paths, type Matrix, type PathKind } from './matrix.js';

/** The matrix in figures, for who runs `npm run test:rights`. */
export function tellMatrix(matrix: Matrix, { answers, requests }: AskedMatrix, flips: Flips): string {
  const { count, byCase, byStart, survived } = flips;
  return [
    `${matrix.cells.length} cells, ${answers.length} cases in ${requests} requests`,
    ...paths.flatMap((path) => tellPath(path, matrix, answers)),
    `${count} flips, ${byCase + byStart} caught, ${survived.length} survived`,
    `  ${byCase} by an answer, ${byStart} because the hub does not start with such a table`,
    '',
  ].join('\n');
}

function tellPath(path: PathKind, { without }: Matrix, answers: readonly Asked[]): string[] {
  const cases = answers.filter(({ asked }) => asked.path === path);
  const withOutcome = (outcome: string): Asked[] => cases.filter(({ seen }) => seen.outcome === outcome);
  const [passed, refused, empty] = ['passed', 'refused', 'unreached'].map(withOutcome) as [Asked[], Asked[], Asked[]];
  const rows = without.filter((one) => one.path === path).map(({ row }) => row);
  const operations = rows.filter(({ kind }) => kind === 'operations');
  const names = rows.filter((row) => !operations.includes(row)).map(({ subgraph, name }) => `${subgraph}.${name}`);
  return [
    `  ${path}: ${cases.length} cases, ${passed.length} let in, ${refused.length} refused, ${empty.length} with nothing there`,
    ...(operations.length > 0 ? [`    no such path to ${operations.length} operations`] : []),
    ...(names.length > 0 ? [`    no such path to ${names.join(', ')}`] : []),
    ...(empty.length > 0 ? [`    nothing there for ${listed(empty)}`] : []),
  ];
}

function listed(cases: readonly Asked[]): string {
  return cases.map(({ asked }) => `${asked.row.subgraph}.${asked.row.name} (${nameOfAsker(asked.asker)})`).join(', ');
}
