import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processIdentity } from '../../../infra/process-identity.js';
import { clusterFolder, removeCluster } from '../../../infra/postgres/cluster.js';
import { freePort } from '../../../infra/postgres/embedded.js';
import { stopOrphan } from '../../../infra/postgres/orphan.js';
import { cloneDatabase } from '../../database.js';
import { spawnHub } from '../../spawned-hub.js';

const patience = 90_000;

describe('a hub on a machine of its own', () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thuisbasis-start-'));
    await chmod(folder, 0o711);
    environment = { DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) };
  });

  afterAll(async () => {
    const data = join(folder, 'data');
    await stopOrphan(clusterFolder(data));
    await removeCluster(data);
    await rm(folder, { recursive: true, force: true });
  });

  /** Number of the PostgreSQL process in the data folder; `null` when there is none. */
  async function serverProcess(): Promise<number | null> {
    const file = join(clusterFolder(join(folder, 'data')), 'postmaster.pid');
    const text = await readFile(file, 'utf8').catch(() => '');
    return text === '' ? null : Number(text.split('\n')[0]);
  }

  it(
    'loads the region on its first start, answers the first question and stops without a trace',
    async () => {
      const hub = spawnHub(environment);
      await hub.untilServing();
      expect(hub.output()).toMatch(/Loading the demonstration region/);
      expect(hub.output()).toMatch(/Casus FL-26-0042/);
      expect(hub.output()).toMatch(
        /10 opties getoond · \d+ organisaties en \d+ aanbiedingen bekeken · \d+ ms · cases -> capacity -> people/,
      );
      hub.process.kill('SIGTERM');
      expect(await hub.ended()).toBe(0);
      expect(hub.errors()).toBe('');
      expect(await serverProcess()).toBeNull();
    },
    patience,
  );

  it(
    'starts again with its data after a kill -9, and refuses a second hub on them',
    async () => {
      const killed = spawnHub(environment);
      await killed.untilServing();
      killed.process.kill('SIGKILL');
      await killed.ended();
      const orphan = await serverProcess();
      expect(orphan).not.toBeNull();

      const hub = spawnHub(environment);
      await hub.untilServing();
      expect(hub.output()).not.toMatch(/Loading/);
      expect(processIdentity(orphan ?? 0)).toBeNull();

      const second = spawnHub({ ...environment, PORT: String(await freePort()) });
      expect(await second.ended()).toBe(1);
      expect(second.errors()).toMatch(/^The data folder \S+ is in use by another hub \(process \d+\): .+\n$/);

      hub.process.kill('SIGINT');
      expect(await hub.ended()).toBe(0);
    },
    patience,
  );

  it(
    'runs as four processes on the same data and leaves none behind',
    async () => {
      const hub = spawnHub(environment, 'hub-of-processes');
      await hub.untilServing();
      expect(hub.output()).toMatch(/cases -> capacity -> people/);
      hub.process.kill('SIGTERM');
      expect(await hub.ended()).toBe(0);
      expect(await serverProcess()).toBeNull();
    },
    patience,
  );

  it('says that its port is taken, and starts nothing', async () => {
    const port = Number(environment['PORT']);
    const other = createServer().listen(port, '127.0.0.1');
    try {
      const hub = spawnHub(environment);
      expect(await hub.ended()).toBe(1);
      expect(hub.errors()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken: .+\\n$`));
      expect(await serverProcess()).toBeNull();
    } finally {
      other.close();
    }
  });

  it.each([
    ['is no address', 'nonsense', /^DATABASE_URL must look like postgres:\/\/.+\n$/],
    ['leads nowhere', 'postgres://someone@127.0.0.1:1/hub', /^The database of DATABASE_URL cannot be used: .+\n$/],
  ])('says what to do about a DATABASE_URL that %s', async (_what, url, line) => {
    const hub = spawnHub({ ...environment, DATABASE_URL: url });
    expect(await hub.ended()).toBe(1);
    expect(hub.errors()).toMatch(line);
  });

  it(
    'uses the database that DATABASE_URL names, and tells a wrong password and a missing database apart',
    async () => {
      const database = await cloneDatabase('demonstration');
      try {
        const right = new URL(database.url('owner'));
        const wrongPassword = new URL(right);
        wrongPassword.password = 'wrong';
        const missing = new URL(right);
        missing.pathname = 'no_such_database';
        const failures = [wrongPassword, missing].map(async ({ href }) => {
          const hub = spawnHub({ ...environment, DATA_DIR: await mkdtemp(join(folder, 'x')), DATABASE_URL: href });
          return [await hub.ended(), hub.errors()];
        });
        expect(await Promise.all(failures)).toEqual([
          [1, expect.stringContaining('it refuses this user and password')],
          [1, expect.stringContaining('that database does not exist there')],
        ]);
      } finally {
        await database.drop();
      }
    },
    patience,
  );

  it('says that it cannot write its data folder', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const hub = spawnHub({ ...environment, DATA_DIR: join(file, 'data') });
    expect(await hub.ended()).toBe(1);
    expect(hub.errors()).toMatch(/^The data folder \S+ cannot be made: .+\n$/);
  });
});
