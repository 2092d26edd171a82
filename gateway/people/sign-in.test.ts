import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openBrowser, target } from '../../test/builders/browser/browser.js';
import { startIdentityProvider, type TestIdentityProvider } from '../testing/identity-provider.js';
import { testKey } from '../testing/machine.js';
import { exportJWK } from 'jose';
import type { SignInSettings } from './people-config.js';
import { signInAt, type Attempt, type SignIn } from './sign-in.js';

const back = new URL('http://127.0.0.1:4999/inloggen/terug');
const organisation = '20000000-0000-4000-8000-000000000001';
const client = {
  client_id: 'hub',
  redirect_uris: [back.href],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  id_token_signed_response_alg: 'RS256' as const,
};

/** Walks to the provider and back; gives the address at which somebody comes back. */
async function walk(address: URL): Promise<URL> {
  const browser = openBrowser(address.origin);
  const page = target(await browser.get(address.href));
  const resume = target(await browser.get(page));
  return new URL(target(await browser.get(resume)));
}

describe('signing in at an identity provider elsewhere', () => {
  let provider: TestIdentityProvider;
  let settings: SignInSettings;

  beforeEach(async () => {
    // the library warns of keys and stores that are good enough for a test
    for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
    provider = await startIdentityProvider({
      ...client,
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
    });
    provider.claims = { roles: ['care-broker'], region: 'flevoland' };
    settings = {
      issuer: provider.issuer,
      clientId: 'hub',
      proof: { kind: 'secret', secret: 'secret' },
      scope: 'openid',
      claimNames: { roles: 'roles', organisation: 'organisation', region: 'region', professional: 'professional' },
      parameters: {},
    };
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await provider.stop().catch(() => undefined);
  });

  async function outcome(
    signIn: SignIn,
    changes: Partial<Attempt> = {},
    change = (url: URL): URL => url,
  ): Promise<unknown> {
    const { address, attempt } = await signIn.begin();
    const returned = change(await walk(address));
    return signIn
      .complete(returned, { ...attempt, ...changes })
      .catch((error: unknown) => (error as { code: string }).code);
  }

  it('says who came back', async () => {
    expect(await outcome(signInAt(settings, back))).toEqual({
      subject: `${provider.issuer.href.replace(/\/$/, '')}#person-1`,
      roles: ['care-broker'],
      organisationId: null,
      region: 'flevoland',
    });
  });

  it('may know its people under the name of another issuer', async () => {
    const signIn = signInAt({ ...settings, knownAs: 'urn:other' }, back);
    expect(await outcome(signIn)).toMatchObject({ subject: 'urn:other#person-1' });
  });

  it('may use a private key, and claims of other names', async () => {
    await provider.stop();
    const key = await testKey();
    provider = await startIdentityProvider({
      ...client,
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [{ ...key.publicJwk, kid: 'hub' }] },
    });
    provider.claims = { groepen: ['provider-planner', 'koor'], instelling: organisation };
    const jwk = { ...(await exportJWK(key.privateKey)), kid: 'hub', alg: 'ES256' };
    const claimNames = { roles: 'groepen', organisation: 'instelling', region: 'regio', professional: 'medewerker' };
    const signIn = signInAt({ ...settings, issuer: provider.issuer, proof: { kind: 'key', jwk }, claimNames }, back);
    expect(await outcome(signIn)).toMatchObject({ roles: ['provider-planner'], organisationId: organisation });
  });

  it('lets nobody in without a role of the hub, or with a claim that does not hold', async () => {
    provider.claims = { roles: ['king'] };
    expect(await outcome(signInAt(settings, back))).toBe('FORBIDDEN');
    provider.claims = { roles: ['analyst'], organisation: 'rietvink' };
    expect(await outcome(signInAt(settings, back))).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['of another attempt', { state: 'other' }],
    ['with an identity made for another attempt', { nonce: 'other' }],
    ['to another browser', { verifier: 'v'.repeat(43) }],
  ])('refuses an answer %s', async (_what, changes) => {
    expect(await outcome(signInAt(settings, back), changes)).toBe('SIGN_IN_FAILED');
  });

  it('refuses an answer of another provider, an error, and a code that was used', async () => {
    const signIn = signInAt(settings, back);
    const replaced = (name: string, value: string) => (url: URL) => {
      url.searchParams.set(name, value);
      return url;
    };
    expect(await outcome(signIn, {}, replaced('iss', 'https://elsewhere.example'))).toBe('SIGN_IN_FAILED');
    expect(await outcome(signIn, {}, replaced('code', 'other'))).toBe('SIGN_IN_FAILED');
    expect(await outcome(signIn, {}, replaced('error', 'access_denied'))).toBe('SIGN_IN_FAILED');
    const { address, attempt } = await signIn.begin();
    const returned = await walk(address);
    await signIn.complete(returned, attempt);
    await expect(signIn.complete(returned, attempt)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('says so while the provider is away, and finds it when it is back', async () => {
    const signIn = signInAt(settings, back);
    const { address, attempt } = await signIn.begin();
    const returned = await walk(address);
    await provider.stop();
    await expect(signIn.complete(returned, attempt)).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
    await expect(signInAt(settings, back).begin()).rejects.toMatchObject({ code: 'IDENTITY_UNAVAILABLE' });
  });
});
