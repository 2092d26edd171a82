import { createServer, type Server } from 'node:http';
import {
  Provider,
  type AdapterFactory,
  type AdapterPayload,
  type AllClientMetadata,
  type KoaContextWithOIDC,
} from 'oidc-provider';

/** An identity provider of somebody else, at which one person is always signed in already. */
export interface TestIdentityProvider {
  readonly issuer: URL;
  /** What it says of that person. */
  claims: Record<string, unknown>;
  stop(): Promise<void>;
}

/** Starts one for a client with this registration. */
export async function startIdentityProvider(client: AllClientMetadata): Promise<TestIdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const state = { claims: {} };
  const names = ['roles', 'organisation', 'region', 'groepen', 'instelling'];
  const provider = new Provider(issuer, {
    adapter: inMemory(client),
    claims: { openid: ['sub', ...names] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/at/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...state.claims }) }),
    loadExistingGrant: grant,
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/at/')) {
      await next();
      return;
    }
    const to = await provider.interactionResult(context.req, context.res, { login: { accountId: 'person-1' } });
    context.status = 303;
    context.redirect(to);
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return Object.assign(state, { issuer: new URL(issuer), stop: () => close(server) });
}

/** What it keeps, for as long as a test lasts; its one client was there before. */
function inMemory(client: AllClientMetadata): AdapterFactory {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const find = (id: string): Promise<AdapterPayload | undefined> =>
      Promise.resolve(model === 'Client' ? (client as AdapterPayload) : kept.get(`${model} ${id}`));
    return {
      find,
      findByUserCode: find,
      findByUid: (uid) => Promise.resolve([...kept.values()].find((one) => one.uid === uid && one.kind === model)),
      upsert: (id, payload) => Promise.resolve(void kept.set(`${model} ${id}`, payload)),
      consume: (id) => Promise.resolve(void Object.assign(kept.get(`${model} ${id}`) ?? {}, { consumed: 1 })),
      destroy: (id) => Promise.resolve(void kept.delete(`${model} ${id}`)),
      revokeByGrantId: () => Promise.resolve(),
    };
  };
}

async function grant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const given = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  given.addOIDCScope('openid');
  await given.save();
  return given;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
