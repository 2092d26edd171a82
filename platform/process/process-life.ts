import { ConfigurationError } from './environment.js';
import { describeError } from './logger.js';
import { keepObjectsYoung } from './young-objects.js';

/** npm passes on a Ctrl-C that the process has received already: what comes this soon after is the same wish. */
const sameWishMs = 500;

export interface StopOptions {
  /** Called instead of waiting when a second signal comes; must not wait itself. */
  readonly drop?: () => void;
  /** Whether the process that started this one tells it when to stop: while that is there, a signal, which comes to the whole group, is left to it. */
  readonly isLed?: boolean;
}

/**
 * Ends the process in order: on SIGINT, SIGTERM, a closed terminal, or when the process that started it is gone, `stop` runs
 * and the exit code is 0. A second signal ends it at once, with exit code 1.
 */
export function stopWithProcess(stop: () => Promise<void>, { drop, isLed = false }: StopOptions = {}): void {
  let beganAt: number | null = null;
  const begin = (): void => {
    beganAt = performance.now();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  const onSignal = (): void => {
    if (isLed && process.connected) return;
    if (beganAt === null) begin();
    else if (performance.now() - beganAt > sameWishMs) {
      drop?.();
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.on('disconnect', () => {
    if (beganAt === null) begin();
  });
  const isForsaken = process.send !== undefined && !process.connected;
  if (isForsaken) begin();
}

/** Does what a process starts with. What is wrong ends it: one line on standard error, and exit code 1. */
export async function startOrEnd(name: string, start: () => Promise<void>): Promise<void> {
  keepObjectsYoung();
  try {
    await start();
  } catch (error) {
    const reason = error instanceof ConfigurationError ? error.message : JSON.stringify(describeError(error));
    process.stderr.write(`${name}: ${reason}\n`);
    // what was opened before the fault would keep the process alive
    process.exit(1);
  }
}

/** Tells the process that started this one, if it listens, that requests are welcome. */
export function announceReady(): void {
  process.send?.('ready');
}
