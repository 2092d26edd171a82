// A second process with connections of its own: so many brokers ask for a place of one offer at the same time.
// node test/race-process.mjs <address> <offer> <first case> <how many>; writes how many were held.
import 'reflect-metadata';
import { openDatabase } from '../dist/platform/database/database.js';
import { inTransaction } from '../dist/platform/database/transaction.js';
import { toCapacityConfig } from '../dist/subgraphs/capacity/config.js';
import { capacityServices } from '../dist/subgraphs/capacity/services.js';
import { capacityStorage } from '../dist/subgraphs/capacity/storage.js';

const [url, offerId, first, count] = process.argv.slice(2);
const config = toCapacityConfig({});
const caller = {
  roles: ['care-broker'],
  organisationId: null,
  region: 'flevoland',
  accessPoint: 'page',
  language: 'nl',
  requestId: 'race',
};
const options = { applicationName: 'race', poolSize: 10, poolWaitMs: 30_000, statementTimeoutMs: 10_000 };
const db = await openDatabase(capacityStorage, { ...options, url });
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));

const asked = Array.from({ length: Number(count) }, (_, index) => {
  const n = Number(first) + index;
  const caseId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const places = [{ offerId, caseId, quantity: 1, phone: null }];
  return inTransaction(db, { lockTimeoutMs: 20_000, caller: { ...caller, subject: `second ${n}` } }, (tx) =>
    capacityServices(tx, config).placing.hold({ ...caller, subject: `second ${n}` }, places),
  ).then(
    () => 'OK',
    (error) => error.code ?? String(error),
  );
});
process.send?.(await Promise.all(asked));
await db.destroy();
process.disconnect?.();
