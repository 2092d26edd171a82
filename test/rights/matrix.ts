import { rightsTable, type RightsRow } from '../../infra/rights/rights-table.js';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import { subgraphNames, type SubgraphName } from '../../infra/subgraphs.js';
import { groupBy } from '../../platform/database/loaders.js';
import { askersOf, type Asker } from './asker.js';
import type { Writing } from './document.js';
import { passesBy, type Passes } from './expectation.js';
import { flipped } from './flipped.js';
import { RightsGraph, type Move, type Place } from './graph.js';
import { fieldMoves, findWay, type Feature, type Way, type WayWanted } from './ways.js';

/** The ways in which every cell is asked. */
export const paths = [
  ...(['direct', 'alias', 'named fragment', 'inline fragment'] as const),
  ...(['list', 'entity hop', '@requires', 'the subgraph itself'] as const),
] as const;

export type PathKind = (typeof paths)[number];

const features: Readonly<Partial<Record<PathKind, Feature>>> = {
  list: 'list',
  'entity hop': 'hop',
  '@requires': 'requires',
};
const writings: Readonly<Partial<Record<PathKind, Writing>>> = {
  alias: 'alias',
  'named fragment': 'named fragment',
  'inline fragment': 'inline fragment',
};

/** A scope is asked where a role is, by the same guard: these ways write the same question otherwise, and are asked for roles. */
const ofRolesAlone: ReadonlySet<PathKind> = new Set(['alias', 'named fragment', 'list']);

/** One cell of the table: may they have this. */
export interface Cell {
  readonly row: RightsRow;
  readonly asker: Asker;
}

/** One cell, asked in one way. */
export interface MatrixCase extends Cell {
  readonly path: PathKind;
  readonly way: Way;
  readonly writing: Writing;
}

export interface Matrix {
  readonly cells: readonly Cell[];
  readonly cases: readonly MatrixCase[];
  /** Lines of the table to which some path does not lead, for any role. */
  readonly without: readonly { readonly path: PathKind; readonly row: RightsRow }[];
}

/** Every cell of the tables by every path that there is. */
export function buildMatrix(subgraphs: readonly SubgraphRights[]): Matrix {
  const tables = { subgraphs, graph: new RightsGraph(subgraphs), passes: passesBy(subgraphs) };
  const rows = subgraphs.flatMap(rightsTable);
  const asked = rows.flatMap((row) =>
    paths.map((path) => ({ row, path, shortest: wayTo(tables.graph, row, path, () => true) })),
  );
  const cells = rows.flatMap((row) => askersOf(row).map((asker) => ({ row, asker })));
  const reachable = groupBy(
    asked.flatMap(({ row, path, shortest }) => (shortest ? [{ row, path, shortest }] : [])),
    ({ row }) => row,
  );
  return {
    cells,
    cases: cells.flatMap((cell) => casesOf(tables, cell, reachable.get(cell.row) ?? [])),
    without: asked.filter(({ shortest }) => !shortest),
  };
}

interface Tables {
  readonly subgraphs: readonly SubgraphRights[];
  readonly graph: RightsGraph;
  readonly passes: Passes;
}

/** A cell by every path, each along a way on which nothing but this cell could refuse it, where there is such a way. */
function casesOf(
  { subgraphs, graph, passes }: Tables,
  { row, asker }: Cell,
  reachable: readonly { readonly path: PathKind; readonly shortest: Way }[],
): MatrixCase[] {
  const open = isGranted(row, asker) ? passes : passesBy(flipped(subgraphs, row, asker));
  return reachable
    .filter(({ path }) => asker.scope === null || !ofRolesAlone.has(path))
    .map(({ path, shortest }) => {
      const way = wayTo(graph, row, path, (move) => open(asker, move)) ?? shortest;
      return { row, asker, path, way, writing: writings[path] ?? 'plain' };
    });
}

function isGranted({ roles, scopes }: RightsRow, { role, scope }: Asker): boolean {
  return scope === null ? roles.includes(role) : scopes?.includes(scope) === true;
}

type IsOpen = (move: Parameters<Passes>[1]) => boolean;

function wayTo(graph: RightsGraph, row: RightsRow, path: PathKind, isOpen: IsOpen): Way | null {
  const feature = features[path] ?? 'any';
  const wanted = { graph, feature, isOpen, isTarget: (move: Move) => isAbout(row, move) };
  // an operation is a way by itself: nothing leads to it
  if (row.kind === 'operations' && feature !== 'any') return null;
  if (path !== 'the subgraph itself') return operationWay(wanted, subgraphNames);
  return entityWay(wanted, row, isOpen) ?? operationWay({ ...wanted, isAlone: true }, [row.subgraph]);
}

function operationWay(wanted: Omit<WayWanted, 'starts'>, subgraphs: readonly SubgraphName[]): Way | null {
  const from = (root: Way['root'], type: string): Way | null =>
    findWay({ ...wanted, starts: subgraphs.map((subgraph) => ({ root, at: { subgraph, type }, isEntity: false })) });
  return from('query', 'Query') ?? from('mutation', 'Mutation');
}

/** A way that begins with an entity by its key, as a gateway asks for it. */
function entityWay(wanted: Omit<WayWanted, 'starts'>, row: RightsRow, isOpen: IsOpen): Way | null {
  const entities = wanted.graph.entitiesOf(row.subgraph).filter((to) => isOpen({ kind: 'entity', to }));
  const own = entities.find(({ type }) => row.kind === 'types' && type === row.name);
  const key = own && fieldMoves(wanted.graph.movesFrom(own)).find(({ field }) => field === 'id');
  if (own && key) return { root: 'query', entity: own, moves: [key] };
  const starts = entities.map((at) => ({ root: 'query', at, isEntity: true }) as const);
  return findWay({ ...wanted, starts, isAlone: true });
}

/** Whether a move is the one that a line of the table speaks of. */
function isAbout(row: RightsRow, move: Move): boolean {
  const isHere = (place: Place): boolean => place.subgraph === row.subgraph;
  if (row.kind === 'types') return isHere(move.to) && move.to.type === row.name;
  if (move.kind === 'hop' || !isHere(move.from)) return false;
  if (row.kind === 'fields') return `${move.from.type}.${move.field}` === row.name;
  return move.field === row.name && move.from.type === (row.isWrite ? 'Mutation' : 'Query');
}
