import { contentKeysFile } from '../../infra/content-keys/content-keys-file.js';
import { roleUrl, subgraphUrls } from '../../infra/database/role-url.js';
import { hubUrl } from '../../infra/hub/config.js';
import type { HubBase } from '../../infra/hub/hub-base.js';
import { believedIssuer } from '../../infra/identity/believed-issuer.js';
import { oauthKeysFile } from '../../infra/identity/oauth-keys.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { patience, type MeasuredHub } from '../tools/measured-hub.js';

/** Of each subgraph: all who are compared have as many, and together no more than PostgreSQL allows. */
export const connections = 6;

/** Settings of every hub that is compared. */
export const shared = { ...patience, DATABASE_POOL_SIZE: String(connections) };

/** What more gateways and subgraphs over the data of a running hub stand on; what nobody asks for stays that hub's work. */
export async function baseBeside(hub: MeasuredHub): Promise<HubBase> {
  const secrets = await hub.secrets();
  const place = { host: '127.0.0.1', port: await freePort() };
  return {
    config: { ...place, dataFolder: hub.folder, logLevel: 'silent' },
    environment: {
      ...hub.settings,
      ...shared,
      BACKGROUND: 'off',
      NODE_ENV: 'production',
      CONTENT_KEYS_FILE: await contentKeysFile(hub.folder, {}),
    },
    subgraphUrls: subgraphUrls(hub.database, secrets),
    callers: {
      databaseUrl: roleUrl(hub.database, 'gateway', secrets),
      publicUrl: new URL(hubUrl(place)),
      keysFile: await oauthKeysFile(hub.folder, {}),
    },
    identity: await believedIssuer(hub.folder, {}),
  };
}
