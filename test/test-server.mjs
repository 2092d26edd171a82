import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderHolder, openDataFolder } from '../dist/infra/data-folder.js';
import { contentKeysFile } from '../dist/infra/content-keys/content-keys-file.js';
import { loadDemonstration } from '../dist/infra/demonstration/load.js';
import { migrate } from '../dist/infra/migrate.js';
import { withClient } from '../dist/infra/database/client.js';
import { clusterFolder, removeCluster } from '../dist/infra/postgres/cluster.js';
import { startEmbeddedPostgres } from '../dist/infra/postgres/embedded.js';
import { stopOrphan } from '../dist/infra/postgres/orphan.js';

const prefix = 'thuisbasis-test-';

/** One server for the whole run with two templates, that each test file clones: `empty` and `demonstration`. */
export async function startTestServer() {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  const held = await openDataFolder(folder);
  const secrets = testSecrets();
  const postgres = await startEmbeddedPostgres({ folder, password: secrets.owner, isDurable: false });
  await makeTemplates(postgres, secrets);

  return {
    access: { ownerUrl: postgres.url('postgres'), secrets },
    keysFile: await contentKeysFile(folder, {}),
    async stop() {
      await postgres.stop();
      await removeCluster(folder);
      await held.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplates(postgres, secrets) {
  const administer = (sql) => withClient(postgres.url('postgres'), (client) => client.query(sql));
  await administer('create database empty');
  await migrate(postgres.url('empty'), secrets);
  await administer('create database demonstration template empty');
  await loadDemonstration(postgres.url('demonstration'), () => undefined);
}

function testSecrets() {
  const password = () => randomBytes(12).toString('hex');
  return { owner: password(), cases: password(), capacity: password(), people: password(), gateway: password() };
}

/** Runs that were killed leave a server and its files behind. */
async function sweep() {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith(prefix) && (await isLeftBehind(folder))) await remove(folder).catch(() => undefined);
  }
}

async function isLeftBehind(folder) {
  const lock = await stat(join(folder, 'hub.lock')).catch(() => null);
  return lock !== null && (await dataFolderHolder(folder)) === null;
}

async function remove(folder) {
  await stopOrphan(clusterFolder(folder));
  await removeCluster(folder);
  await rm(folder, { recursive: true, force: true });
}
