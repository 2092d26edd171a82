import { ConfigurationError, type Environment } from '../../platform/process/environment.js';
import { stopWithProcess } from '../../platform/process/process-life.js';
import { keepObjectsYoung } from '../../platform/process/young-objects.js';
import { contentKeysFile, sealerOfFile } from '../content-keys/content-keys-file.js';
import { sealStored } from '../content-keys/seal-stored.js';
import { openDataFolder } from '../data-folder.js';
import { openHubDatabase, type HubDatabase } from '../database/hub-database.js';
import { roleUrl, subgraphUrls } from '../database/role-url.js';
import { believedIssuer } from '../identity/believed-issuer.js';
import { oauthKeysFile } from '../identity/oauth-keys.js';
import { hubUrl, readEnvironment, toHubConfig, type HubConfig } from './config.js';
import { askFirstQuestion } from './first-question.js';
import type { HubBase } from './hub-base.js';
import { loadOnFirstStart } from './load-on-first-start.js';
import { trackOpened, type Opened } from './opened.js';
import { checkPort } from './port.js';

/** Opens subgraphs and gateway, in this process or in others, until the gateway answers. */
export type OpenServices = (base: HubBase, opened: Opened) => Promise<unknown>;

/** Runs a whole hub until the process is told to stop. What a person must mend is one line on standard error and exit code 1. */
export async function runHub(openServices: OpenServices): Promise<void> {
  keepObjectsYoung();
  const opened = trackOpened();
  const started = start(openServices, opened);
  stopWithProcess(
    async () => {
      opened.interrupt();
      await started.catch(() => undefined);
      await opened.close();
    },
    { drop: () => opened.drop() },
  );
  try {
    await started;
  } catch (error) {
    if (opened.isInterrupted()) return;
    await opened.close().catch(() => undefined);
    console.error(error instanceof ConfigurationError ? error.message : error);
    process.exit(1);
  }
}

async function start(openServices: OpenServices, opened: Opened): Promise<void> {
  const environment = readEnvironment();
  const config = toHubConfig(environment);
  await checkPort(config.host, config.port);
  const folder = await openDataFolder(config.dataFolder);
  opened.add(() => folder.release());

  const database = await openHubDatabase(config, opened);
  await loadOnFirstStart(database.ownerUrl);
  const contentKeys = await contentKeysFile(config.dataFolder, environment);
  await sealStored(database.ownerUrl, sealerOfFile(contentKeys));
  const base = await hubBase(database, config, { ...environment, CONTENT_KEYS_FILE: contentKeys });
  await openServices(base, opened);

  const url = hubUrl(config);
  const { isDevelopment } = base.identity;
  if (isDevelopment) await askFirstQuestion(url, config.dataFolder);
  console.log(isDevelopment ? whatNow(url) : `Thuisbasis serves ${url}/graphql until Ctrl-C.`);
}

async function hubBase(
  { ownerUrl, secrets }: HubDatabase,
  config: HubConfig,
  environment: Environment,
): Promise<HubBase> {
  const { dataFolder, publicUrl } = config;
  const databaseUrl = roleUrl(ownerUrl, 'gateway', secrets);
  return {
    config,
    environment,
    subgraphUrls: subgraphUrls(ownerUrl, secrets),
    callers: { databaseUrl, publicUrl, keysFile: await oauthKeysFile(dataFolder, environment) },
    identity: await believedIssuer(dataFolder, environment),
  };
}

function whatNow(url: string): string {
  return `
Thuisbasis serves ${url}/graphql until Ctrl-C. Open ${url} in a browser, or try in another terminal:
  npm run find -- --case FL-26-0042
  npm run find -- --municipality Lelystad --birth-year 2014 --rungs AMBULATORY,FOSTER
  npm run token -- --role care-broker`;
}
