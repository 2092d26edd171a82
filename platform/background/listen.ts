import { setTimeout as wait } from 'node:timers/promises';
import { Client, type QueryConfig } from 'pg';

export interface ListenOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly channels: readonly string[];
  /** Told of every notification, with what was said in it. */
  readonly onNotification: (channel: string, payload: string) => void;
  /** Told of every new connection: what was notified before it went unheard. */
  readonly onConnected: () => void;
  /** How often the connection is tried: one that was lost in silence says nothing of it. Every 10 s, unless told otherwise. */
  readonly beatMs?: number;
}

const connectTimeoutMs = 5_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;
const usualBeatMs = 10_000;

/** Listens to channels of PostgreSQL on a connection of its own, and connects again for as long as it is not closed. */
export function listen(options: ListenOptions): { close(): Promise<void> } {
  const closing = new AbortController();
  const kept = keepListening(options, closing.signal);
  return {
    async close() {
      closing.abort();
      await kept;
    },
  };
}

async function keepListening(options: ListenOptions, signal: AbortSignal): Promise<void> {
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const hasListened = await session(options, signal);
    if (hasListened) pauseMs = firstPauseMs;
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One connection, until it breaks or the listening ends; whether it was ever made. */
async function session(options: ListenOptions, signal: AbortSignal): Promise<boolean> {
  const client = new Client({
    connectionString: options.url,
    application_name: options.applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  const end = (): void => void client.end().catch(() => undefined);
  client.on('error', () => undefined);
  client.on('notification', ({ channel, payload = '' }) => options.onNotification(channel, payload));
  try {
    await client.connect();
    for (const channel of options.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch {
    end();
    return false;
  }
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  else options.onConnected();
  beat(client, options.beatMs ?? usualBeatMs, signal).catch(end);
  await ended;
  signal.removeEventListener('abort', end);
  return true;
}

/** Tries the connection again and again; fails when it is over, or when nothing comes back for as long as lies between two tries. */
async function beat(client: Client, everyMs: number, signal: AbortSignal): Promise<never> {
  for (;;) {
    await wait(everyMs, undefined, { signal, ref: false });
    await client.query({ text: 'select', query_timeout: everyMs } as QueryConfig);
  }
}
