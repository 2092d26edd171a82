import {
  type Configuration,
  errors,
  type Client,
  type ClientCredentials,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { MachineClientStore } from '../machines/machine-client.store.js';
import { machineRoles, scopesOf } from '../../platform/identity/scopes.js';
import type { SigningKey } from './keys/signing-keys.rules.js';
import { tokenSeconds } from './keys/signing-keys.rules.js';

/** With what a system proves who it is, and that a token is its own. */
export const clientAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'PS256'] as const;

/** What tokens are for, as a client may name it. */
export const hubResource = 'urn:thuisbasis:hub';

/** An assertion that holds for longer is a password. */
const mostAssertionSeconds = 300;

export interface MachineRules {
  readonly audience: string;
  readonly clients: Pick<MachineClientStore, 'findActive'>;
  readonly signing: () => Promise<SigningKey>;
  /** Counts a token of a client that has proved who it is; says after how many milliseconds it may ask again, 0 for now. */
  readonly takeToken: (clientId: string) => Promise<number>;
}

/** Client credentials and nothing else: keys instead of secrets, and tokens that are of no use to whoever finds one. */
export function machineConfiguration(rules: MachineRules): Configuration {
  return {
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: {
      clientAuthSigningAlgValues: [...clientAlgorithms],
      dPoPSigningAlgValues: [...clientAlgorithms],
      idTokenSigningAlgValues: ['EdDSA'],
    },
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    responseTypes: [],
    scopes: scopesOf(machineRoles),
    ttl: { ClientCredentials: tokenSeconds },
    extraTokenClaims: (_context, token) =>
      token.kind === 'ClientCredentials' ? registeredClaims(rules, token) : undefined,
    assertJwtClientAuthClaimsAndHeader: (_context, claims) => {
      if (Number(claims['exp']) > Date.now() / 1_000 + mostAssertionSeconds)
        throw new errors.InvalidClientAuth('the assertion holds for too long');
    },
    renderError: (context, out) => {
      context.type = 'json';
      context.body = out;
    },
  };
}

export function machineFeatures(rules: MachineRules): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true },
    dPoP: { enabled: true },
    resourceIndicators: {
      enabled: true,
      // people get a session of the hub, systems a token for it
      defaultResource: (_context, client) => (isMachine(client) ? hubResource : []),
      getResourceServerInfo: async (context, resource, client) => {
        if (resource !== hubResource) throw new errors.InvalidTarget();
        const scope = client.scope ?? '';
        refuseUnknownScopes(context, scope.split(' '));
        if (isMachine(client)) refuseHaste(context, await rules.takeToken(client.clientId));
        const { kid, alg } = (await rules.signing()).jwk;
        const sign = { alg: alg as 'EdDSA', kid };
        return {
          scope,
          audience: rules.audience,
          accessTokenTTL: tokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign },
        };
      },
    },
  };
}

function isMachine(client: Client | undefined): boolean {
  return client?.grantTypeAllowed('client_credentials') ?? false;
}

/** The library passes over what it does not know; iWlz refuses the whole request, so that nobody learns it later. */
function refuseUnknownScopes(context: KoaContextWithOIDC, allowed: readonly string[]): void {
  const { scope } = context.oidc.params as { scope?: string };
  const asked = scope?.split(' ') ?? [];
  if (asked.some((one) => !allowed.includes(one)))
    throw new errors.InvalidScope('a requested scope is unknown or not granted to this client', '');
}

/** A token holds for minutes: whoever asks a new one for each request is told to keep it. Counted once it is known who asks. */
function refuseHaste(context: KoaContextWithOIDC, forMs: number): void {
  if (forMs === 0) return;
  context.set('retry-after', String(Math.ceil(forMs / 1_000)));
  const refusal = new errors.CustomOIDCProviderError('slow_down', 'too many tokens: keep one until it expires');
  throw Object.assign(refusal, { status: 429, statusCode: 429 });
}

/** Roles and organisation as they are registered at this moment. */
async function registeredClaims({ clients }: MachineRules, token: ClientCredentials) {
  const client = await clients.findActive(token.clientId ?? '');
  if (!client) throw new errors.InvalidClient('the client is not registered');
  const { roles, organisationId: organisation, region } = client;
  return { roles, organisation, ...(region !== null && { region }) };
}
