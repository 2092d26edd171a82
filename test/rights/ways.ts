import { keyOf, type FieldMove, type Move, type Place, type RightsGraph } from './graph.js';

/** How to come from the outside to what a line of the table is about. */
export interface Way {
  readonly root: 'query' | 'mutation';
  /** The entity for which a subgraph is asked by its key; null for a way that begins with an operation. */
  readonly entity: Place | null;
  readonly moves: readonly Move[];
}

/** What a way must have on it. */
export type Feature = 'any' | 'list' | 'hop' | 'requires';

export interface WayWanted {
  readonly graph: RightsGraph;
  readonly starts: readonly { readonly root: Way['root']; readonly at: Place; readonly isEntity: boolean }[];
  readonly feature: Feature;
  /** Whether one subgraph is asked by itself: it leads to no other. */
  readonly isAlone?: boolean;
  readonly isTarget: (move: Move) => boolean;
  /** Whether a move may be used. */
  readonly isOpen: (move: Move) => boolean;
}

/** The gateway takes 12 levels, and the last is the leaf. */
const mostLevels = 11;

/** The shortest way that there is; null when there is none. */
export function findWay(wanted: WayWanted): Way | null {
  const begun = wanted.starts.map(({ root, at, isEntity }) => ({
    at,
    way: { root, entity: isEntity ? at : null, moves: [] },
  }));
  const ahead: { at: Place; way: Way }[] = begun;
  const seen = new Set<string>();
  for (const { at, way } of ahead) {
    for (const move of wanted.graph.movesFrom(at).filter((one) => isUsable(wanted, way, one))) {
      const next = { ...way, moves: [...way.moves, move] };
      const whole = wanted.isTarget(move) && hasFeature(next, wanted.feature) ? withProbe(wanted, next) : null;
      if (whole) return whole;
      const state = `${keyOf(move.to)} ${String(hasFeature(next, wanted.feature))} ${move.kind} ${next.root}`;
      if (seen.has(state) || levels(next) >= mostLevels) continue;
      seen.add(state);
      ahead.push({ at: move.to, way: next });
    }
  }
  return null;
}

/** After a hop only what the other subgraph gives is asked; a subgraph asked by itself can also be given what is another's. */
function isUsable({ isOpen, isAlone = false }: WayWanted, { entity, moves }: Way, move: Move): boolean {
  if (move.kind === 'hop') return !isAlone && moves.at(-1)?.kind === 'field' && isOpen(move);
  return (entity !== null || !move.isExternal) && isOpen(move);
}

export function hasFeature({ moves }: Way, feature: Feature): boolean {
  if (feature === 'any') return true;
  if (feature === 'hop') return moves.some(({ kind }) => kind === 'hop');
  return fieldMoves(moves).some(({ isList, isRequiring }) => (feature === 'list' ? isList : isRequiring));
}

/** A hop shows once a field is asked behind it. */
function withProbe({ graph, isOpen }: WayWanted, way: Way): Way | null {
  const last = way.moves.at(-1);
  if (last?.kind !== 'hop') return way;
  const fields = fieldMoves(graph.movesFrom(last.to)).filter(({ field, isExternal }) => field !== 'id' && !isExternal);
  const probe = fields.find((field) => !field.isRequiring && isOpen(field));
  return probe ? { ...way, moves: [...way.moves, probe] } : null;
}

export function fieldMoves(moves: readonly Move[]): FieldMove[] {
  return moves.filter((move) => move.kind === 'field');
}

function levels({ moves }: Way): number {
  return fieldMoves(moves).reduce((sum, { keys }) => sum + keys.length, 0);
}
