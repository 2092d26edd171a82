import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { audience, issuer, jwks, token } from '../../../gateway/testing/identity.js';
import { broker } from '../../actors.js';
import { startTestHub, type TestHubOptions } from '../../hub.js';

const question = { query: '{ cases(first: 1) { edges { node { number } } } }' };

describe('a hub with an identity provider of its region', () => {
  let folder: string;
  let believing: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'issuer-'));
    await writeFile(join(folder, 'keys.json'), JSON.stringify(jwks));
    believing = { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS_FILE: join(folder, 'keys.json') };
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The status with which a token is answered, small and in bulk. */
  async function statuses(url: string, sent: string): Promise<number[]> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sent}` };
    const bodies = [question, { ...question, extensions: { padding: 'x'.repeat(25_000) } }];
    const asked = bodies.map((body) =>
      fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    return (await Promise.all(asked)).map(({ status }) => status);
  }

  it.each([
    ['one process with its lane', { hasBulkLane: true }],
    ['processes', { form: 'processes' }],
  ] as [string, TestHubOptions][])('believes its tokens and none for development, in %s', async (_form, options) => {
    const hub = await startTestHub({ ...options, environment: believing });
    expect(await statuses(hub.url, await token())).toEqual([200, 200]);
    expect(await statuses(hub.url, await hub.token(broker))).toEqual([401, 401]);
    await hub.close();
  });

  it('believes no token for development where people sign in in earnest', async () => {
    const earnest = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'x' };
    const hub = await startTestHub({ environment: earnest });
    expect(await statuses(hub.url, await hub.token(broker))).toEqual([401, 401]);
    expect((await fetch(`${hub.url}/oauth/auth`)).status).toBe(404);
    await hub.close();
  });
});
