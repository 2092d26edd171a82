import { createLocalJWKSet, importJWK, SignJWT, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { developmentIssuer } from '../../gateway/oauth/development/accounts.js';
import { developmentKey } from './development-key.js';
import type { TokenClaims } from './token-claims.js';

/** What a gateway needs to believe the tokens of `npm run token`. */
export interface DevelopmentIdentity {
  readonly callerKeys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** The public keys as a key set, for a gateway in a process of its own. */
  readonly jwks: JSONWebKeySet;
}

const audience = 'thuisbasis';

/** The identity provider of development: a key in the data folder and nothing else. */
export async function developmentIdentity(dataFolder: string): Promise<DevelopmentIdentity> {
  const jwks = { keys: [publicPart(await developmentKey(dataFolder))] };
  return { callerKeys: createLocalJWKSet(jwks), issuer: developmentIssuer, audience, jwks };
}

/** An access token that the hub of this data folder believes, for `minutes`. */
export async function developmentToken(dataFolder: string, claims: TokenClaims, minutes: number): Promise<string> {
  const key = await developmentKey(dataFolder);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(key.kid !== undefined && { kid: key.kid }) })
    .setIssuer(developmentIssuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${minutes}m`)
    .sign(await importJWK(key, 'EdDSA'));
}

function publicPart({ kty, crv, x, kid, alg, use }: JWK): JWK {
  return { kty, crv, x, kid, alg, use } as JWK;
}
