import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller } from '../../../platform/identity/caller.js';
import type { CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { aPlace, inServices, otherProviderId, providerId, refusalOf } from '../../../test/builders/rows/hold.js';
import { anOffer } from '../../../test/builders/rows/offer.js';
import { openSecuredCapacity, seekerId } from '../../../test/builders/databases/secured-capacity.js';
import type { CapacityServices } from '../services.js';

// The stores by themselves, as the owner of the tables, whom row level security lets pass.

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openSecuredCapacity();
});
afterAll(() => capacity.close());

const asOwner = <T>(work: (services: CapacityServices) => Promise<T>): Promise<T> => inServices(capacity.owner, work);
const all = [1, 2, 3].map(idOf);
const page = { first: 10, limit: 11, after: null };

/** The numbers of holds and of their cases, and the same of entries, that the stores give when all are asked for. */
async function given(caller: Caller): Promise<Record<'holds' | 'entries', (readonly [number, number | null])[]>> {
  return asOwner(async ({ holdLists, waitlists }) => {
    const numbers = (rows: Iterable<{ id: string; caseId: string | null }>) =>
      [...rows]
        .map(({ id, caseId }) => [Number(id.slice(-4)), caseId === null ? null : Number(caseId.slice(-4))] as const)
        .sort(([one], [other]) => one - other);
    return {
      holds: numbers((await holdLists.findByIds(caller, all)).values()),
      entries: numbers((await waitlists.findByIds(caller, all)).values()),
    };
  });
}

describe('the statements of capacity, without any help of the database', () => {
  it.each<[string, Caller, (readonly [number, number | null])[]]>([
    [
      'a broker: holds for cases of the region',
      callerAs('care-broker'),
      [
        [1, 1],
        [3, 3],
      ],
    ],
    [
      'a case owner: those for its own cases',
      callerAs('case-owner', seekerId),
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'a planner: those at its own offers, without a case',
      callerAs('provider-planner', providerId),
      [
        [1, null],
        [2, null],
      ],
    ],
    ['a system of another provider: the same', callerAs('provider-system', otherProviderId), [[3, null]]],
    ['an analyst: nothing', callerAs('analyst', seekerId), []],
  ])('give %s', async (_what, caller, expected) => {
    expect(await given(caller)).toEqual({ holds: expected, entries: expected });
  });

  it.each<[string, Caller, string | null]>([
    ['a broker, of a case of another region', callerAs('care-broker'), idOf(2)],
    ['a case owner, of a case of others', callerAs('case-owner', seekerId), idOf(3)],
  ])('list no holds for %s', async (_what, caller, caseId) => {
    const selection = { states: null, offerId: null, caseId };
    expect(await asOwner(({ holdLists }) => holdLists.findPage(caller, selection, page))).toEqual([]);
    expect(await asOwner(({ holdLists }) => holdLists.findPageOf('case', caller, [caseId ?? ''], page))).toEqual(
      new Map(),
    );
    expect(await asOwner(({ waitlists }) => waitlists.findPageOfCases(caller, [caseId ?? ''], page))).toEqual(
      new Map(),
    );
  });

  it.each<[string, (services: CapacityServices) => Promise<unknown>]>([
    ['hold for a case of others', ({ placing }) => placing.hold(callerAs('care-broker'), [aPlace(anOffer(1).id, 2)])],
    ['release a hold of others', ({ holds }) => holds.release(callerAs('care-broker'), idOf(2))],
    ['answer at offers of others', ({ holds }) => holds.accept(callerAs('provider-planner', providerId), idOf(3))],
    ['take others off a list', ({ waiting }) => waiting.leave(callerAs('care-broker'), idOf(2))],
    [
      'end a subscription of others',
      ({ subscriptions }) => subscriptions.unsubscribe(callerAs('provider-system', providerId), idOf(2)),
    ],
    ['read what others heard', ({ disputes }) => disputes.findOwn(callerAs('care-broker'), idOf(2))],
  ])('let nobody %s', async (_what, work) => {
    expect(await refusalOf(asOwner(work))).toBe('NOT_FOUND');
  });

  it('tell nobody what is addressed to others', async () => {
    const found = await asOwner(({ notices }) =>
      notices.findByIds(callerAs('care-broker'), [idOf(1), idOf(2), idOf(11)]),
    );
    expect(found.map(({ id }) => id)).toEqual([idOf(1)]);
    const everyNotice = [1, 2, 11, 12, 21, 22, 23].map(idOf);
    for (const [caller, own] of [
      [callerAs('privacy-officer'), [idOf(22)]],
      [{ ...callerAs('privacy-officer', seekerId), region: null }, []],
      [callerAs('case-owner', seekerId), [idOf(21)]],
      [callerAs('provider-planner', seekerId), []],
    ] as const) {
      const told = await asOwner(({ notices }) => notices.findByIds(caller, everyNotice));
      expect(told.map(({ id }) => id)).toEqual(own);
    }
    expect(await asOwner(({ noticeAddresses }) => noticeAddresses.find(callerAs('case-owner')))).toBeNull();
  });
});
