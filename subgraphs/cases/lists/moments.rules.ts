import { HubError } from '../../../platform/errors/errors.js';

/** How far two clocks may differ. */
const toleranceMs = 5 * 60_000;

/** A moment that another cannot precede, by the name under which clients know it. */
export interface Earlier {
  readonly name: string;
  readonly at: Date;
}

/** Throws BAD_USER_INPUT for a moment that is still ahead, or that lies before what it cannot precede. */
export function assertPast(field: string, at: Date, now: Date, earlier?: Earlier): void {
  if (at.getTime() > now.getTime() + toleranceMs) throw new HubError('BAD_USER_INPUT', { field, expected: '≤ 5 min' });
  if (earlier && at < earlier.at) throw new HubError('BAD_USER_INPUT', { field, expected: `≥ ${earlier.name}` });
}
