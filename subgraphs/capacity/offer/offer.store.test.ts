import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../platform/identity/caller.js';
import { pageRequest } from '../../../platform/paging/pages.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { anOffer } from '../../../test/builders/rows/offer.js';
import { offerSortValues, offerStore } from './offer.store.js';

const noon = '2026-11-21T12:00:00Z';
const own = '20000000-0000-4000-8000-000000000001';
const other = '20000000-0000-4000-8000-000000000002';
const everything = { rungs: null, municipalityCode: null, organisationId: null };
const offers = [
  anOffer(1, { organisationId: own }),
  anOffer(2, { organisationId: own, rung: 'FOSTER', workingArea: ['0034'] }),
  anOffer(3, { organisationId: other }),
  anOffer(4, { organisationId: own, retiredHoursAgo: 1 }),
];
let capacity: CapacityDatabase;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  await capacity.setClock(noon);
  await capacity.write(offers, noon);
});

afterAll(() => capacity.close());

function numbersOf(rows: Iterable<{ id: string }>): number[] {
  return [...rows].map(({ id }) => Number(id.slice(-4, -1))).sort();
}

describe('the offers that a caller sees', () => {
  it.each<[Role, string | null, number[]]>([
    ['care-broker', null, [1, 2, 3]],
    ['case-owner', own, [1, 2, 3]],
    ['ret-member', null, [1, 2, 3]],
    ['provider-planner', own, [1, 2]],
    ['provider-system', other, [3]],
    ['provider-system', null, []],
    ['analyst', null, []],
    ['privacy-officer', null, []],
    ['operator', own, []],
  ])('are for a %s of %s: %j', async (role, organisationId, expected) => {
    const store = offerStore(capacity.db.manager);
    const asker = callerAs(role, organisationId);
    expect(numbersOf(await store.findPage(asker, everything, pageRequest({ first: 10, after: null }, 2)))).toEqual(
      expected,
    );
    const ids = offers.filter(({ retiredHoursAgo }) => retiredHoursAgo === null).map(({ id }) => id);
    expect(numbersOf((await store.findByIds(asker, ids)).values())).toEqual(expected);
    const perOrganisation = await store.findPageByOrganisations(
      asker,
      [own, other],
      pageRequest({ first: 10, after: null }, 2),
    );
    expect(numbersOf([...perOrganisation.values()].flat())).toEqual(expected);
  });

  it('are still found by key when they are retired, for what points to them, but not by a competitor', async () => {
    const store = offerStore(capacity.db.manager);
    const retired = [anOffer(4).id];
    expect(numbersOf((await store.findByIds(callerAs('care-broker'), retired)).values())).toEqual([4]);
    expect(numbersOf((await store.findByIds(callerAs('provider-system', other), retired)).values())).toEqual([]);
  });

  it('can be narrowed by rung, municipality and organisation', async () => {
    const store = offerStore(capacity.db.manager);
    const page = pageRequest({ first: 10, after: null }, 2);
    const broker = callerAs('care-broker');
    expect(numbersOf(await store.findPage(broker, { ...everything, rungs: ['FOSTER'] }, page))).toEqual([2]);
    expect(numbersOf(await store.findPage(broker, { ...everything, municipalityCode: '0995' }, page))).toEqual([1, 3]);
    expect(numbersOf(await store.findPage(broker, { ...everything, organisationId: other }, page))).toEqual([3]);
  });

  it('come page by page without repeating or skipping', async () => {
    const store = offerStore(capacity.db.manager);
    const broker = callerAs('care-broker');
    const all = await store.findPage(broker, everything, pageRequest({ first: 10, after: null }, 2));
    const [first] = all;
    if (!first) throw new Error('there are offers');
    const after = Buffer.from(JSON.stringify(offerSortValues(first))).toString('base64url');
    expect(await store.findPage(broker, everything, pageRequest({ first: 10, after }, 2))).toEqual(all.slice(1));
  });
});
