/** What a start has opened so far, to be closed in reverse order. */
export interface Opened {
  /** Remembers how to close what was just opened. Throws `Stopped` when the process is ending: the start goes no further. */
  add(close: () => Promise<void>): void;
  /** Lets the start break off at its next step. */
  interrupt(): void;
  close(): Promise<void>;
}

/** A start that was told to end before it was done. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export function trackOpened(): Opened {
  const closers: (() => Promise<void>)[] = [];
  let isInterrupted = false;

  return {
    add(close) {
      closers.push(close);
      if (isInterrupted) throw new Stopped();
    },
    interrupt() {
      isInterrupted = true;
    },
    async close() {
      for (let close = closers.pop(); close; close = closers.pop()) await close();
    },
  };
}
