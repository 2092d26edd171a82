import { withClient } from '../../../infra/database/client.js';
import { openFaultHub, type FaultHub } from '../hub/fault-hub.js';
import { oneQueryOf, type OneQuery } from '../hub/one-query.js';
import { openOwnPostgres, type OwnPostgres } from '../hub/own-postgres.js';
import { figuresOf, type Figures } from '../profile.js';
import type { Read } from '../published.js';

/** What the faults of one file share: a hub of processes on a PostgreSQL of its own. */
export interface World {
  readonly postgres: OwnPostgres;
  readonly hub: FaultHub;
  readonly query: OneQuery;
  readonly figures: Figures;
  readonly read: Read;
  /** How long a sound answer takes now: how busy the machine is. */
  readonly soundMs: () => Promise<number>;
  /** How long all parts of the hub took to start. */
  readonly startedMs: number;
  close(): Promise<void>;
}

/** How long until a hub that has just started has answered whole. */
const startMs = 60_000;

export async function openWorld(): Promise<World> {
  const postgres = await openOwnPostgres();
  const start = performance.now();
  const hub = await openFaultHub(postgres).catch(async (error: unknown) => {
    await postgres.drop();
    throw error;
  });
  const startedMs = performance.now() - start;
  const query = await oneQueryOf(hub);
  await query.untilWhole(startMs);
  return {
    ...{ postgres, hub, query, startedMs },
    figures: figuresOf('Life and death of the parts'),
    read: <R extends object>(sql: string) =>
      withClient(postgres.url('owner'), async (client) => (await client.query<R>(sql)).rows),
    soundMs: async () => (await query.ask()).ms,
    async close() {
      await hub.close();
      await postgres.drop();
    },
  };
}
