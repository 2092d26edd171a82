import { explainDatabaseError } from './explain-error.js';
import { withClient } from './client.js';
import { migrate, type MigrationsSoFar } from '../migrate.js';
import { startEmbeddedPostgres } from '../postgres/embedded.js';
import { readSecrets, type DatabaseSecrets } from './secrets.js';
import type { HubConfig } from '../hub/config.js';
import type { Opened } from '../hub/opened.js';

/** The hub's database, migrated. */
export interface HubDatabase {
  /** Its address as the owner of every schema. */
  readonly ownerUrl: string;
  readonly secrets: DatabaseSecrets;
}

export const databaseName = 'thuisbasis';

/** Opens the embedded database in the data folder, or the one that DATABASE_URL names, and brings it up to date, or as far as told. */
export async function openHubDatabase(
  config: HubConfig,
  opened: Opened,
  soFar?: MigrationsSoFar,
): Promise<HubDatabase> {
  const secrets = await readSecrets(config.dataFolder);
  if (config.databaseUrl === null) {
    const ownerUrl = await openEmbedded(config.dataFolder, secrets.owner, opened);
    await migrate(ownerUrl, secrets, soFar);
    return { ownerUrl, secrets };
  }
  await migrate(config.databaseUrl, secrets, soFar).catch((error: unknown) => {
    throw explainDatabaseError(error);
  });
  return { ownerUrl: config.databaseUrl, secrets };
}

async function openEmbedded(folder: string, password: string, opened: Opened): Promise<string> {
  const postgres = await startEmbeddedPostgres({ folder, password });
  opened.add(
    () => postgres.stop(),
    () => postgres.drop(),
  );
  await withClient(postgres.url('postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
  return postgres.url(databaseName);
}
