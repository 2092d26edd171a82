import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
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

async function shown(n: number) {
  const { data } = await desk.ask(
    system,
    `query ($id: ID!) { offer(id: $id) { latestReport { status available sequence }
    availability { status available isDisputed freshness { state } } } }`,
    { id: key(n) },
  );
  return data?.['offer'] as { latestReport: unknown; availability: Record<string, unknown> };
}

describe('a mistaken report', () => {
  const withdraw = (input: object, caller = system) =>
    desk.change(caller, 'withdrawReport', input, 'withdrawnAt newest { sequence available }');

  it('is taken back, and the one before it counts again', async () => {
    await desk.database.write(
      [offer(1, { reports: [aReport({ asOfHoursAgo: 2, available: 1 }), aReport({ available: 5 })] })],
      noon,
    );
    const { answer } = await withdraw({ offerKey: key(1), sequence: 2 });
    expect(answer).toMatchObject({ newest: { sequence: 1, available: 1 } });
    expect((await shown(1)).availability).toMatchObject({ available: 1 });
    expect((await withdraw({ offerKey: key(1), sequence: 2 })).answer).toEqual(answer);
    expect((await withdraw({ offerKey: key(1), sequence: 1 })).answer).toMatchObject({ newest: null });
    expect(await desk.kinds()).toEqual(['report.withdrawn', 'report.withdrawn']);
  });

  it('leaves a dispute open again that nothing else answers', async () => {
    await desk.database.write([offer(1, { reports: [aReport()] })], noon);
    const dispute = () => desk.change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE' }, 'isReplay');
    const publish = (sequence: number, asOf: string) => {
      const report = { offerKey: key(1), sequence, status: 'HAS_CAPACITY', available: 1, maximum: 6, unit: 'PLACE' };
      return desk.change(system, 'publishCapacity', { asOf, reports: [report] }, 'isReplay');
    };
    const isDisputed = async () => (await shown(1)).availability['isDisputed'];
    await dispute();
    await desk.database.setClock('2026-11-21T12:10:00Z');
    await publish(5, '2026-11-21T12:10:00Z');
    await desk.change(system, 'confirmCapacity', {}, 'confirmedCount');
    expect(await isDisputed()).toBe(false);
    await withdraw({ offerKey: key(1), sequence: 5 });
    expect(await isDisputed()).toBe(false);
    await dispute();
    await desk.database.setClock('2026-11-21T12:20:00Z');
    await publish(6, '2026-11-21T12:20:00Z');
    expect(await isDisputed()).toBe(false);
    await withdraw({ offerKey: key(1), sequence: 6 });
    expect(await isDisputed()).toBe(true);
    await withdraw({ offerKey: key(1), sequence: 1 });
    await publish(7, '2026-11-21T12:20:00Z');
    await desk.change(system, 'withdrawReport', { offerKey: key(1), sequence: 7 }, 'isReplay');
    const open: unknown = await desk.database.owner.query(
      'select count(*)::integer as count from dispute where answered_at is null',
    );
    expect([await isDisputed(), open]).toEqual([true, [{ count: 1 }]]);
  });

  it('may be one that "nothing changed" made under the number of one that was taken back', async () => {
    await desk.database.write([offer(1)], noon);
    const report = { offerKey: key(1), sequence: 1, status: 'HAS_CAPACITY', available: 1, maximum: 6, unit: 'PLACE' };
    await desk.change(system, 'publishCapacity', { asOf: '2026-11-21T11:00:00Z', reports: [report] }, 'isReplay');
    await desk.change(system, 'confirmCapacity', {}, 'confirmedCount');
    expect((await withdraw({ offerKey: key(1), sequence: 1 })).answer).toMatchObject({ newest: { sequence: 1 } });
    expect((await withdraw({ offerKey: key(1), sequence: 1 })).answer).toMatchObject({ newest: null });
    expect((await withdraw({ offerKey: key(1), sequence: 1 })).answer).toMatchObject({ newest: null });
  });

  it.each<[string, object, Caller]>([
    ['another sequence', { offerKey: key(1), sequence: 3 }, system],
    ['another key', { offerKey: 'x\u0000', sequence: 1 }, system],
    ["a competitor's report", { offerKey: key(1), sequence: 1 }, foreign],
    ['what a broker heard by telephone', { offerKey: key(1), sequence: 2 }, system],
  ])('is not found under %s', async (_what, input, caller) => {
    await desk.database.write([offer(1, { reports: [aReport(), aReport({ method: 'PHONED' })] })], noon);
    expect(await withdraw(input, caller)).toEqual({ answer: null, codes: ['NOT_FOUND'] });
  });
});
