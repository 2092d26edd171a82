import { machineClientStore, type MachineClientStore } from '../../gateway/machines/machine-client.store.js';
import { gatewayStorage } from '../../gateway/storage.js';
import { openDatabase } from '../../platform/database/database.js';

const statementTimeoutMs = 10_000;

/** Does work on the register of clients, as the owner of the database. */
export async function withClients<T>(ownerUrl: string, work: (clients: MachineClientStore) => Promise<T>): Promise<T> {
  const db = await openDatabase(gatewayStorage, {
    url: ownerUrl,
    applicationName: 'thuisbasis-partner',
    poolSize: 1,
    statementTimeoutMs,
  });
  try {
    return await work(machineClientStore(db.manager));
  } finally {
    await db.destroy();
  }
}
