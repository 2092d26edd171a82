import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { capacityStorage } from '../../../subgraphs/capacity/storage.js';
import { testSealer } from '../../content-keys.js';
import { cloneDatabase } from '../../database.js';
import { writeWorld } from '../../oracle/write-world.js';
import type { WorldOffer } from '../../oracle/world.js';

/** A database of capacity whose clock stands still until it is set on. */
export interface CapacityDatabase {
  /** Address for capacity's own role, to open it from another process. */
  readonly url: string;
  /** As capacity's own role. */
  readonly db: DataSource;
  /** As that role at work unasked, as the tasks beside the requests are. */
  readonly background: DataSource;
  /** The statements that this role has sent, in either way. */
  readonly statements: string[];
  setClock(at: string): Promise<void>;
  /** Replaces all offers; their times count back from an instant. */
  write(offers: readonly WorldOffer[], at: string): Promise<void>;
  /** As the owner of the tables. */
  readonly owner: DataSource;
  close(): Promise<void>;
}

/** A database of its own; `poolSize` connections ask it at the same time as capacity. */
export async function openCapacityDatabase({ poolSize = 2 } = {}): Promise<CapacityDatabase> {
  const database = await cloneDatabase('empty');
  const statements: string[] = [];
  const options = {
    sealer: testSealer(),
    applicationName: 'test',
    poolSize,
    poolWaitMs: 30_000,
    statementTimeoutMs: 10_000,
  };
  const owner = await openDatabase(capacityStorage, { ...options, poolSize: 2, url: database.url('owner') });
  const db = await openDatabase(capacityStorage, {
    ...options,
    url: database.url('capacity'),
    onStatement: (sql) => statements.push(sql),
  });
  const background = await openDatabase(capacityStorage, {
    ...options,
    url: database.url('capacity'),
    duty: 'background',
    onStatement: (sql) => statements.push(sql),
  });
  return {
    url: database.url('capacity'),
    db,
    background,
    statements,
    owner,
    setClock: async (at) => {
      const body = `select timestamptz '${at}'`;
      await owner.query(
        `create or replace function public.hub_now() returns timestamptz language sql stable as $$${body}$$`,
      );
    },
    write: (offers, at) => writeWorld(owner, { offers }, Date.parse(at)),
    close: async () => {
      await db.destroy();
      await background.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}
