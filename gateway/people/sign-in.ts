import type { JWTPayload } from 'jose';
import type { Configuration } from 'openid-client';
import { HubError } from '../../platform/errors/errors.js';
import { readPerson, userIdOf, type KnownCaller } from '../authenticate/caller-claims.js';
import type { SignInSettings } from './people-config.js';

/** What one attempt to sign in must be answered with; the browser keeps it meanwhile, where no script can read it. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Signs people in at an identity provider: OpenID Connect, code with PKCE. */
export interface SignIn {
  /**
   * Where the browser goes, and what must come back; `isAgain` for somebody who must show anew who this is, with a second factor.
   * Throws IDENTITY_UNAVAILABLE.
   */
  begin(isAgain?: boolean): Promise<{ address: URL; attempt: Attempt }>;
  /** Who came back. Throws SIGN_IN_FAILED, FORBIDDEN for somebody without a role, IDENTITY_UNAVAILABLE. */
  complete(address: URL, attempt: Attempt): Promise<KnownCaller>;
}

type Client = typeof import('openid-client');

/** Its library is loaded, and the provider asked who it is, when somebody first signs in. */
export function signInAt(settings: SignInSettings, returnAddress: URL): SignIn {
  let found: Promise<Configuration> | null = null;
  const provider = async (client: Client): Promise<Configuration> => {
    found ??= discover(client, settings);
    return found.catch(() => {
      found = null;
      throw new HubError('IDENTITY_UNAVAILABLE');
    });
  };
  return {
    async begin(isAgain = false) {
      const client = await import('openid-client');
      const configuration = await provider(client);
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(configuration, {
        ...settings.parameters,
        ...(isAgain && againWith(settings)),
        redirect_uri: returnAddress.href,
        scope: settings.scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { address, attempt };
    },

    async complete(address, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await client
        .authorizationCodeGrant(await provider(client), address, checks)
        .catch((error: unknown) => refuse(error));
      const claims: JWTPayload = tokens.claims() ?? {};
      const subject = userIdOf(settings.knownAs ?? claims.iss ?? settings.issuer.href, claims);
      return readPerson(claims, subject, settings.claimNames);
    },
  };
}

/** Asks an identity provider to let nobody through on a session that was there, and for a level that means a second factor. */
function againWith({ claimNames: { secondFactorLevels = [] } }: SignInSettings): Readonly<Record<string, string>> {
  return { prompt: 'login', ...(secondFactorLevels.length > 0 && { acr_values: secondFactorLevels.join(' ') }) };
}

async function discover(client: Client, { issuer, clientId, proof }: SignInSettings): Promise<Configuration> {
  const execute = issuer.protocol === 'https:' ? [] : [client.allowInsecureRequests];
  const ways = {
    none: () => client.None(),
    secret: () => client.ClientSecretPost(proof.kind === 'secret' ? proof.secret : ''),
    key: async () => client.PrivateKeyJwt(await signerOf(proof.kind === 'key' ? proof.jwk : {})),
  };
  return client.discovery(issuer, clientId, {}, await ways[proof.kind](), { execute });
}

async function signerOf(jwk: object) {
  const { importJWK } = await import('jose');
  const key = await importJWK(jwk, undefined, { extractable: false });
  if (key instanceof Uint8Array) throw new HubError('IDENTITY_UNAVAILABLE');
  const { kid } = jwk as { kid?: string };
  return { key, ...(kid !== undefined && { kid }) };
}

/** Whoever cannot be reached is not the fault of who signs in. */
function refuse(error: unknown): never {
  throw new HubError(isAway(error) ? 'IDENTITY_UNAVAILABLE' : 'SIGN_IN_FAILED');
}

const awayCodes: ReadonlySet<unknown> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

/** A request that failed is a TypeError without a code, whatever the library wraps around it. */
function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
  return awayCodes.has(code) || (name === 'TypeError' && code === undefined) || isAway(cause);
}
