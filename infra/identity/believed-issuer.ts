import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { TokenRules } from '../../gateway/authenticate/authenticate.js';
import { readCallerKeys } from '../../gateway/keys.js';
import { required, type Environment } from '../../platform/process/environment.js';
import { developmentIdentity } from './development-identity.js';

/** Whose bearer tokens the hub believes. */
export interface BelievedIssuer extends TokenRules {
  /** Its public keys, for a gateway in a process of its own; null where that finds them itself, by the same settings. */
  readonly jwks: JSONWebKeySet | null;
  /** Whether these are the tokens of `npm run token`. */
  readonly isDevelopment: boolean;
}

/**
 * The identity provider that TOKEN_ISSUER names; without it the tokens of this data folder, for development. Where people sign in in
 * earnest (OIDC_ISSUER), a token made for development opens nothing.
 */
export async function believedIssuer(dataFolder: string, environment: Environment): Promise<BelievedIssuer> {
  const issuer = environment['TOKEN_ISSUER'];
  if (issuer) {
    const audience = required(environment, 'TOKEN_AUDIENCE');
    return { callerKeys: await readCallerKeys(environment), issuer, audience, jwks: null, isDevelopment: false };
  }
  const development = await developmentIdentity(dataFolder);
  if (!environment['OIDC_ISSUER']) return { ...development, isDevelopment: true };
  const jwks = { keys: [] };
  return { ...development, callerKeys: createLocalJWKSet(jwks), jwks, isDevelopment: false };
}
