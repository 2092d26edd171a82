import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLFormattedError } from 'graphql';
import { openLane, type OpenLane } from '../infra/bulk-lane/open-lane.js';
import { hubUrl } from '../infra/hub/config.js';
import type { HubBase } from '../infra/hub/hub-base.js';
import { openInProcess } from '../infra/hub/open-in-process.js';
import { openProcesses, type HubProcesses } from '../infra/processes/open-processes.js';
import type { ProcessesOptions } from '../infra/processes/start-process.js';
import { trackOpened, type Opened } from '../infra/hub/opened.js';
import { believedIssuer } from '../infra/identity/believed-issuer.js';
import { oauthKeysFile } from '../infra/identity/oauth-keys.js';
import { freePort } from '../infra/postgres/embedded.js';
import type { SubgraphName } from '../infra/subgraphs.js';
import { oneOf, type Environment } from '../platform/process/environment.js';
import { logLevels } from '../platform/process/logger.js';
import { broker, type Actor } from './actors.js';
import { testKeysFile } from './content-keys.js';
import { cloneDatabase, type DatabaseKind, type TestDatabase } from './database.js';
import { tokensOf } from './tokens.js';

/** What the hub answers over HTTP. */
export interface HubAnswer<D> {
  readonly status: number;
  readonly data: D;
  readonly errors: readonly GraphQLFormattedError[];
}

/** A whole hub on a database of its own, asked over HTTP with real tokens. */
export interface TestHub {
  readonly url: string;
  /** Where its development keys are: commands that run beside it take it as DATA_DIR. */
  readonly dataFolder: string;
  readonly database: TestDatabase;
  /** Asks as an actor; as nobody without one. */
  query<D = unknown>(document: string, variables?: object, actor?: Actor): Promise<HubAnswer<D>>;
  token(actor: Actor): Promise<string>;
  /** SQL statements that each subgraph sent since the last reset; only in one process. */
  statements(): Record<SubgraphName, readonly string[]>;
  /** Subgraphs that the gateway asked since the last reset, in order; only in one process. */
  subgraphRequests(): readonly string[];
  resetCounts(): void;
  /** Its processes; only in the form of processes. */
  processes(): HubProcesses;
  /** Its lane for bulk; only where one was asked for. */
  bulkLane(): OpenLane;
  close(): Promise<void>;
}

export interface TestHubOptions {
  readonly form?: 'one-process' | 'processes';
  /** A hub in one process with its lane for bulk, as `npm start` has it: what is done there is not counted. */
  readonly hasBulkLane?: boolean;
  readonly kind?: DatabaseKind;
  /** `real` limits are for tests about time; others have all the time that a busy machine needs. */
  readonly limits?: 'patient' | 'real';
  /** A database to share with another hub; without it one of its own, which is dropped with it. */
  readonly database?: TestDatabase;
  /** Settings besides the limits. */
  readonly environment?: Environment;
  /** What is told of its processes, and what stands between them. */
  readonly watching?: Partial<Pick<ProcessesOptions, 'report' | 'between'>>;
}

/** Time enough for a busy machine. */
export const patient: Environment = {
  FETCH_TIMEOUT_MS: '20000',
  REQUEST_TIMEOUT_MS: '30000',
  STATEMENT_TIMEOUT_MS: '20000',
  DATABASE_POOL_WAIT_MS: '20000',
};
/** Tests ask in a second what people ask in an hour: only those about budgets have their limits. */
const plenty = { requests: 1e9, cost: 1e9, objects: 1e9 };
const manyUnderway = { broker: 10_000, provider: 10_000, dashboard: 10_000 };
export const ample: Environment = {
  // there is no first question that would be quicker for it
  PLAN_AHEAD: 'off',
  BUDGETS: JSON.stringify({ broker: plenty, provider: plenty, dashboard: plenty }),
  UNDERWAY: JSON.stringify(manyUnderway),
};
const programs = new URL('../dist/programs/', import.meta.url);

/** Starts a hub. Close it in `afterAll`. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const opened = trackOpened();
  try {
    return await open(options, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function open(options: TestHubOptions, opened: Opened): Promise<TestHub> {
  const database = options.database ?? (await cloneDatabase(options.kind ?? 'demonstration'));
  if (!options.database) opened.add(() => database.drop());
  const base = await hubBase(database, {
    ...ample,
    ...(options.limits === 'real' ? {} : patient),
    ...options.environment,
  });
  const { dataFolder } = base.config;
  opened.add(() => rm(dataFolder, { recursive: true, force: true }));

  const counts = countsOf();
  const started = { programs, report: () => undefined, ...options.watching };
  const processes = options.form === 'processes' ? await openProcesses(base, opened, started) : null;
  const lane = options.hasBulkLane ? await openLane(base, opened, started) : null;
  if (!processes) await openInProcess(base, opened, { ...counts.observers, ...(lane && { bulkLane: lane.address }) });

  const url = hubUrl(base.config);
  const token = tokensOf(dataFolder);
  return {
    url,
    dataFolder,
    database,
    token,
    query: async (document, variables = {}, actor) =>
      ask(url, document, variables, actor ? await token(actor) : undefined),
    statements: counts.statements,
    subgraphRequests: counts.subgraphRequests,
    resetCounts: () => counts.reset(),
    processes() {
      if (!processes) throw new Error('this hub runs in one process');
      return processes;
    },
    bulkLane() {
      if (!lane) throw new Error('this hub has no lane for bulk');
      return lane;
    },
    close: () => opened.close(),
  };
}

async function hubBase(database: TestDatabase, settings: Environment): Promise<HubBase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'thuisbasis-hub-'));
  await chmod(dataFolder, 0o711);
  const port = await freePort();
  const environment: Environment = { PATH: process.env['PATH'], CONTENT_KEYS_FILE: testKeysFile(), ...settings };
  return {
    config: { host: '127.0.0.1', port, dataFolder, logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, 'error') },
    environment,
    subgraphUrls: {
      cases: database.url('cases'),
      capacity: database.url('capacity'),
      people: database.url('people'),
    },
    callers: {
      databaseUrl: database.url('gateway'),
      publicUrl: new URL(environment['PUBLIC_URL'] ?? `http://127.0.0.1:${port}`),
      keysFile: await oauthKeysFile(dataFolder, {}),
    },
    identity: await believedIssuer(dataFolder, environment),
  };
}

function countsOf() {
  const none = (): Record<SubgraphName, string[]> => ({ cases: [], capacity: [], people: [] });
  let statements = none();
  let requests: string[] = [];
  return {
    statements: () => statements,
    subgraphRequests: () => requests,
    reset() {
      statements = none();
      requests = [];
    },
    observers: {
      onStatement: (subgraph: SubgraphName, sql: string) => void statements[subgraph].push(sql),
      onSubgraphRequest: (name: string) => void requests.push(name),
    },
  };
}

async function ask<D>(url: string, query: string, variables: object, token?: string): Promise<HubAnswer<D>> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const { data, errors = [] } = (await response.json()) as { data: D; errors?: GraphQLFormattedError[] };
  return { status: response.status, data, errors };
}

/** Identifier of the case that people call by this number, as a care broker of Flevoland finds it. */
export async function caseIdOf(hub: TestHub, number: string): Promise<string> {
  const document = `query ($number: String!) { cases(filter: { number: $number }) { edges { node { id } } } }`;
  const { data } = await hub.query<{ cases: { edges: { node: { id: string } }[] } }>(document, { number }, broker);
  const id = data.cases.edges[0]?.node.id;
  if (id === undefined) throw new Error(`there is no case ${number}`);
  return id;
}
