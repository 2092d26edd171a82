import { openDatabase, type DataSource, type SubgraphStorage } from '../database/database.js';
import type { Sealer } from '../secrecy/sealer.js';
import type { Logger } from '../process/logger.js';
import { listen } from './listen.js';
import { repeat, type BackgroundTask } from './repeat.js';

export interface BackgroundOptions {
  readonly storage: SubgraphStorage;
  readonly url: string;
  readonly logger: Logger;
  readonly sealer?: Sealer;
}

/** What runs beside the requests of a subgraph. */
export interface Background {
  /** Ends when no task runs any more and no connection is left. */
  close(): Promise<void>;
}

/** Connections of its own: background work never takes one from a request, nor the other way round. */
const poolSize = 3;
const poolWaitMs = 10_000;
const statementTimeoutMs = 10_000;
/** A first round that takes longer goes on while the subgraph already answers. */
const firstRoundMs = 10_000;

/** Starts the tasks that `plan` makes over a small pool, and waits for the first round of those that must be done before requests. */
export async function startBackground(
  options: BackgroundOptions,
  plan: (db: DataSource) => readonly BackgroundTask[],
): Promise<Background> {
  const { storage, url, logger, sealer } = options;
  const applicationName = `thuisbasis-${storage.schema}-background`;
  const duty = 'background';
  const limits = { poolSize, poolWaitMs, statementTimeoutMs };
  const db = await openDatabase(storage, { ...limits, url, applicationName, duty, ...(sealer && { sealer }) });
  const running = plan(db).map((task) => ({ task, repetition: repeat(task, storage.schema, logger) }));
  const wake = (channel?: string): void => {
    for (const { task, repetition } of running)
      if (task.wokenBy && (channel === undefined || task.wokenBy.includes(channel))) repetition.wake();
  };
  const channels = [...new Set(running.flatMap(({ task }) => task.wokenBy ?? []))];
  const listening = listen({
    url,
    applicationName,
    channels,
    onNotification: (channel) => wake(channel),
    onConnected: () => wake(),
  });
  await atMost(
    firstRoundMs,
    Promise.all(running.filter(({ task }) => task.isAwaited).map(({ repetition }) => repetition.firstRound)),
  );
  return {
    async close() {
      await listening.close();
      await Promise.all(running.map(({ repetition }) => repetition.stop()));
      await db.destroy();
    },
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
