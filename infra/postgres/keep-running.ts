import { setTimeout as wait } from 'node:timers/promises';
import type { Postmaster } from './postmaster.js';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/** Starts the server once more; `null` when it did not come up. */
export type StartAgain = () => Promise<Postmaster | null>;

/**
 * A server that is started again whenever it ends without being told to: what was committed is on disk, and the pools connect again
 * by themselves. It tries for as long as the hub lives, with longer pauses, since the children of a killed server need a moment to let go.
 */
export function keepRunning(first: Postmaster, startAgain: StartAgain): Postmaster {
  let current = first;
  let isStopping = false;

  async function watch(): Promise<void> {
    await current.ended;
    for (let pause = firstPauseMs; !isStopping; pause = Math.min(2 * pause, longestPauseMs)) {
      const next = await startAgain();
      if (next) {
        await take(next);
        return;
      }
      await wait(pause, undefined, { ref: false });
    }
  }

  async function take(next: Postmaster): Promise<void> {
    current = next;
    if (isStopping) return next.stop();
    console.error('PostgreSQL ended by itself: it was started again.');
    watched = watch();
  }

  let watched = watch();
  return {
    ended: new Promise(() => undefined),
    async stop() {
      isStopping = true;
      await current.stop();
      await watched;
    },
    drop() {
      isStopping = true;
      current.drop();
    },
  };
}
