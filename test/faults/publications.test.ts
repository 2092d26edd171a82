import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, it } from '@jest/globals';
import { databaseName } from '../../infra/database/hub-database.js';
import { withClient } from '../../infra/database/client.js';
import { readSecrets } from '../../infra/database/secrets.js';
import { developmentToken } from '../../infra/identity/development-identity.js';
import { clusterFolder, removeCluster } from '../../infra/postgres/cluster.js';
import { freePort, runningPostgresUrl } from '../../infra/postgres/embedded.js';
import { stopOrphan } from '../../infra/postgres/orphan.js';
import { readLockFile } from '../../infra/postgres/postmaster.js';
import { spawnHub, type SpawnedHub } from '../spawned-hub.js';
import { amountOf, figuresOf, inMs, random } from './profile.js';
import { choosePublishers, expectPublished } from './published.js';
import { publishAll } from './publisher.js';

const publications = amountOf('FAULT_PUBLICATIONS', 300);
const kills = amountOf('FAULT_KILLS', 4);
const publisherCount = 4;
const patience = 120_000 + publications * 100 + kills * 15_000;

let folder: string;
let environment: NodeJS.ProcessEnv;
let hub: SpawnedHub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuisbasis-faults-'));
  await chmod(folder, 0o711);
  environment = { DATA_DIR: join(folder, 'data'), PORT: String(await freePort()), LOG_LEVEL: 'silent' };
  hub = spawnHub(environment);
  await hub.untilServing();
});

afterAll(async () => {
  hub.process.kill('SIGTERM');
  await hub.ended();
  await stopOrphan(clusterFolder(dataFolder()));
  await removeCluster(dataFolder());
  await rm(folder, { recursive: true, force: true });
});

const dataFolder = (): string => join(folder, 'data');

/** Rows of a statement, read past the hub. */
async function read<R extends object>(sql: string): Promise<R[]> {
  const { owner } = await readSecrets(dataFolder());
  const url = await runningPostgresUrl(dataFolder(), owner, databaseName);
  if (url === null) throw new Error('no server runs');
  return withClient(url, async (client) => (await client.query<R>(sql)).rows);
}

async function killPostgres(): Promise<void> {
  process.kill(Number((await readLockFile(clusterFolder(dataFolder()))).split('\n')[0]), 'SIGKILL');
}

/** Kills the hub, or its PostgreSQL, and starts again what a service manager would start again. */
async function killOne(isHub: boolean): Promise<void> {
  if (!isHub) return killPostgres();
  hub.process.kill('SIGKILL');
  await hub.ended();
  hub = spawnHub(environment);
  await hub.untilServing();
}

it(
  'loses no accepted report and doubles no effect while hub and database are killed at random moments',
  async () => {
    const publishers = await choosePublishers(read, publisherCount);
    const acknowledgements: number[] = [];
    const each = publications / publisherCount;
    const publisherHub = {
      url: `http://127.0.0.1:${environment['PORT'] ?? ''}`,
      token: (organisation: string) =>
        developmentToken(dataFolder(), { sub: 'faults', roles: ['provider-system'], organisation }, 24 * 60),
      onAcknowledged: (at: number) => void acknowledgements.push(at),
    };
    const publishing = Promise.all(publishers.map((publisher) => publishAll(publisher, publisherHub, () => each)));
    const killed: number[] = [];
    const killing = (async () => {
      for (let turn = 0; turn < kills; turn += 1) {
        const due = ((turn + 0.5 + random.fraction() * 0.5) * publications) / (kills + 1);
        while (acknowledgements.length < due) await wait(2);
        killed.push(performance.now());
        await killOne(turn % 2 === 0);
      }
    })();
    await Promise.all([publishing, killing]);

    await expectPublished(read, publishers);
    report(killed, acknowledgements);
  },
  patience,
);

/** How long after each kill the next publication was acknowledged. */
function report(killed: readonly number[], acknowledgements: readonly number[]): void {
  const recoveries = killed.map((at) => (acknowledgements.find((next) => next > at + 1) ?? NaN) - at);
  const figures = figuresOf('Publications to a hub that is killed');
  figures.note('kill -9 of hub and PostgreSQL', 'publications · kills', `${publications} · ${kills}`);
  figures.note('', 'accepted and lost · doubled', '0 · 0');
  figures.note('', 'slowest recovery', inMs(Math.max(...recoveries)));
  figures.print();
}
