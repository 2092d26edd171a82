import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { usualClaimNames, type ClaimNames } from '../authenticate/caller-claims.js';
import { isLoopback } from '../identity/public-url.js';
import { ConfigurationError, httpUrl, required, type Environment } from '../../platform/process/environment.js';

/** How a client proves to the identity provider that it is the hub. */
export type ClientProof =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'key'; readonly jwk: JWK }
  | { readonly kind: 'none' };

/** Where people sign in. */
export interface SignInSettings {
  readonly issuer: URL;
  /** As whose users they are known in the hub, where that is not this issuer. */
  readonly knownAs?: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly scope: string;
  readonly claimNames: ClaimNames;
  /** What else is asked for with every attempt. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads OIDC_*: where people sign in; null when OIDC_ISSUER is not set. Throws a ConfigurationError that names the setting to mend. */
export function toSignInSettings(environment: Environment): SignInSettings | null {
  if (!environment['OIDC_ISSUER']) return null;
  const issuer = httpUrl('OIDC_ISSUER', environment['OIDC_ISSUER']);
  if (issuer.protocol !== 'https:' && !isLoopback(issuer))
    throw new ConfigurationError('OIDC_ISSUER must begin with https:// unless it is on this machine.');
  return {
    issuer,
    clientId: required(environment, 'OIDC_CLIENT_ID'),
    proof: clientProof(environment),
    scope: environment['OIDC_SCOPE'] || 'openid',
    claimNames: {
      roles: environment['OIDC_ROLES_CLAIM'] || usualClaimNames.roles,
      organisation: environment['OIDC_ORGANISATION_CLAIM'] || usualClaimNames.organisation,
      region: environment['OIDC_REGION_CLAIM'] || usualClaimNames.region,
      professional: environment['OIDC_PROFESSIONAL_CLAIM'] || usualClaimNames.professional,
      secondFactorLevels: (environment['OIDC_SECOND_FACTOR_ACR'] ?? '').split(' ').filter(Boolean),
    },
    parameters: {},
  };
}

function clientProof(environment: Environment): ClientProof {
  const secret = environment['OIDC_CLIENT_SECRET'];
  const file = environment['OIDC_CLIENT_KEY_FILE'];
  if (Boolean(secret) === Boolean(file))
    throw new ConfigurationError('Set OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE, one of the two.');
  return secret ? { kind: 'secret', secret } : { kind: 'key', jwk: readKey(file ?? '') };
}

function readKey(file: string): JWK {
  try {
    const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    if (jwk.d !== undefined && jwk.alg !== undefined) return jwk;
  } catch {
    // falls through: whatever cannot be read as a key is refused alike
  }
  throw new ConfigurationError(`OIDC_CLIENT_KEY_FILE ${file} cannot be read as a private JWK with its "alg".`);
}
