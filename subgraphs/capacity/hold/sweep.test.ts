import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { aHold, anOffer, aReport } from '../../../test/builders/rows/offer.js';
import { toCapacityConfig } from '../config.js';
import { sweepHolds } from './sweep.js';

const at = '2026-11-21T12:00:00Z';
const config = toCapacityConfig({});

describe('the sweep', () => {
  let capacity: CapacityDatabase;

  beforeAll(async () => {
    capacity = await openCapacityDatabase();
  });
  beforeEach(() => capacity.setClock(at));
  afterAll(() => capacity.close());

  it('ends what nobody answered in time, at the instant at which its term passed, and tells of it', async () => {
    const holds = [aHold({ createdHoursAgo: 30, answerDueHoursAgo: 6 }), aHold()];
    await capacity.write([anOffer(1, { reports: [aReport()], holds })], at);
    expect(await sweepHolds(capacity.background, config)).toEqual({ expired: 1, offered: 0 });
    expect(await capacity.db.query('select ended_at, ended_as from hold where ended_at is not null')).toEqual([
      { ended_at: new Date('2026-11-21T06:00:00Z'), ended_as: 'EXPIRED' },
    ]);
    expect(await capacity.owner.query(`select kind from outbox where kind <> 'offer.known'`)).toEqual([
      { kind: 'hold.expired' },
    ]);
    expect(await sweepHolds(capacity.background, config)).toEqual({ expired: 0, offered: 0 });
  });

  it('may run in any number of processes: each hold ends once', async () => {
    const holds = [aHold({ createdHoursAgo: 30, answerDueHoursAgo: 6 })];
    const offers = Array.from({ length: 70 }, (_, index) => anOffer(index + 1, { reports: [aReport()], holds }));
    await capacity.write(offers, at);
    await capacity.owner.query('delete from outbox');
    const swept = await Promise.all([1, 2, 3].map(() => sweepHolds(capacity.background, config)));
    const rest = await sweepHolds(capacity.background, config);
    expect([...swept, rest].reduce((sum, { expired }) => sum + expired, 0)).toBe(70);
    expect(await capacity.owner.query('select from outbox')).toHaveLength(70);
  });

  it('is not held up by an offer at which it fails, and tells of the failure', async () => {
    const holds = [aHold({ createdHoursAgo: 30, answerDueHoursAgo: 6 })];
    const offers = Array.from({ length: 60 }, (_, index) => anOffer(index + 1, { reports: [aReport()], holds }));
    await capacity.write(offers, at);
    await capacity.owner.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'broken offer'; end $$`,
    );
    await capacity.owner.query(
      `create trigger failing before update on hold for each row when (new.offer_id = '${anOffer(1).id}') execute function fail()`,
    );
    await expect(sweepHolds(capacity.background, config)).rejects.toThrow('broken offer');
    expect(await capacity.db.query('select offer_id from hold where ended_at is null')).toEqual([
      { offer_id: anOffer(1).id },
    ]);
    await capacity.owner.query('drop function fail cascade');
    expect(await sweepHolds(capacity.background, config)).toEqual({ expired: 1, offered: 0 });
  });
});
