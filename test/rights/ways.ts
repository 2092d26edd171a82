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

/** How far a search has come. */
interface Step {
  readonly at: Place;
  readonly way: Way;
  readonly hasFeature: boolean;
  readonly levels: number;
}

/** The shortest way that there is; null when there is none. */
export function findWay(wanted: WayWanted): Way | null {
  const { graph, feature, isTarget } = wanted;
  const ahead: Step[] = wanted.starts.map(({ root, at, isEntity }) => ({
    ...{ at, hasFeature: feature === 'any', levels: 0 },
    way: { root, entity: isEntity ? at : null, moves: [] },
  }));
  const seen = new Set<string>();
  for (const step of ahead) {
    for (const move of graph.movesFrom(step.at)) {
      if (!isUsable(wanted, step.way, move)) continue;
      const hasIt = step.hasFeature || isOf(move, feature);
      const whole = hasIt && isTarget(move) ? withProbe(wanted, along(step.way, move)) : null;
      if (whole) return whole;
      const levels = step.levels + (move.kind === 'field' ? move.keys.length : 0);
      const state = `${keyOf(move.to)} ${String(hasIt)} ${move.kind} ${step.way.root}`;
      if (levels >= mostLevels || seen.has(state)) continue;
      seen.add(state);
      ahead.push({ at: move.to, way: along(step.way, move), hasFeature: hasIt, levels });
    }
  }
  return null;
}

function along(way: Way, move: Move): Way {
  return { ...way, moves: [...way.moves, move] };
}

/** After a hop only what the other subgraph gives is asked; a subgraph asked by itself can also be given what is another's. */
function isUsable({ isOpen, isAlone = false }: WayWanted, { entity, moves }: Way, move: Move): boolean {
  if (move.kind === 'hop') return !isAlone && moves.at(-1)?.kind === 'field' && isOpen(move);
  return (entity !== null || !move.isExternal) && isOpen(move);
}

function isOf(move: Move, feature: Feature): boolean {
  if (move.kind === 'hop') return feature === 'hop';
  return feature === 'list' ? move.isList : feature === 'requires' && move.isRequiring;
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
