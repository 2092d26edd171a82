import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { authenticate } from './authenticate/authenticate.js';
import { remoteKeys } from './keys.js';
import { audience, issuer, token } from './testing/identity.js';

interface Named {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

async function named(kid: string): Promise<Named> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA', use: 'sig' } };
}

const asker = { language: 'nl', requestId: 'r1', purpose: null } as const;
const caller = 'https://identity.test#broker-1';
const first = await named('first');
const second = await named('second');

describe('the keys of an identity provider elsewhere', () => {
  let server: Server;
  let published: Named[];
  let fetches: number;

  beforeEach(async () => {
    published = [first];
    fetches = 0;
    server = createServer((_request, response) => {
      fetches += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: published.map(({ publicJwk }) => publicJwk) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(() => stop());

  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  function hub(cooldownMs: number): (key: Named) => Promise<string> {
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
    const rules = { callerKeys: remoteKeys(url, { cooldownDuration: cooldownMs }), issuer, audience };
    return async ({ kid, privateKey }) => {
      const sent = await token({ header: { kid }, key: privateKey });
      return authenticate(rules, `Bearer ${sent}`, asker).then(
        ({ subject }) => subject,
        (error: unknown) => (error as { code: string }).code,
      );
    };
  }

  it('change without a failed request, when the new one is published before it signs', async () => {
    const ask = hub(0);
    expect(await ask(first)).toBe(caller);
    published = [first, second];
    expect(await ask(first)).toBe(caller);
    expect(await ask(second)).toBe(caller);
    expect(await ask(first)).toBe(caller);
    published = [second];
    expect(await ask(second)).toBe(caller);
    expect(fetches).toBe(2);
  });

  it('change while many ask at once, each of whom is answered; the old one is refused once it is gone', async () => {
    const ask = hub(0);
    expect(await ask(first)).toBe(caller);
    published = [first, second];
    const during = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n % 2 === 0 ? first : second)));
    expect(new Set(during)).toEqual(new Set([caller]));
    // however many asked, the provider was asked for its keys no more than a few times
    expect(fetches).toBeLessThan(5);
    published = [second];
    await ask(await named('unknown'));
    const after = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n % 2 === 0 ? first : second)));
    expect(after.map((seen) => seen === caller)).toEqual(after.map((_, n) => n % 2 === 1));
  });

  it('are believed while the provider is away, and asked for again when it is back', async () => {
    const ask = hub(0);
    expect(await ask(first)).toBe(caller);
    await stop();
    expect(await ask(first)).toBe(caller);
    expect(await ask(second)).toBe('IDENTITY_UNAVAILABLE');
    expect(await ask(first)).toBe(caller);
  });

  it('are not fetched for every key that somebody makes up', async () => {
    const ask = hub(30_000);
    expect(await ask(first)).toBe(caller);
    for (let n = 0; n < 20; n++) expect(await ask(second)).toBe('UNAUTHENTICATED');
    expect(fetches).toBe(1);
  });
});
