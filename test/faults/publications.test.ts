import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { databaseName } from '../../infra/database/hub-database.js';
import { withClient } from '../../infra/database/client.js';
import { readSecrets } from '../../infra/database/secrets.js';
import { developmentToken } from '../../infra/identity/development-identity.js';
import { clusterFolder, removeCluster } from '../../infra/postgres/cluster.js';
import { freePort, runningPostgresUrl } from '../../infra/postgres/embedded.js';
import { stopOrphan } from '../../infra/postgres/orphan.js';
import { readLockFile } from '../../infra/postgres/postmaster.js';
import { spawnHub, type SpawnedHub } from '../spawned-hub.js';
import { publishAll, type Publisher } from './publisher.js';

// The long form: FAULT_PUBLICATIONS=20000 FAULT_KILLS=200 npm test -- test/faults
const publications = Number(process.env['FAULT_PUBLICATIONS'] ?? 300);
const kills = Number(process.env['FAULT_KILLS'] ?? 4);
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
}, 120_000);

afterAll(async () => {
  hub.process.kill('SIGTERM');
  await hub.ended();
  await stopOrphan(clusterFolder(dataFolder()));
  await removeCluster(dataFolder());
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const dataFolder = (): string => join(folder, 'data');

/** Rows of a statement, read past the hub. */
async function read<R extends object>(sql: string): Promise<R[]> {
  const { owner } = await readSecrets(dataFolder());
  const url = await runningPostgresUrl(dataFolder(), owner, databaseName);
  if (url === null) throw new Error('no server runs');
  return withClient(url, async (client) => (await client.query<R>(sql)).rows);
}

/** Every publisher with an offer of another provider, whose source has never counted before. */
async function choosePublishers(): Promise<Publisher[]> {
  const rows = await read<{ organisation_id: string; key: string; unit: string }>(
    `select distinct on (organisation_id) organisation_id, key, unit from capacity.offer
     where rung <> 'LOCAL_TEAM' and retired_at is null order by organisation_id, key limit ${publisherCount}`,
  );
  return rows.map(({ organisation_id: organisationId, key: offerKey, unit }) => ({
    organisationId,
    offerKey,
    unit,
    acknowledged: 0,
  }));
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
    const publishers = await choosePublishers();
    const acknowledgements: number[] = [];
    const each = publications / publisherCount;
    const publisherHub = {
      url: `http://127.0.0.1:${environment['PORT'] ?? ''}`,
      token: (organisation: string) =>
        developmentToken(dataFolder(), { sub: 'faults', roles: ['provider-system'], organisation }, 24 * 60),
      onAcknowledged: (at: number) => void acknowledgements.push(at),
    };
    const publishing = Promise.all(publishers.map((publisher) => publishAll(publisher, publisherHub, each)));
    const killed: number[] = [];
    const killing = (async () => {
      for (let turn = 0; turn < kills; turn += 1) {
        const due = ((turn + 0.5 + Math.random() * 0.5) * publications) / (kills + 1);
        while (acknowledgements.length < due) await wait(2);
        killed.push(performance.now());
        await killOne(turn % 2 === 0);
      }
    })();
    await Promise.all([publishing, killing]);

    const stored = await read<{ key: string; reports: string; sequences: string; newest: string }>(
      `select o.key, count(*) as reports, count(distinct r.sequence) as sequences, max(r.sequence) as newest
       from capacity.capacity_report r join capacity.offer o on o.id = r.offer_id where r.source like '%faults%' group by o.id`,
    );
    expect(stored.map(({ reports, sequences, newest }) => [reports, sequences, newest].map(Number))).toEqual(
      publishers.map(() => [each, each, each]),
    );
    const [told] = await read<{ events: string }>(
      `select count(*) as events from capacity.outbox where kind = 'capacity.reported' and organisation_id in
       (${publishers.map(({ organisationId }) => `'${organisationId}'`).join(', ')})`,
    );
    expect(Number(told?.events)).toBe(publications);
    report(killed, acknowledgements);
  },
  patience,
);

/** How long after each kill the next publication was acknowledged: for people who run the long form. */
function report(killed: readonly number[], acknowledgements: readonly number[]): void {
  const recoveries = killed.map((at) => (acknowledgements.find((next) => next > at + 1) ?? NaN) - at);
  const slowest = Math.max(...recoveries);
  if (process.env['FAULT_PUBLICATIONS'] !== undefined)
    process.stdout.write(`${publications} publications, ${kills} kills, slowest recovery ${slowest.toFixed(0)} ms\n`);
}
