import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { sealStored } from '../content-keys/seal-stored.js';
import { openDataFolder } from '../data-folder.js';
import { eraseAgain } from '../data-subject/erase-again.js';
import { withClient } from '../database/client.js';
import { openHubDatabase } from '../database/hub-database.js';
import { dropSchemas, wipeCluster } from '../database/wipe.js';
import type { HubConfig } from '../hub/config.js';
import { trackOpened } from '../hub/opened.js';
import { migrate } from '../migrate.js';
import { clusterFolder } from '../postgres/cluster.js';
import { storageNames } from '../subgraphs.js';
import { readManifest } from './manifest.js';
import { checkBackup, restoreBackup } from './restore-backup.js';

export interface RestoreOptions {
  /** Of the backup. */
  readonly folder: string;
  readonly sealer: Sealer;
  /** The file in which erasures were noted. */
  readonly erasures: string;
}

/** What is back. */
export interface Restored {
  readonly rows: number;
  readonly madeAt: string;
  /** How many cases were erased again. */
  readonly erased: number;
}

/**
 * Makes a hub as it was: its tables of that time, their rows, the migrations since, and once more what was erased since. All or
 * nothing. Throws a ConfigurationError where a hub has been already, and for a backup that cannot be taken up.
 */
export async function restoreHub(config: HubConfig, { folder, sealer, erasures }: RestoreOptions): Promise<Restored> {
  const manifest = await readManifest(folder);
  await checkBackup(folder, manifest);
  const opened = trackOpened();
  try {
    const held = await openDataFolder(config.dataFolder);
    opened.add(() => held.release());
    await checkEmpty(config);
    const erased = await undoOnFailure(config, async () => {
      const database = trackOpened();
      try {
        const { ownerUrl, secrets } = await openHubDatabase(config, database, manifest.migrations);
        await restoreBackup(ownerUrl, folder, manifest);
        await migrate(ownerUrl, secrets);
        // fails with keys other than those of the backup
        await sealStored(ownerUrl, sealer);
        return await eraseAgain(ownerUrl, sealer, erasures);
      } finally {
        await database.close();
      }
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, madeAt: manifest.madeAt, erased };
  } finally {
    await opened.close();
  }
}

async function checkEmpty({ dataFolder, databaseUrl }: HubConfig): Promise<void> {
  if (databaseUrl === null) {
    if (!existsSync(join(clusterFolder(dataFolder), 'PG_VERSION'))) return;
    throw new ConfigurationError(`${dataFolder} holds data already: choose another folder with DATA_DIR.`);
  }
  await withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_namespace where nspname = any($1)', [storageNames]);
    if (rowCount)
      throw new ConfigurationError('A hub has been in the database of DATABASE_URL already: take an empty one.');
  });
}

async function undoOnFailure<T>({ dataFolder, databaseUrl }: HubConfig, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await (databaseUrl === null ? wipeCluster(dataFolder) : dropSchemas(databaseUrl));
    throw error;
  }
}
