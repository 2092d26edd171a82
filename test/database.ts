import { randomBytes } from 'node:crypto';
import { roleUrl } from '../infra/database/role-url.js';
import { withClient } from '../infra/database/client.js';
import type { DatabaseSecrets } from '../infra/database/secrets.js';
import type { StorageName } from '../infra/subgraphs.js';

/** `empty` has every table and no row; `demonstration` holds the demonstration region. */
export type DatabaseKind = 'empty' | 'demonstration';

/** A database for one test file, cloned from a template. */
export interface TestDatabase {
  /** Its address, as the owner or as the login role of a subgraph or the gateway. */
  url(role: 'owner' | StorageName): string;
  /** Moves the clock of this database on by an interval such as `3 days`; later moves add up. */
  moveClock(interval: string): Promise<void>;
  /** Lets the clock of this database stand still at this moment. */
  stopClock(): Promise<void>;
  /** Removes it; with KEEP_DATABASES set it is kept for a look. */
  drop(): Promise<void>;
}

interface Access {
  /** Address of the maintenance database of the test server. */
  readonly ownerUrl: string;
  readonly secrets: DatabaseSecrets;
}

/** A database in which no hub has been, as somebody makes it for one that is to come. */
export async function bareDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const { ownerUrl } = testAccess();
  const name = `test_bare_${randomBytes(6).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`create database ${name} template template0`));
  const url = new URL(ownerUrl);
  url.pathname = name;
  return {
    url: url.href,
    async drop() {
      await withClient(ownerUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Makes a database from a template, in a fraction of a second. Drop it in `afterAll`. */
export async function cloneDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const { ownerUrl, secrets } = testAccess();
  const name = `test_${kind}_${randomBytes(6).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`create database ${name} template ${kind}`));
  const own = new URL(ownerUrl);
  own.pathname = name;
  return databaseAt(own.href, secrets, async () => {
    if (process.env['KEEP_DATABASES']) return;
    await withClient(ownerUrl, (client) => client.query(`drop database ${name} with (force)`));
  });
}

/** A database at this address, as its owner, with these passwords of the login roles. */
export function databaseAt(ownerUrl: string, secrets: DatabaseSecrets, drop: () => Promise<void>): TestDatabase {
  const moves: string[] = [];
  const setClock = (sql: string) => withClient(ownerUrl, (client) => client.query(clockOf(sql)));
  return {
    url: (role) => (role === 'owner' ? ownerUrl : roleUrl(ownerUrl, role, secrets)),
    async moveClock(interval) {
      moves.push(interval);
      await setClock(['clock_timestamp()', ...moves.map((move) => `interval '${move}'`)].join(' + '));
    },
    async stopClock() {
      await setClock(`timestamptz '${new Date().toISOString()}'`);
    },
    drop,
  };
}

/** The passwords of the login roles, which all test databases share. */
export function databaseSecrets(): DatabaseSecrets {
  return testAccess().secrets;
}

function testAccess(): Access {
  const access = process.env['TEST_DATABASES'];
  if (access === undefined) throw new Error('TEST_DATABASES is not set: run the tests through npm test');
  return JSON.parse(access) as Access;
}

function clockOf(sql: string): string {
  return `create or replace function public.hub_now() returns timestamptz language sql stable as $$select ${sql}$$`;
}
