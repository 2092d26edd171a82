import { expect, it, jest } from '@jest/globals';
import { openBrowser, target } from '../../test/builders/browser/browser.js';
import { DataSource } from '../../platform/database/database.js';
import { createLogger } from '../../platform/process/logger.js';
import { createHttp } from '../http/create-http.js';
import { startIdentityProvider } from '../testing/identity-provider.js';
import { openPeople } from './open-people.js';
import { sessionStore } from './session.store.js';

const publicUrl = new URL('http://127.0.0.1:4998');

it('who comes back while sessions cannot be kept hears so, and may try again', async () => {
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  const provider = await startIdentityProvider({
    client_id: 'hub',
    client_secret: 'secret',
    redirect_uris: [`${publicUrl.origin}/inloggen/terug`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: 'RS256',
    token_endpoint_auth_method: 'client_secret_post',
  });
  provider.claims = { roles: ['care-broker'], region: 'flevoland' };
  const settings = {
    issuer: provider.issuer,
    clientId: 'hub',
    proof: { kind: 'secret', secret: 'secret' },
    scope: 'openid',
    claimNames: { roles: 'roles', organisation: 'organisation', region: 'region', professional: 'professional' },
    parameters: {},
  } as const;
  // a database that nobody has reached yet
  const sessions = sessionStore(new DataSource({ type: 'postgres' }).manager);
  const http = await createHttp({ logger: createLogger('gateway', 'silent') });
  openPeople({ publicUrl, sessions, settings }).addRoutes(http);

  for (const before of ['', '; thuisbasis=an-earlier-session']) {
    const begun = await http.inject('/inloggen');
    const browser = openBrowser(provider.issuer.origin);
    const page = target(await browser.get(String(begun.headers.location)));
    const back = new URL(target(await browser.get(target(await browser.get(page)))));
    const cookie = String(begun.headers['set-cookie']).replace(/;.*/, before);
    const answer = await http.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'IDENTITY_UNAVAILABLE' } }] },
    ]);
  }
  await http.close();
  await provider.stop();
  jest.restoreAllMocks();
});
