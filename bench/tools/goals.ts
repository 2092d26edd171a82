import { digits } from './report.js';

/** What was aimed for. */
export interface Goal {
  readonly what: string;
  readonly aimed: string;
  readonly measured: number;
  readonly isReached: boolean;
}

/** A goal of so much or more, in a unit. */
export function atLeast(what: string, measured: number, limit: number, unit: string): Goal {
  return goal(what, measured, `>= ${digits(limit, 2)} ${unit}`, measured >= limit);
}

/** A goal of so much or less, in a unit. */
export function atMost(what: string, measured: number, limit: number, unit: string): Goal {
  return goal(what, measured, `<= ${digits(limit, 2)} ${unit}`, measured <= limit);
}

function goal(what: string, measured: number, aimed: string, isReached: boolean): Goal {
  return { what, aimed, measured: digits(measured, 2), isReached };
}
