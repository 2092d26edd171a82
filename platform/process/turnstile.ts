import { HubError } from '../errors/errors.js';

/** Lets a few pieces of work through at a time; the others wait their turn, in the order in which they came. */
export interface Turnstile {
  /** Throws OVERLOADED when the turn does not come in time, which is the turnstile's own patience unless told otherwise: nothing was begun. */
  pass<T>(work: () => Promise<T>, withinMs?: number): Promise<T>;
  /** Whether nobody is inside. */
  isEmpty(): boolean;
}

interface Waiting {
  readonly enter: () => void;
}

/** `width` at a time; nobody waits longer than `patienceMs`. */
export function createTurnstile(width: number, patienceMs: number): Turnstile {
  const waiting = new Set<Waiting>();
  let inside = 0;

  const turn = (withinMs: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(own);
        reject(new HubError('OVERLOADED'));
      }, withinMs);
      const own: Waiting = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      waiting.add(own);
    });

  /** Gives the place of who leaves to who has waited longest. */
  const leave = (): void => {
    const [next] = waiting;
    if (!next) {
      inside -= 1;
      return;
    }
    waiting.delete(next);
    next.enter();
  };

  return {
    async pass(work, withinMs = patienceMs) {
      if (inside < width) inside += 1;
      else await turn(withinMs);
      try {
        return await work();
      } finally {
        leave();
      }
    },
    isEmpty: () => inside === 0,
  };
}
