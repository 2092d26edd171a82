/** A hidden number that counts in two sums: raising it by one carries one from the first sum to the second. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  /** How far the number itself can rise, and fall. */
  readonly rise: number;
  readonly fall: number;
}

/** An arc walked one way: what it can still carry, and the lane that undoes it. */
interface Lane {
  readonly to: string;
  room: number;
  back: Lane | null;
}

/** How much the arcs can carry from one sum to another while every other sum stays as it is, at most `enough` (after Edmonds and Karp). */
export function carried(arcs: Iterable<Arc>, from: string, to: string, enough: number): number {
  if (from === to) return enough;
  const lanes = lanesFrom(arcs);
  let amount = 0;
  while (amount < enough) {
    const path = shortestPath(lanes, from, to);
    if (path === null) break;
    const more = Math.min(enough - amount, ...path.map(({ room }) => room));
    for (const lane of path) {
      lane.room -= more;
      if (lane.back) lane.back.room += more;
    }
    amount += more;
  }
  return amount;
}

function lanesFrom(arcs: Iterable<Arc>): Map<string, Lane[]> {
  const lanes = new Map<string, Lane[]>();
  const add = (from: string, lane: Lane): void => {
    const leaving = lanes.get(from);
    if (leaving) leaving.push(lane);
    else lanes.set(from, [lane]);
  };
  for (const { from, to, rise, fall } of arcs) {
    const ahead: Lane = { to, room: rise, back: null };
    ahead.back = { to: from, room: fall, back: ahead };
    add(from, ahead);
    add(to, ahead.back);
  }
  return lanes;
}

/** The lanes of a shortest way that still has room; null when there is none. */
function shortestPath(lanes: ReadonlyMap<string, Lane[]>, from: string, to: string): Lane[] | null {
  const paths = new Map<string, Lane[]>([[from, []]]);
  for (const [sum, path] of paths) {
    if (sum === to) return path;
    for (const lane of lanes.get(sum) ?? []) {
      if (lane.room > 0 && !paths.has(lane.to)) paths.set(lane.to, [...path, lane]);
    }
  }
  return null;
}
