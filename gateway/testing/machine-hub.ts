import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { openBudgets } from '../budgets/open-budgets.js';
import { openDatabase } from '../../platform/database/database.js';
import type { Environment } from '../../platform/process/environment.js';
import type { Logger } from '../../platform/process/logger.js';
import { openIdentity } from '../identity/open-identity.js';
import { machineClientStore, type MachineClientStore } from '../machines/machine-client.store.js';
import type { SigningKey } from '../oauth/keys/signing-keys.rules.js';
import type { DevelopmentAccount } from '../oauth/development/accounts.js';
import { gatewayStorage } from '../storage.js';
import { audience } from './identity.js';
import { assertion, proof, type AssertionWish, type TestKey } from './machine.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

/** What a token request is made of, but for what is changed. */
export interface TokenWish {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly assertion?: AssertionWish | string;
  readonly proof?: string | null;
  /** From where it comes, as a proxy says it. */
  readonly address?: string;
}

/** A gateway with its authorization server over a database. */
export interface MachineHub {
  readonly gateway: TestGateway;
  readonly clients: MachineClientStore;
  readonly issuer: string;
  askToken(id: string, key: TestKey, wish?: TokenWish): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Asks the smallest question there is with a token, and a fitting proof of this key. */
  askHub(token: string, key: TestKey, sent?: string): Promise<Response>;
  /** Puts these keys in the place of those that sign. */
  replaceKeys(keys: readonly SigningKey[]): Promise<void>;
  close(): Promise<void>;
}

export async function signingKey(kid: string, publishedAt: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { jwk: { ...(await exportJWK(privateKey)), kid, alg: 'EdDSA' }, publishedAt: publishedAt.toISOString() };
}

export interface MachineHubOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly logger: Logger;
  /** People who may sign in without a password. */
  readonly accounts?: readonly DevelopmentAccount[];
  /** BUDGETS and TRUSTED_PROXIES; without them nothing is counted. */
  readonly budgets?: Environment;
}

export async function openMachineHub({
  databaseUrl,
  port,
  logger,
  accounts = [],
  budgets: told,
}: MachineHubOptions): Promise<MachineHub> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-oauth-'));
  const keysFile = join(folder, 'keys.json');
  const replaceKeys = (keys: readonly SigningKey[]): Promise<void> => writeFile(keysFile, JSON.stringify({ keys }));
  await replaceKeys([await signingKey('first', new Date(Date.now() - 3_600_000))]);
  const publicUrl = new URL(`http://127.0.0.1:${port}`);
  const patient = { CLIENT_MEMORY_MS: '0', DATABASE_POOL_WAIT_MS: '10000', STATEMENT_TIMEOUT_MS: '10000' };
  const place = { databaseUrl, publicUrl, keysFile, keyMemoryMs: 0 };
  const signIn = { settings: null, developmentAccounts: accounts };
  const budgets = told && (await openBudgets({ databaseUrl, environment: { ...patient, ...told }, logger }));
  const counting = budgets ? { takeToken: budgets.doors.takeToken } : {};
  const identity = await openIdentity({ ...place, ...counting, audience, environment: patient, logger, signIn });
  const gateway = await openTestGateway({ identity, port, logger, ...(budgets && { budgets }) });
  const source = {
    url: databaseUrl,
    applicationName: 'test',
    poolSize: 1,
    statementTimeoutMs: 10_000,
    poolWaitMs: 10_000,
  };
  const db = await openDatabase(gatewayStorage, source);
  const issuer = `${publicUrl.origin}/oauth`;
  return {
    gateway,
    clients: machineClientStore(db.manager),
    issuer,
    askToken: (id, key, wish = {}) => askToken(issuer, id, key, wish),
    askHub: async (token, key, sent) => {
      const url = `${gateway.url}/graphql`;
      const headers = { authorization: `DPoP ${token}`, dpop: sent ?? (await proof(key, { url, token })) };
      return gateway.post(JSON.stringify({ query: '{ version }' }), headers);
    },
    replaceKeys,
    async close() {
      await gateway.close();
      await db.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

async function askToken(issuer: string, id: string, key: TestKey, wish: TokenWish) {
  const url = `${issuer}/token`;
  const made = wish.assertion;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: typeof made === 'string' ? made : await assertion(id, key, issuer, made),
    ...wish.parameters,
  });
  const dpop = wish.proof === undefined ? await proof(key, { url }) : wish.proof;
  const from = wish.address === undefined ? {} : { 'x-forwarded-for': wish.address };
  const response = await fetch(url, { method: 'POST', body, headers: { ...from, ...(dpop !== null && { dpop }) } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
