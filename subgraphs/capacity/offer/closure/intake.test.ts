import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openCapacityDesk,
  type CapacityDesk,
  broker,
  foreign,
  key,
  noon,
  offer,
  system,
} from '../../../../test/builders/desks/capacity-desk.js';
import { aReport } from '../../../../test/builders/rows/offer.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
beforeEach(async () => {
  await desk.database.setClock(noon);
  await desk.clearEvents();
});
afterAll(() => desk.close());

describe('intake', () => {
  const asked =
    'offer { closure { reason expectedEndOn } closures { reason reopenedAt note revisions { reason expectedEndOn } } availability { status isClosed } }';
  const close = (input: object, caller = system) =>
    desk.change(caller, 'closeIntake', { offerKey: key(1), reason: 'RENOVATION', ...input }, asked);
  const reopen = (caller = system) => desk.change(caller, 'reopenIntake', { offerKey: key(1) }, asked);

  it('closes, says anew why, and opens again; what was said is kept', async () => {
    await desk.database.write([offer(1, { reports: [aReport()] })], noon);
    expect((await close({})).answer).toMatchObject({
      offer: { closure: { reason: 'RENOVATION' }, availability: { isClosed: true } },
    });
    await desk.database.setClock('2026-11-22T12:00:00Z');
    const again = { reason: 'INFECTION', expectedEndOn: '2026-12-01', note: 'griep' };
    await close(again);
    await close(again);
    expect(await desk.kinds()).toEqual(['intake.closed', 'intake.closed']);
    expect((await reopen()).answer).toEqual({
      offer: {
        closure: null,
        availability: { status: 'HAS_CAPACITY', isClosed: false },
        closures: [
          {
            reason: 'INFECTION',
            reopenedAt: '2026-11-22T12:00:00.000Z',
            note: 'griep',
            revisions: [
              { reason: 'INFECTION', expectedEndOn: '2026-12-01' },
              { reason: 'RENOVATION', expectedEndOn: null },
            ],
          },
        ],
      },
    });
    expect((await reopen()).codes).toEqual(['STATE_CONFLICT']);
    expect(await desk.kinds()).toEqual(['intake.closed', 'intake.closed', 'intake.reopened']);
  });

  it('is not closed for what makes no sense, nor by a competitor', async () => {
    await desk.database.write([offer(1), offer(2, { retiredHoursAgo: 1 })], noon);
    expect((await close({ expectedEndOn: '2026-11-20' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await close({ note: '111222333' })).codes).toEqual(['CONTAINS_BSN']);
    expect((await close({ offerKey: key(2) })).codes).toEqual(['OFFER_KEY_RETIRED']);
    expect((await close({}, foreign)).codes).toEqual(['NOT_FOUND']);
    expect((await reopen(foreign)).codes).toEqual(['NOT_FOUND']);
    expect(await desk.database.db.query('select id from closure')).toEqual([]);
  });

  it('keeps its remark from those who seek', async () => {
    await desk.database.write([offer(1)], noon);
    await close({ note: 'griep' });
    const { data, codes } = await desk.ask(broker, '{ offers { edges { node { key closure { reason note } } } } }');
    expect([data, codes]).toEqual([
      { offers: { edges: [{ node: { key: null, closure: { reason: 'RENOVATION', note: null } } }] } },
      ['FORBIDDEN'],
    ]);
  });
});
