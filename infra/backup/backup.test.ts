import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testSealer } from '../../test/content-keys.js';
import { cloneDatabase, databaseSecrets, type TestDatabase } from '../../test/database.js';
import { startTestHub } from '../../test/hub.js';
import { broker } from '../../test/actors.js';
import { withNewKey } from '../../platform/secrecy/content-keys.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { sealerOfFile } from '../content-keys/content-keys-file.js';
import { sealStored } from '../content-keys/seal-stored.js';
import { withClient } from '../database/client.js';
import type { HubConfig } from '../hub/config.js';
import { migrate, type MigrationsSoFar } from '../migrate.js';
import { makeBackup } from './make-backup.js';
import { manifestFile, readManifest } from './manifest.js';
import { restoreHub } from './restore-hub.js';
import { migrationsOf, nameOf, tablesOf } from './tables.js';

const made: { url: string; name: string }[] = [];
let database: TestDatabase;
let folder: string;
let erasures: string;

beforeAll(async () => {
  database = await cloneDatabase('demonstration');
  folder = await mkdtemp(join(tmpdir(), 'thuisbasis-backup-'));
  await writeFile(join(folder, 'database-secrets.json'), JSON.stringify(databaseSecrets()));
  erasures = join(folder, 'erasures.jsonl');
});
afterEach(async () => {
  await rm(erasures, { force: true });
  await withClient(database.url('owner'), async (client) => {
    for (const { name } of made.splice(0)) await client.query(`drop database ${name} with (force)`);
  });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** An empty database, as somebody makes it for a hub that is to come back. */
async function emptyDatabase(): Promise<HubConfig> {
  const name = `test_restored_${randomBytes(6).toString('hex')}`;
  const url = new URL(database.url('owner'));
  await withClient(url.href, (client) => client.query(`create database ${name} template template0`));
  url.pathname = name;
  made.push({ url: url.href, name });
  return {
    ...{ host: '127.0.0.1', port: 4000, publicUrl: new URL('http://127.0.0.1:4000'), logLevel: 'error' },
    ...{ dataFolder: folder, databaseUrl: url.href },
  };
}

const restore = async (config: HubConfig, from: string, sealer = testSealer()) =>
  restoreHub(config, { folder: from, sealer, erasures });

/** Of a hub with keys of its own. */
async function otherSealer(): Promise<Sealer> {
  const file = join(folder, 'other-keys.json');
  await writeFile(file, withNewKey([]));
  return sealerOfFile(file);
}

/** Every row of every table, as one sum for each. */
async function contents(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const sums: Record<string, string> = {};
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${nameOf(table)} t`,
      );
      sums[nameOf(table)] = rows[0]?.sum ?? '';
    }
    return sums;
  });
}

describe('a hub that comes back from a backup', () => {
  let backup: string;

  beforeAll(async () => {
    // as every start does
    await sealStored(database.url('owner'), testSealer());
    backup = join(folder, 'monday');
    await makeBackup(database.url('owner'), backup);
  });

  it('holds every row as it was, and tells who followed it to begin anew', async () => {
    const config = await emptyDatabase();
    const before = await contents(database.url('owner'));
    expect((await restore(config, backup)).rows).toBeGreaterThan(1_000);
    const after = await contents(config.databaseUrl ?? '');
    const moved = Object.keys(after).filter((name) => name.endsWith('"outbox_forgotten"'));
    expect(moved).toHaveLength(3);
    const others = (all: Record<string, string>) => Object.entries(all).filter(([name]) => !moved.includes(name));
    expect(others(after)).toEqual(others(before));
  });

  it('answers brokers, and keeps the rights that it had', async () => {
    const config = await emptyDatabase();
    await restore(config, backup);
    const url = new URL(config.databaseUrl ?? '');
    const restored: TestDatabase = {
      ...database,
      url: (role) => {
        const own = new URL(database.url(role));
        own.pathname = url.pathname;
        return own.href;
      },
      drop: () => Promise.resolve(),
    };
    const hub = await startTestHub({ database: restored });
    const question = '{ cases(filter: { number: "FL-26-0042" }) { edges { node { need { rungs } } } } }';
    const { data, errors } = await hub.query<{ cases: { edges: unknown[] } }>(question, {}, broker);
    const refused = await hub.query(question, {}, { role: 'analyst' });
    await hub.close();
    expect(errors).toEqual([]);
    expect(data.cases.edges).toHaveLength(1);
    expect(refused.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('erases again who was erased since', async () => {
    const config = await emptyDatabase();
    const caseId = await withClient(database.url('owner'), async (client) => {
      const { rows } = await client.query<{ id: string }>(`select id from cases.case_file where number = 'FL-26-0012'`);
      return rows[0]?.id ?? '';
    });
    await appendFile(erasures, `${JSON.stringify({ caseId, erasedAt: new Date().toISOString(), orderedBy: 'FG' })}\n`);
    expect((await restore(config, backup)).erased).toBe(1);
    await withClient(config.databaseUrl ?? '', async (client) => {
      const { rowCount } = await client.query('select from cases.case_file where id = $1', [caseId]);
      expect(rowCount).toBe(0);
    });
  });

  it('comes back with nothing when the keys are not those of the backup', async () => {
    const config = await emptyDatabase();
    await expect(restore(config, backup, await otherSealer())).rejects.toThrow('sealed with other keys');
    await expect(restore(config, backup)).resolves.toHaveProperty('erased', 0);
  });

  it('comes back with nothing when a file was damaged', async () => {
    const config = await emptyDatabase();
    const damaged = join(folder, 'damaged');
    await makeBackup(database.url('owner'), damaged);
    await appendFile(join(damaged, 'cases.case_file.copy.gz'), 'x');
    await expect(restore(config, damaged)).rejects.toThrow('is not what was written');
  });

  it('never takes the place of another hub, nor a backup that of another', async () => {
    const config = { ...(await emptyDatabase()), databaseUrl: database.url('owner') };
    await expect(restore(config, backup)).rejects.toThrow('has been in the database');
    await expect(makeBackup(database.url('owner'), backup)).rejects.toThrow('is there already');
  });

  it('of a later hub is refused by name', async () => {
    const config = await emptyDatabase();
    const later = join(folder, 'later');
    await makeBackup(database.url('owner'), later);
    const file = join(later, manifestFile);
    const manifest = await readManifest(later);
    const cases = [...(manifest.migrations['cases'] ?? []), 'Tomorrow9999'];
    await writeFile(file, JSON.stringify({ ...manifest, migrations: { ...manifest.migrations, cases } }));
    await expect(restore(config, later)).rejects.toThrow('made by a later hub (Tomorrow9999)');
  });

  it('of before an upgrade is brought up to date', async () => {
    const [old, config] = [await emptyDatabase(), await emptyDatabase()];
    const all = await withClient(database.url('owner'), (client) => migrationsOf(client));
    const soFar: MigrationsSoFar = { ...all, people: (all['people'] ?? []).slice(0, -1) };
    await migrate(old.databaseUrl ?? '', databaseSecrets(), soFar);
    const before = join(folder, 'before');
    expect((await makeBackup(old.databaseUrl ?? '', before)).migrations['people']).toEqual(soFar['people']);
    await restore(config, before);
    expect(await withClient(config.databaseUrl ?? '', (client) => migrationsOf(client))).toEqual(all);
  });
});
