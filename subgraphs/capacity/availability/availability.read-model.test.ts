import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { aHold, anOffer, aReport } from '../../../test/builders/rows/offer.js';
import { explaining, rowsRead, type Plan } from '../../../test/builders/databases/plan.js';
import type { WorldOffer } from '../../../test/oracle/world.js';
import { toCapacityConfig } from '../config.js';
import { availabilityReadModel } from './availability.read-model.js';
import type { Availability } from './availability.type.js';

const at = '2026-11-21T12:00:00Z';
let capacity: CapacityDatabase;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  await capacity.setClock(at);
});

afterAll(() => capacity.close());

async function availabilityOf(replaced: Partial<WorldOffer>): Promise<Availability> {
  const offer = anOffer(1, replaced);
  await capacity.write([offer], at);
  const found = await availabilityReadModel(capacity.db.manager, toCapacityConfig({}).freshness).findByOfferIds([
    offer.id,
  ]);
  const availability = found.get(offer.id);
  if (!availability) throw new Error('the offer has an availability');
  return availability;
}

describe('availability', () => {
  it.each<[string, Partial<WorldOffer>, Partial<Availability>]>([
    ['is unknown when nothing was ever reported', {}, { status: 'UNKNOWN', available: null }],
    [
      'is what the newest report says',
      { reports: [aReport({ available: 1, asOfHoursAgo: 9, receivedHoursAgo: 9 }), aReport()] },
      { status: 'HAS_CAPACITY', available: 2 },
    ],
    [
      'never counts a stale figure as free',
      { reports: [aReport({ asOfHoursAgo: 72 })] },
      { status: 'UNKNOWN', available: null, maximum: null },
    ],
    [
      'falls back to the report before a withdrawn one',
      { reports: [aReport({ available: 5 }), aReport({ withdrawnHoursAgo: 0.5 })] },
      { available: 5 },
    ],
    [
      'subtracts a hold made after the report',
      { reports: [aReport()], holds: [aHold()] },
      { status: 'HAS_CAPACITY', available: 1 },
    ],
    [
      'has no capacity when all is held',
      { reports: [aReport()], holds: [aHold({ quantity: 2 })] },
      { status: 'NO_CAPACITY', available: 0 },
    ],
    [
      'still subtracts a hold from before the report that nobody answered',
      { reports: [aReport()], holds: [aHold({ createdHoursAgo: 3 })] },
      { available: 1 },
    ],
    [
      'does not subtract an accepted hold from before the report',
      { reports: [aReport()], holds: [aHold({ createdHoursAgo: 3, acceptedHoursAgo: 2, expiresHoursAgo: -24 })] },
      { available: 2 },
    ],
    [
      'keeps a unit that was promised after the report, however early it was asked',
      { reports: [aReport()], holds: [aHold({ createdHoursAgo: 3, acceptedHoursAgo: 0.5, expiresHoursAgo: -24 })] },
      { available: 1 },
    ],
    [
      'does not let care that began long ago count as more than there is',
      {
        reports: [aReport({ available: 6, maximum: 6 })],
        holds: [
          aHold({ createdHoursAgo: 90, acceptedHoursAgo: 80, expiresHoursAgo: 60, convertedHoursAgo: 70, quantity: 9 }),
        ],
      },
      { available: 6, isOvercommitted: false },
    ],
    [
      'gives back a hold whose term passed without an answer',
      { reports: [aReport()], holds: [aHold({ answerDueHoursAgo: 0 })] },
      { available: 2 },
    ],
    [
      'gives back a hold that was released',
      { reports: [aReport()], holds: [aHold({ endedHoursAgo: 0.1 })] },
      { available: 2 },
    ],
    [
      'keeps a unit in which care has started until a newer report',
      { reports: [aReport()], holds: [aHold({ acceptedHoursAgo: 0.4, expiresHoursAgo: 0.1, convertedHoursAgo: 0.3 })] },
      { available: 1 },
    ],
    [
      'takes nobody in while intake is closed',
      { reports: [aReport()], closures: [{ closedHoursAgo: 5, reopenedHoursAgo: null }] },
      { status: 'NO_CAPACITY', available: 0, isClosed: true },
    ],
    [
      'is open again after reopening',
      { reports: [aReport()], closures: [{ closedHoursAgo: 5, reopenedHoursAgo: 1 }] },
      { available: 2, isClosed: false },
    ],
    [
      'says that more is held than the provider has',
      { reports: [aReport({ available: 0, maximum: 1, status: 'NO_CAPACITY' })], holds: [aHold({ quantity: 2 })] },
      { available: 0, isOvercommitted: true },
    ],
  ])('%s', async (_sentence, offer, expected) => {
    expect(await availabilityOf(offer)).toMatchObject(expected);
  });

  it('tells the age, the term and the method of its figure', async () => {
    const { freshness } = await availabilityOf({ reports: [aReport({ asOfHoursAgo: 30, receivedHoursAgo: 29 })] });
    expect(freshness).toEqual({
      state: 'AGING',
      asOf: new Date('2026-11-20T06:00:00Z'),
      expiresAt: new Date('2026-11-23T06:00:00Z'),
      method: 'MACHINE',
    });
  });

  it('lets nobody change a report after it was received', async () => {
    await expect(capacity.db.query('update capacity_report set available = 0')).rejects.toThrow('permission denied');
    await expect(capacity.db.query('delete from capacity_report')).rejects.toThrow('permission denied');
  });
});

it('reads what is held of an offer, not all that ever was', async () => {
  const offer = anOffer(1, { reports: [aReport()], holds: [aHold()] });
  await capacity.write([offer], at);
  await capacity.owner.query(
    `insert into hold (offer_id, quantity, created_at, answer_due_at, ended_at, ended_as)
     select $1, 1, at, at + interval '1 day', at + interval '2 hours', 'RELEASED'
     from (select hub_now() - n * interval '1 hour' - interval '3 days' as at from generate_series(1, 3000) as n) once`,
    [offer.id],
  );
  await capacity.owner.query('analyze hold');
  const plans: Plan[] = [];
  const readModel = availabilityReadModel(explaining(capacity.db.manager, plans), toCapacityConfig({}).freshness);
  expect((await readModel.findByOfferIds([offer.id])).get(offer.id)).toMatchObject({ available: 1 });
  expect(rowsRead(plans, 'hold')).toBeLessThan(10);
});
