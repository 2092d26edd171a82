import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { withClient } from '../database/client.js';
import { processIdentity } from '../process-identity.js';
import { clusterFolder, removeCluster } from './cluster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.js';
import { stopOrphan } from './orphan.js';

const password = 'secret';

/** Waits for something that takes a while on a busy machine. */
async function untilTrue(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('it did not become true');
    await wait(50);
  }
}

/** A process that starts the server and is killed before it can stop it. */
async function startInProcessThatIsKilled(folder: string): Promise<void> {
  const program = new URL('../../dist/infra/postgres/embedded.js', import.meta.url).href;
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(program)});
    await startEmbeddedPostgres(${JSON.stringify({ folder, password, isDurable: false })});
    console.log('started');
    setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const isRoot = process.geteuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let running: EmbeddedPostgres | null = null;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-postgres-'));
    chmodSync(folder, 0o711);
    mkdirSync(`${clusterFolder(folder)}.new`);
    writeFileSync(join(`${clusterFolder(folder)}.new`, 'half'), 'of a start that broke off');
  });

  afterEach(async () => {
    await running?.stop();
    running = null;
  });

  afterAll(async () => {
    await removeCluster(folder);
    rmSync(folder, { recursive: true });
  });

  async function start(isDurable = false): Promise<EmbeddedPostgres> {
    running = await startEmbeddedPostgres({ folder, password, isDurable });
    return running;
  }

  const serverProcess = (): number =>
    Number(readFileSync(join(clusterFolder(folder), 'postmaster.pid'), 'utf8').split('\n')[0]);

  async function setting(postgres: EmbeddedPostgres, name: string): Promise<unknown> {
    const { rows } = await withClient(postgres.url('postgres'), (client) =>
      client.query<{ value: string }>('select current_setting($1) as value', [name]),
    );
    return rows[0]?.value;
  }

  async function rowsOf(postgres: EmbeddedPostgres, table: string): Promise<number | null> {
    return withClient(postgres.url('postgres'), async (client) => {
      const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
      return Number(rows[0]?.count);
    }).catch(() => null);
  }

  it('is made on the first start, past what an interrupted one left, for this machine only', async () => {
    const postgres = await start();
    expect(await setting(postgres, 'listen_addresses')).toBe('127.0.0.1');
    expect(await setting(postgres, 'server_encoding')).toBe('UTF8');
    expect(await setting(postgres, 'server_version')).toMatch(/^18\./);
    expect(statSync(clusterFolder(folder)).mode & 0o777).toBe(0o700);
  });

  it('lets nobody in without the password', async () => {
    const postgres = await start();
    const wrong = postgres.url('postgres').replace(password, 'guess');
    await expect(withClient(wrong, (client) => client.query('select 1'))).rejects.toMatchObject({ code: '28P01' });
  });

  it('stops whole, and starts again with what was committed', async () => {
    const first = await start();
    await withClient(first.url('postgres'), (client) => client.query('create table kept (value int)'));
    const pid = serverProcess();
    await first.stop();
    expect(processIdentity(pid)).toBeNull();
    const second = await start();
    await withClient(second.url('postgres'), (client) => client.query('insert into kept values (1)'));
  });

  it('stops the server that a killed hub left running, and starts on its data', async () => {
    await startInProcessThatIsKilled(folder);
    const orphan = serverProcess();
    expect(processIdentity(orphan)).not.toBeNull();
    await start();
    expect(processIdentity(orphan)).toBeNull();
    expect(serverProcess()).not.toBe(orphan);
  });

  it('runs on with what was committed when its server is killed with -9, on the same address', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const postgres = await start(true);
    const killed = serverProcess();
    await withClient(postgres.url('postgres'), (client) => client.query('create table survived (value int)'));
    process.kill(killed, 'SIGKILL');
    await untilTrue(async () => (await rowsOf(postgres, 'survived')) === 0 && serverProcess() !== killed);
    expect(told).toHaveBeenCalledWith('PostgreSQL ended by itself: it was started again.');
    told.mockRestore();
  });

  it('can be stopped just after its server was killed, and starts again', async () => {
    const postgres = await start();
    process.kill(serverProcess(), 'SIGKILL');
    await postgres.stop();
    await start();
  });

  it('leaves a process alone that has got the number of a server that is gone', async () => {
    await (await start()).stop();
    const other = spawn('sleep', ['60']);
    const lockFile = join(clusterFolder(folder), 'postmaster.pid');
    writeFileSync(lockFile, `${other.pid ?? 0}\n${clusterFolder(folder)}\n`);
    await stopOrphan(clusterFolder(folder));
    expect(processIdentity(other.pid ?? 0)).not.toBeNull();
    expect(() => statSync(lockFile)).toThrow('ENOENT');
    other.kill();
    await once(other, 'exit');
  });

  it('says so when the data are of another version', async () => {
    const file = join(clusterFolder(folder), 'PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toThrow('is of PostgreSQL 17, not 18');
    writeFileSync(file, '18\n');
  });
});

(isRoot ? describe : describe.skip)('for root, in a folder that only root can enter', () => {
  it('keeps its data where PostgreSQL can read them, and a link that tells where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thuisbasis-root-'));
    const postgres = await startEmbeddedPostgres({ folder, password, isDurable: false });
    await withClient(postgres.url('postgres'), (client) => client.query('select 1'));
    await postgres.stop();
    const kept = realpathSync(clusterFolder(folder));
    expect(lstatSync(clusterFolder(folder)).isSymbolicLink()).toBe(true);
    expect(kept).toMatch(/^\/var\/lib\/thuisbasis\/postgres-/);
    await removeCluster(folder);
    rmSync(folder, { recursive: true });
    expect(() => statSync(kept)).toThrow('ENOENT');
  });
});
