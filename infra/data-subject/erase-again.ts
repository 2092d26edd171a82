import { openDatabase } from '../../platform/database/database.js';
import type { Sealer } from '../../platform/secrecy/sealer.js';
import { storages } from '../storages.js';
import { findSubject } from './data-subject.js';
import { eraseCase } from './erase.js';
import { readErasures } from './erasures-file.js';
import { orderOf } from './orders.js';

const statementTimeoutMs = 60_000;

/** Erases again what was erased on request and came back with a backup of before; gives how many cases these were. */
export async function eraseAgain(ownerUrl: string, sealer: Sealer, file: string): Promise<number> {
  const options = { applicationName: 'thuisbasis-erase-again', poolSize: 1, statementTimeoutMs };
  const db = await openDatabase(storages.cases, { ...options, url: ownerUrl, sealer });
  try {
    let count = 0;
    for (const { caseId, orderedBy } of await readErasures(file)) {
      if (!(await findSubject(db, caseId))) continue;
      await eraseCase(db, caseId, orderOf(orderedBy), true);
      count += 1;
    }
    return count;
  } finally {
    await db.destroy();
  }
}
