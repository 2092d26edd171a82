import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { aPlace, brokerOfRegion, inServices, knowCases, refusalOf } from '../../../test/builders/rows/hold.js';
import { anOffer, aReport } from '../../../test/builders/rows/offer.js';
import type { CapacityServices } from '../services.js';

const at = '2026-11-21T12:00:00Z';
const offerId = anOffer(1).id;
const forget = `select forget_case('${idOf(1)}')`;

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openCapacityDatabase();
});
afterAll(() => capacity.close());
beforeEach(async () => {
  await capacity.setClock(at);
  await capacity.write([anOffer(1, { reports: [aReport()] })], at);
  await knowCases(capacity.owner, 1);
});

/** Long enough for who has to wait to be waiting. */
const aMoment = (): Promise<void> => wait(120);

const held = (): Promise<unknown[]> =>
  capacity.owner.query('select case_id from hold_case union all select case_id from waitlist_case');

describe.each<[string, (services: CapacityServices) => Promise<unknown>]>([
  ['holds a place', ({ placing }) => placing.hold(brokerOfRegion, [aPlace(offerId, 1)])],
  [
    'waits for a place',
    ({ waiting }) => waiting.join(brokerOfRegion, { caseId: idOf(1), offerId, quantity: 1, priority: 'REGULAR' }),
  ],
])('a case that is erased while it %s', (_what, work) => {
  it('is known nowhere afterwards, where the place came first', async () => {
    let forgotten: Promise<unknown> = Promise.resolve();
    await inServices(capacity.db, async (services) => {
      await work(services);
      forgotten = capacity.owner.query(forget);
      await aMoment();
    });
    await forgotten;
    expect(await held()).toEqual([]);
  });

  it('is not there for who asks, where the erasure came first', async () => {
    let asked: Promise<unknown> = Promise.resolve();
    await capacity.owner.transaction(async (tx) => {
      await tx.query(forget);
      asked = refusalOf(inServices(capacity.db, work));
      await aMoment();
    });
    expect(await asked).toBe('NOT_FOUND');
    expect(await held()).toEqual([]);
  });
});
