import { dutchDay } from '../files/dutch-moments.js';
import { helpForms } from './cbs-codes.js';
import type { GivenPlacement } from './exported-placements.js';

/** Help of one form that one provider gave to one child without a day between: what CBS calls a record. */
export interface Trajectory {
  /** Null where the form of help has no code. */
  readonly helpForm: string | null;
  readonly startOn: string;
  /** Null while it runs. */
  readonly endOn: string | null;
  /** The care that it is made of, the first to start first. */
  readonly placements: readonly [GivenPlacement, ...GivenPlacement[]];
}

/** A half year that CBS asks about, by its first and last day. */
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

/** The records of a period as they stood on its last day: an end that came later is not told yet, what ended before is told already. */
export function recordsIn({ fromOn, toOn }: Period, placements: readonly GivenPlacement[]): readonly Trajectory[] {
  return trajectoriesOf(placements)
    .filter(({ startOn, endOn }) => startOn <= toOn && (endOn === null || endOn >= fromOn))
    .map((one) => (one.endOn !== null && one.endOn > toOn ? { ...one, endOn: null } : one));
}

/** Records overlap nowhere: what one provider gave in one form is one record for as long as it touches (3.3). */
export function trajectoriesOf(placements: readonly GivenPlacement[]): readonly Trajectory[] {
  const open = new Map<string, Trajectory[]>();
  const ordered = [...placements].sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  for (const placement of ordered) {
    const helpForm = helpForms[placement.rung] ?? null;
    const key = [placement.case.id, placement.organisation.id, helpForm ?? placement.rung].join(' ');
    const known = open.get(key) ?? [];
    const last = known.at(-1);
    const next = trajectoryOf(placement, helpForm);
    if (last && touches(last, next)) known[known.length - 1] = joined(last, next);
    else known.push(next);
    open.set(key, known);
  }
  return [...open.values()].flat();
}

function trajectoryOf(placement: GivenPlacement, helpForm: string | null): Trajectory {
  const { startedAt, endedAt } = placement;
  return { helpForm, startOn: dutchDay(startedAt), endOn: dutchDay(endedAt), placements: [placement] };
}

/** The next one must begin after the day on which this one ended. */
function touches({ endOn }: Trajectory, { startOn }: Trajectory): boolean {
  return endOn === null || startOn <= endOn;
}

function joined(first: Trajectory, next: Trajectory): Trajectory {
  const endOn = first.endOn === null || next.endOn === null ? null : later(first.endOn, next.endOn);
  return { ...first, endOn, placements: [...first.placements, ...next.placements] };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
