import type { ServerResponse } from 'node:http';
import { liveLimits } from './live-limits.js';

/** What a client has taken of what it was sent. */
export interface Outlet {
  /** Whether nobody is there any more. */
  readonly isClosed: () => boolean;
  /** Ends when it has taken everything, or has gone. Who takes nothing for long is hung up on. */
  readonly untilTaken: () => Promise<void>;
}

export function outletOf(raw: ServerResponse): Outlet {
  return {
    isClosed: () => raw.destroyed || raw.closed,
    async untilTaken() {
      if (!raw.writableNeedDrain || raw.destroyed) return;
      const stuck = setTimeout(() => raw.destroy(), liveLimits.stuckMs).unref();
      await new Promise<void>((resolve) => {
        raw.once('drain', resolve);
        raw.once('close', resolve);
      });
      clearTimeout(stuck);
    },
  };
}
