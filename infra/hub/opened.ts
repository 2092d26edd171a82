/** What a start has opened so far, to be closed in reverse order. */
export interface Opened {
  /**
   * Remembers how to close what was just opened, and how to drop it without waiting. Throws `Interrupted` when the process is
   * ending: the start then goes no further.
   */
  add(close: () => Promise<void>, drop?: () => void): void;
  /** Lets the start break off at its next step. */
  interrupt(): void;
  isInterrupted(): boolean;
  /** Closes everything, also what comes after something that fails to close; throws the first failure. */
  close(): Promise<void>;
  /** Drops whatever is still open. */
  drop(): void;
}

/** A start that was told to end before it was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export function trackOpened(): Opened {
  const entries: { close: () => Promise<void>; drop: (() => void) | undefined }[] = [];
  let isInterrupted = false;

  return {
    add(close, drop) {
      entries.push({ close, drop });
      if (isInterrupted) throw new Interrupted();
    },
    interrupt() {
      isInterrupted = true;
    },
    isInterrupted: () => isInterrupted,
    async close() {
      const failures: unknown[] = [];
      for (let last = entries.at(-1); last; last = entries.at(-1)) {
        await last.close().catch((error: unknown) => failures.push(error));
        entries.pop();
      }
      if (failures.length > 0) throw failures[0];
    },
    drop() {
      for (const { drop } of entries.toReversed()) drop?.();
    },
  };
}
