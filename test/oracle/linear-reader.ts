/** A number that a reader may not know: what it really is, and between what the reader knows that it lies. */
export interface Unknown {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** What a reader must hold possible for a number. */
export interface Reach {
  readonly lowest: number;
  readonly highest: number;
}

/** Numbers that come to nothing together, each so many times. */
type Equation = ReadonlyMap<number, number>;

const nearly = 1e-7;

/**
 * A reader who knows sums of numbers and between what each of them lies, and who solves them together: every number is followed as far as all sums
 * allow (a simplex with bounds, begun from what is true). Knows no integers, and so may hold a little more possible than there is. Written apart
 * from the product.
 */
export class LinearReader {
  private readonly unknowns: Unknown[] = [];
  private readonly equations: Equation[] = [];
  private solved: Tableau | null = null;

  /** A number between two others; known where these are the same. Gives its place. */
  number(value: number, least: number, most: number): number {
    if (value < least || value > most) throw new Error(`${value} is not between ${least} and ${most}`);
    this.solved = null;
    return this.unknowns.push({ value, least, most }) - 1;
  }

  /** The parts are the whole together. */
  sum(parts: readonly number[], whole: number): void {
    this.solved = null;
    this.equations.push(new Map([...parts.map((part) => [part, 1] as const), [whole, -1]]));
  }

  /** The parts are the whole together, or more. */
  sumOrMore(parts: readonly number[], whole: number): void {
    const more = parts.reduce((all, part) => all + this.valueOf(part), -this.valueOf(whole));
    const spare = this.number(more, 0, Infinity);
    this.equations.push(new Map([...parts.map((part) => [part, 1] as const), [whole, -1], [spare, -1]]));
  }

  valueOf(place: number): number {
    return this.unknowns[place]?.value ?? 0;
  }

  /** The lowest and highest whole number that can stand in a place. */
  reach(place: number): Reach {
    this.solved ??= solved(this.equations, this.unknowns);
    const follow = (direction: 1 | -1): number =>
      followed(copyOf(this.solved as Tableau), this.unknowns, place, direction);
    // never the zero below zero
    return { lowest: Math.ceil(follow(-1) - nearly) + 0, highest: Math.floor(follow(1) + nearly) };
  }
}

/** Equations between numbers that are not known, solved for one number each: its base. */
interface Tableau {
  readonly rows: Float64Array[];
  readonly bases: number[];
}

const copyOf = ({ rows, bases }: Tableau): Tableau => ({ rows: rows.map((row) => row.slice()), bases: [...bases] });

function solved(equations: readonly Equation[], unknowns: readonly Unknown[]): Tableau {
  const tableau: Tableau = { rows: [], bases: [] };
  for (const equation of equations) {
    const row = Float64Array.from(unknowns, (one, place) => (isKnown(one) ? 0 : (equation.get(place) ?? 0)));
    for (const [index, base] of tableau.bases.entries()) take(row, tableau.rows[index], row[base]);
    const base = row.findIndex((factor) => Math.abs(factor) > nearly);
    if (base < 0) continue;
    tableau.rows.push(row);
    tableau.bases.push(base);
    pivot(tableau, tableau.rows.length - 1, base);
  }
  return tableau;
}

const isKnown = ({ least, most }: Unknown): boolean => least === most;

/** Takes another row from a row so many times. */
function take(row: Float64Array, other: Float64Array | undefined, times = 0): void {
  if (times === 0 || !other) return;
  for (let place = 0; place < row.length; place++) row[place] = (row[place] ?? 0) - times * (other[place] ?? 0);
}

/** Solves a row for another number, and takes that number out of every other row. */
function pivot({ rows, bases }: Tableau, index: number, base: number): void {
  const row = rows[index];
  if (!row) return;
  const by = row[base] ?? 1;
  for (let place = 0; place < row.length; place++) row[place] = (row[place] ?? 0) / by;
  for (const other of rows) if (other !== row) take(other, row, other[base]);
  bases[index] = base;
}

/** How far a number can be followed one way. */
function followed(tableau: Tableau, unknowns: readonly Unknown[], target: number, direction: 1 | -1): number {
  const values = unknowns.map(({ value }) => value);
  for (let step = 0; step < 10_000; step++) {
    const move = nextMove(tableau, unknowns, values, { target, direction, isLate: step > 300 });
    if (!move) return values[target] ?? 0;
    if (move.by === Infinity) return direction * Infinity;
    values[move.place] = (values[move.place] ?? 0) + move.way * move.by;
    for (const [index, base] of tableau.bases.entries())
      values[base] = (values[base] ?? 0) - (tableau.rows[index]?.[move.place] ?? 0) * move.way * move.by;
    if (move.stoppedBy !== null) pivot(tableau, move.stoppedBy, move.place);
  }
  throw new Error('goes round in circles');
}

interface Move {
  readonly place: number;
  readonly way: 1 | -1;
  readonly by: number;
  /** The row whose base comes to its bound; null where the number itself does. */
  readonly stoppedBy: number | null;
}

/** The number that carries the target furthest for each that it moves itself; late the first that carries it at all, which ends for certain. */
function nextMove(
  tableau: Tableau,
  unknowns: readonly Unknown[],
  values: readonly number[],
  { target, direction, isLate }: { readonly target: number; readonly direction: 1 | -1; readonly isLate: boolean },
): Move | null {
  const rowOfTarget = tableau.rows[tableau.bases.indexOf(target)];
  let best: { place: number; gain: number } | null = null;
  for (const [place, unknown] of unknowns.entries()) {
    const gain = direction * ((place === target ? 1 : 0) - (rowOfTarget?.[place] ?? 0));
    if (Math.abs(gain) < nearly || (place === target && rowOfTarget) || isKnown(unknown)) continue;
    const room = gain > 0 ? unknown.most - (values[place] ?? 0) : (values[place] ?? 0) - unknown.least;
    if (room > nearly && (!best || Math.abs(gain) > Math.abs(best.gain))) best = { place, gain };
    if (best && isLate) break;
  }
  if (!best) return null;
  const { place, gain } = best;
  const { least = 0, most = 0 } = unknowns[place] ?? {};
  const by = gain > 0 ? most - (values[place] ?? 0) : (values[place] ?? 0) - least;
  return moveOf(tableau, unknowns, values, { place, way: gain > 0 ? 1 : -1, by, stoppedBy: null });
}

/** A move as far as the bases let it go. */
function moveOf({ rows, bases }: Tableau, unknowns: readonly Unknown[], values: readonly number[], move: Move): Move {
  return bases.reduce<Move>((shortest, base, index) => {
    const slope = -(rows[index]?.[move.place] ?? 0) * move.way;
    if (Math.abs(slope) < nearly) return shortest;
    const { least = 0, most = 0 } = unknowns[base] ?? {};
    const room = Math.max(0, slope > 0 ? most - (values[base] ?? 0) : (values[base] ?? 0) - least);
    const by = room / Math.abs(slope);
    const isFirst = by === shortest.by && shortest.stoppedBy !== null && base < (bases[shortest.stoppedBy] ?? base);
    return by < shortest.by || isFirst ? { ...move, by, stoppedBy: index } : shortest;
  }, move);
}
