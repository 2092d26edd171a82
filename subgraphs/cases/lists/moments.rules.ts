import { HubError } from '../../../platform/errors/errors.js';

/** How far two clocks may differ. */
const toleranceMs = 5 * 60_000;

/** A moment that another cannot precede, by the name under which clients know it. */
export interface Earlier {
  readonly name: string;
  readonly at: Date;
}

/**
 * The moment that was told, which is now where a clock runs ahead of ours: what follows it, at our time, never lies before it.
 * Throws BAD_USER_INPUT for a moment that is still to come, or that lies before what it cannot precede.
 */
export function pastMoment(field: string, told: Date, now: Date, earlier?: Earlier): Date {
  if (told.getTime() > now.getTime() + toleranceMs)
    throw new HubError('BAD_USER_INPUT', { field, expected: '≤ 5 min' });
  const at = told > now ? now : told;
  if (earlier && at < earlier.at) throw new HubError('BAD_USER_INPUT', { field, expected: `≥ ${earlier.name}` });
  return at;
}
