import { noteRound } from './background-telemetry.js';
import { describeError, type Logger } from '../process/logger.js';

/** Work that a subgraph does unasked, again and again. */
export interface BackgroundTask {
  /** What a log line calls it. */
  readonly name: string;
  /** The pause after each round when nothing wakes it earlier. */
  readonly everyMs: number;
  /** Channels of PostgreSQL whose notifications wake it. */
  readonly wokenBy?: readonly string[];
  /** Whether the subgraph is ready only after its first round. */
  readonly isAwaited?: boolean;
  /** One round. `signal` ends what would take long when the subgraph closes. */
  run(signal: AbortSignal): Promise<unknown>;
}

/** A task that repeats until it is stopped. */
export interface Repetition {
  /** Ends with the first round, whether it worked or not. */
  readonly firstRound: Promise<void>;
  wake(): void;
  /** Ends when no round runs any more. */
  stop(): Promise<void>;
}

const firstRetryMs = 250;
const longestRetryMs = 10_000;

/** Runs a task of a part of the hub round after round. A round that fails is logged once in a row and tried again, later each time. */
export function repeat(task: BackgroundTask, part: string, logger: Logger): Repetition {
  const stopping = new AbortController();
  const alarm = alarmClock();
  let failures = 0;

  async function round(): Promise<void> {
    try {
      await task.run(stopping.signal);
      failures = 0;
      noteRound({ part, task: task.name }, true);
    } catch (error) {
      failures++;
      noteRound({ part, task: task.name }, false);
      if (failures === 1 && !stopping.signal.aborted)
        logger.warn({ operation: task.name, ...describeError(error) }, 'background work failed');
    }
  }

  /** Whoever fails is not woken: it would fail as often as something happens. */
  async function pause(): Promise<void> {
    if (failures === 0) return alarm.sleep(task.everyMs, stopping.signal);
    const retryMs = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
    return alarmClock().sleep(retryMs, stopping.signal);
  }

  async function go(first: Promise<void>): Promise<void> {
    await first;
    for (;;) {
      await pause();
      if (stopping.signal.aborted) return;
      alarm.reset();
      await round();
    }
  }

  const firstRound = round();
  const all = go(firstRound);
  return {
    firstRound,
    wake: () => alarm.ring(),
    async stop() {
      stopping.abort();
      await all;
    },
  };
}

/** A sleep that ends when the alarm rings, also when it rang before. */
function alarmClock() {
  let hasRung = false;
  let wakeUp = (): void => undefined;
  return {
    ring(): void {
      hasRung = true;
      wakeUp();
    },
    reset(): void {
      hasRung = false;
    },
    async sleep(ms: number, signal: AbortSignal): Promise<void> {
      if (hasRung || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, ms);
        function wake(): void {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        }
        signal.addEventListener('abort', wake);
        wakeUp = wake;
      });
      wakeUp = () => undefined;
    },
  };
}
