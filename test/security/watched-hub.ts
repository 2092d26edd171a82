import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trackOpened, type Opened } from '../../infra/hub/opened.js';
import { developmentToken } from '../../infra/identity/development-identity.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { claimsOf, type Actor } from '../actors.js';
import { cloneDatabase, databaseSecrets, type TestDatabase } from '../database.js';
import { patient } from '../hub.js';
import { spawnHub, type SpawnedHub } from '../spawned-hub.js';

/** A hub as `npm start` has it, with its lane for bulk, in processes of its own; everything that it says can be read. */
export interface WatchedHub {
  readonly url: string;
  readonly database: TestDatabase;
  token(actor: Actor): Promise<string>;
  /** What it has written to standard output and standard error, at the most talkative level. */
  said(): string;
  readonly spawned: SpawnedHub;
  close(): Promise<void>;
}

export interface WatchedHubOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Runs on the database before the hub is there. */
  readonly prepare?: (database: TestDatabase) => Promise<void>;
}

const tokenMinutes = 60;

/** No budget of a client may stand in the way of a test that asks thousands of questions. */
const noBudget = { requests: 10_000_000, cost: 1_000_000_000, objects: 10_000_000 };
const doors = { failures: 1_000_000, tokens: 1_000_000, signIns: 1_000_000, clientTokens: 1_000_000 };
const budgets = JSON.stringify({ broker: noBudget, provider: noBudget, dashboard: noBudget, doors });

/** Starts one on a database of its own with the demonstration region. Close it in `afterAll`. */
export async function startWatchedHub(options: WatchedHubOptions = {}): Promise<WatchedHub> {
  const opened = trackOpened();
  try {
    return await open(options, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function open({ environment = {}, prepare }: WatchedHubOptions, opened: Opened): Promise<WatchedHub> {
  const database = await cloneDatabase('demonstration');
  opened.add(() => database.drop());
  await prepare?.(database);
  const dataFolder = await mkdtemp(join(tmpdir(), 'thuisbasis-watched-'));
  opened.add(() => rm(dataFolder, { recursive: true, force: true }));
  // the roles of all test databases are the same: their passwords have to stay what they are
  await writeFile(join(dataFolder, 'database-secrets.json'), JSON.stringify(databaseSecrets()), { mode: 0o600 });
  const port = String(await freePort());
  const own = { DATABASE_URL: database.url('owner'), DATA_DIR: dataFolder, PORT: port, LOG_LEVEL: 'debug' };
  const spawned = spawnHub({ ...patient, BUDGETS: budgets, ...own, ...environment });
  opened.add(async () => {
    spawned.process.kill('SIGTERM');
    await spawned.ended();
  });
  await spawned.untilServing();
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    token: (actor) => developmentToken(dataFolder, claimsOf(actor), tokenMinutes),
    said: () => spawned.output() + spawned.errors(),
    spawned,
    close: () => opened.close(),
  };
}
