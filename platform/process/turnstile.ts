import { HubError } from '../errors/errors.js';

/** Lets a few pieces of work through at a time; the others wait their turn, in the order in which they came. */
export interface Turnstile {
  /** Throws OVERLOADED when the turn does not come in time: nothing was begun. */
  pass<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly enter: () => void;
}

/** `width` at a time; nobody waits longer than `patienceMs`. */
export function createTurnstile(width: number, patienceMs: number): Turnstile {
  const waiting = new Set<Waiting>();
  let inside = 0;

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(own);
        reject(new HubError('OVERLOADED'));
      }, patienceMs);
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
    async pass(work) {
      if (inside < width) inside += 1;
      else await turn();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
