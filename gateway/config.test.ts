import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK } from 'jose';
import { toConfig } from './config.js';
import { callerPair, gatewayPair, jwks } from './testing/identity.js';

let folder: string;
let whole: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(jwks));
  await writeFile(join(folder, 'spoilt.json'), 'spoilt');
  whole = {
    CASES_URL: 'http://127.0.0.1:4001/',
    CAPACITY_URL: 'http://127.0.0.1:4002',
    PEOPLE_URL: 'https://people.internal',
    GATEWAY_PRIVATE_KEY: JSON.stringify(await exportJWK(gatewayPair.privateKey)),
    TOKEN_ISSUER: 'https://identity.test',
    TOKEN_AUDIENCE: 'thuisbasis',
    TOKEN_KEYS_FILE: join(folder, 'keys.json'),
  };
});
afterAll(() => rm(folder, { recursive: true }));

describe('the configuration of a gateway', () => {
  it('has safe defaults', async () => {
    expect(await toConfig(whole)).toMatchObject({
      host: '127.0.0.1',
      port: 4_000,
      subgraphUrls: {
        cases: 'http://127.0.0.1:4001',
        capacity: 'http://127.0.0.1:4002',
        people: 'https://people.internal',
      },
      introspection: false,
      timeouts: { fetchMs: 1_500, requestMs: 3_000, mutationMs: 4_500 },
      operations: 'registered',
      logLevel: 'info',
    });
  });

  it.each([
    [{}, 8, 'dashboard of UNDERWAY'],
    [{ UNDERWAY: '{"broker":7}' }, 7, 'broker of UNDERWAY'],
    [{ UNDERWAY: '{"dashboard":64}', BUDGETS: '{"doors":{"clientTokens":5}}' }, 5, 'clientTokens of doors in BUDGETS'],
  ])('has no more workers than there is for each: %j', async (settings, most, what) => {
    const withWorkers = (count: number) => toConfig({ ...whole, ...settings, GATEWAY_WORKERS: String(count) });
    expect((await withWorkers(most)).workers).toBe(most);
    await expect(withWorkers(most + 1)).rejects.toThrow(
      `GATEWAY_WORKERS must be at most ${most}, or ${what} larger: each worker has its share of that, and one at least.`,
    );
  });

  it('says who answers in bulk, if anybody', async () => {
    const lane = async (BULK_LANE: string) => {
      const { bulkLane, isBulkLane } = await toConfig({ ...whole, BULK_LANE });
      return [isBulkLane, bulkLane()?.href];
    };
    expect(await lane('')).toEqual([false, undefined]);
    expect(await lane('self')).toEqual([true, undefined]);
    expect(await lane('http://127.0.0.1:4010')).toEqual([false, 'http://127.0.0.1:4010/']);
  });

  it('may take its keys from an address', async () => {
    const TOKEN_KEYS_URL = 'https://identity.test/keys';
    const config = await toConfig({ ...whole, TOKEN_KEYS_FILE: '', TOKEN_KEYS_URL });
    expect(config.callerKeys).toBeInstanceOf(Function);
  });

  it.each([
    ['CASES_URL', '', 'Set CASES_URL'],
    ['CASES_URL', 'ftp://x', 'CASES_URL must be an address'],
    ['PEOPLE_URL', 'somewhere', 'PEOPLE_URL must be an address'],
    ['PORT', '70000', 'PORT must be a whole number'],
    ['BULK_LANE', 'somewhere', 'BULK_LANE must be an address'],
    ['TOKEN_ISSUER', '', 'Set TOKEN_ISSUER'],
    ['TOKEN_AUDIENCE', '', 'Set TOKEN_AUDIENCE'],
    ['TOKEN_KEYS_FILE', '', 'Set TOKEN_KEYS_URL or TOKEN_KEYS_FILE'],
    ['TOKEN_KEYS_FILE', '/nowhere', 'TOKEN_KEYS_FILE /nowhere cannot be read'],
    ['TOKEN_KEYS_URL', 'https://identity.test', 'one of the two'],
    ['GATEWAY_PRIVATE_KEY', 'SECRET', 'GATEWAY_PRIVATE_KEY must be an Ed25519 private key'],
    ['INTROSPECTION', 'yes', 'INTROSPECTION must be one of on, off'],
    ['FETCH_TIMEOUT_MS', '5000', 'must not be above REQUEST_TIMEOUT_MS'],
    ['MUTATION_TIMEOUT_MS', '2000', 'REQUEST_TIMEOUT_MS must not be above MUTATION_TIMEOUT_MS'],
    ['OPERATIONS', 'some', 'OPERATIONS must be one of registered, any'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
  ])('names the setting to mend: %s=%s', async (name, value, sentence) => {
    await expect(toConfig({ ...whole, [name]: value })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(new RegExp(`^(?!.*SECRET).*${sentence}`)),
    });
  });

  it('takes no public key for a private one, and no key set over the open net', async () => {
    const GATEWAY_PRIVATE_KEY = JSON.stringify(await exportJWK(callerPair.publicKey));
    await expect(toConfig({ ...whole, GATEWAY_PRIVATE_KEY })).rejects.toThrow(/GATEWAY_PRIVATE_KEY must be/);
    const TOKEN_KEYS_URL = 'http://identity.test/keys';
    await expect(toConfig({ ...whole, TOKEN_KEYS_FILE: '', TOKEN_KEYS_URL })).rejects.toThrow(/must begin with https/);
  });
});
