import { setTimeout as wait } from 'node:timers/promises';
import { HubError } from '../errors/errors.js';
import { createTurnstile, type Turnstile } from './turnstile.js';

/** A turnstile before which everyone has one place, however often he comes: they take turns. */
export interface FairTurnstile {
  /**
   * Lets work of `who` through: one piece of it at a time, and whoever has more lets others go first. Throws OVERLOADED when the turn does
   * not come in time: nothing was begun.
   */
  pass<T>(who: string, work: () => Promise<T>): Promise<T>;
}

/** Thrown by work that cannot begin yet and has done nothing: it leaves, so that others can pass, and comes again. */
export class NotYet extends Error {
  constructor() {
    super('not yet');
  }
}

/** Before work that could not begin comes again. */
const pauseMs = 50;

/** `width` at a time; nobody waits longer than `patienceMs`. */
export function createFairTurnstile(width: number, patienceMs: number): FairTurnstile {
  const all = createTurnstile(width, patienceMs);
  const rows = new Map<string, Turnstile>();

  return {
    async pass(who, work) {
      const until = performance.now() + patienceMs;
      const own = rows.get(who) ?? createTurnstile(1, patienceMs);
      rows.set(who, own);
      try {
        return await own.pass(() => passOrComeAgain(all, work, until));
      } finally {
        if (own.isEmpty() && rows.get(who) === own) rows.delete(who);
      }
    },
  };
}

async function passOrComeAgain<T>(all: Turnstile, work: () => Promise<T>, until: number): Promise<T> {
  for (;;) {
    try {
      return await all.pass(work, until - performance.now());
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      if (performance.now() + pauseMs > until) throw new HubError('OVERLOADED');
      await wait(pauseMs);
    }
  }
}
