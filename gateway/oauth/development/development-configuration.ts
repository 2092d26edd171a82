import { hkdfSync } from 'node:crypto';
import type { Account, Configuration, Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { SigningKey } from '../keys/signing-keys.rules.js';
import { developmentClientId, type DevelopmentAccount } from './accounts.js';

/** Where the own login page is, below the authorization server. */
export const loginPath = '/aanmelden';

const grantSeconds = 600;

/** What the authorization server needs to serve people as well: one client, which is the hub itself, and invented accounts. */
export function developmentConfiguration(
  accounts: readonly DevelopmentAccount[],
  returnAddress: URL,
  { mountPath, keys }: { readonly mountPath: string; readonly keys: readonly SigningKey[] },
): Configuration {
  return {
    clients: [
      {
        client_id: developmentClientId,
        client_name: 'Thuisbasis',
        redirect_uris: [returnAddress.href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        scope: 'openid',
      },
    ],
    responseTypes: ['code'],
    claims: { openid: ['sub', 'roles', 'organisation', 'region', 'professional', 'amr', 'auth_time'] },
    conformIdTokenClaims: false,
    cookies: { keys: keys.map(cookieKey) },
    interactions: { url: (_context, { uid }) => `${mountPath}${loginPath}/${uid}` },
    findAccount: (_context, id) => accountOf(accounts, id),
    loadExistingGrant: grantSignIn,
    ttl: {
      AccessToken: 60,
      Interaction: grantSeconds,
      Session: grantSeconds,
      Grant: grantSeconds,
      AuthorizationCode: 60,
      IdToken: 300,
    },
  };
}

/** Each process has the same keys, so that the next step of an attempt may come to another one. */
function cookieKey({ jwk }: SigningKey): string {
  return Buffer.from(hkdfSync('sha256', JSON.stringify(jwk), '', 'cookies of an attempt to sign in', 32)).toString(
    'base64url',
  );
}

function accountOf(accounts: readonly DevelopmentAccount[], id: string): Account | undefined {
  const found = accounts.find((account) => account.id === id);
  if (!found) return undefined;
  const { roles, organisation, region, professional } = found;
  const places = {
    ...(organisation && { organisation }),
    ...(region && { region }),
    ...(professional && { professional }),
  };
  const claims = { sub: id, roles: [...roles], ...places };
  return { accountId: id, claims: () => claims };
}

/** Nobody is asked whether the hub may know who signs in at the hub. */
async function grantSignIn({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
