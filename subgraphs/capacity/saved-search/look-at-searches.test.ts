import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { brokerOfRegion, holdConfig, knowCases, named, refusalOf } from '../../../test/builders/rows/hold.js';
import { aNeed, anOffer, aReport } from '../../../test/builders/rows/offer.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { toNeedRecord } from '../options/need/need.rules.js';
import { optionsReadModel } from '../options/options.read-model.js';
import { capacityServices } from '../services.js';
import { forgetSearches, lookAtSearches } from './look-at-searches.js';
import { keptDays, mostOfOne } from './saved-search.rules.js';

const at = '2026-11-21T12:00:00Z';
const full = aReport({ status: 'NO_CAPACITY', available: 0 });
const [first, second, elsewhere] = [
  anOffer(1, { reports: [full] }),
  anOffer(2, { reports: [aReport()] }),
  anOffer(3, { reports: [full], workingArea: ['0034'] }),
];
const els = named(brokerOfRegion, 'https://idp.example#els');
const tom = named(brokerOfRegion, 'https://idp.example#tom');

describe('a search that is kept', () => {
  let capacity: CapacityDatabase;
  let told = 0;

  beforeAll(async () => {
    capacity = await openCapacityDatabase({ poolSize: 4 });
  });
  beforeEach(async () => {
    await capacity.owner.query('truncate saved_search cascade');
    await capacity.setClock(at);
    await capacity.write([first, second, elsewhere], at);
    await knowCases(capacity.owner, 2, { 2: { region: 'region-2' } });
    await capacity.owner.query('delete from outbox');
    told = 0;
  });
  afterAll(() => capacity.close());

  const as = <T>(caller: Caller, work: (services: ReturnType<typeof capacityServices>) => Promise<T>): Promise<T> =>
    withCaller(capacity.db, caller, (tx) => work(capacityServices(tx, holdConfig)));
  const save = (caller: Caller, need: NeedFields = aNeed(), caseId: string | null = null): Promise<string> =>
    as(caller, ({ savedSearches }) => savedSearches.save(caller, need, caseId));
  const own = (caller: Caller) => as(caller, ({ savedSearches }) => savedSearches.own(caller));
  const finds = async (caller: Caller): Promise<string[]> =>
    (await own(caller)).flatMap((search) => search.finds.map(({ offerId }) => offerId));
  const look = (): Promise<void> => lookAtSearches(capacity.background, holdConfig.freshness);
  /** A figure comes in, and is published. */
  const report = async (offerId: string, available: number): Promise<void> => {
    await capacity.owner.query(
      `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select $1, 100 + $3, hub_now(), 'test', 'MACHINE', case when $2::int > 0 then 'HAS_CAPACITY' else 'NO_CAPACITY' end, $2, 6, 'PLACE'`,
      [offerId, available, (told += 1)],
    );
    await capacity.owner.query(
      `insert into outbox (kind, data, position) select 'capacity.reported', jsonb_build_object('offerIds', jsonb_build_array($1::text)), nextval('outbox_position')`,
      [offerId],
    );
  };
  const announced = async (): Promise<unknown[]> =>
    capacity.owner.query(
      `select subject, data -> 'offerIds' as offers from outbox where kind = 'search.found' order by id`,
    );

  it('holds what fits it when it is looked at first, of which nothing is told', async () => {
    await save(els);
    await look();
    expect(await finds(els)).toEqual([second.id]);
    expect(await announced()).toEqual([]);
  });

  it('tells whoever keeps it once when a place comes free that fits, and again only after it fitted no more', async () => {
    await save(els);
    await look();
    await report(first.id, 2);
    await look();
    await report(first.id, 3);
    await look();
    await look();
    const once = { subject: els.subject, offers: [first.id] };
    expect(await announced()).toEqual([once]);
    await report(first.id, 0);
    await look();
    expect(await finds(els)).toEqual([second.id]);
    await report(first.id, 1);
    await look();
    expect(await announced()).toEqual([once, once]);
    expect((await finds(els)).sort()).toEqual([first.id, second.id]);
  });

  it('means the same by what fits as the search itself', async () => {
    const need = aNeed({ rungs: ['AMBULATORY'], birthYear: 2012 });
    await save(els, need);
    await report(first.id, 1);
    await look();
    const { options } = await optionsReadModel(capacity.db.manager, holdConfig.freshness).search(need, null, 100);
    expect((await finds(els)).sort()).toEqual(
      options
        .filter(({ startsInTime }) => startsInTime)
        .map(({ offerId }) => offerId)
        .sort(),
    );
    expect((await own(els))[0]).toMatchObject({ municipalityCode: '0995', birthYear: 2012, rungs: ['AMBULATORY'] });
    const kept: { need: object }[] = await capacity.owner.query('select need from saved_search');
    expect(kept).toEqual([{ need: toNeedRecord(need) }]);
  });

  it('is looked at only when something changed where it seeks', async () => {
    await save(els);
    await look();
    capacity.statements.length = 0;
    await report(elsewhere.id, 2);
    await look();
    expect(capacity.statements.filter((sql) => sql.includes('fitting'))).toEqual([]);
  });

  it('is looked at with others in one statement', async () => {
    for (let n = 0; n < 10; n += 1) await save(named(els, `https://idp.example#${n}`));
    await look();
    await report(first.id, 1);
    capacity.statements.length = 0;
    await look();
    expect(capacity.statements.filter((sql) => sql.includes('fitting'))).toHaveLength(1);
    expect(await announced()).toHaveLength(10);
  });

  it('is looked at by one of many at the same moment, and tells once', async () => {
    await save(els);
    await look();
    for (const n of [1, 2, 3]) await report(first.id, n);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(await announced()).toHaveLength(1);
  });

  it('is nobody else’s to see, renew or remove', async () => {
    const id = await save(els);
    expect(await own(tom)).toEqual([]);
    expect(await refusalOf(as(tom, ({ savedSearches }) => savedSearches.renew(tom, id)))).toBe('NOT_FOUND');
    expect(await refusalOf(as(tom, ({ savedSearches }) => savedSearches.remove(tom, id)))).toBe('NOT_FOUND');
    expect(await refusalOf(as(els, ({ savedSearches }) => savedSearches.remove(els, 'x')))).toBe('NOT_FOUND');
    for (const table of ['saved_search', 'saved_search_find', 'saved_search_watch'])
      expect(await withCaller(capacity.db, tom, (tx) => tx.query(`select from ${table}`))).toEqual([]);
    expect(await capacity.db.query('select from saved_search')).toEqual([]);
  });

  it('is for a case that is one’s own and open, and goes with it', async () => {
    expect(await refusalOf(save(els, aNeed(), idOf(2)))).toBe('NOT_FOUND');
    expect(await refusalOf(save(els, aNeed(), idOf(404)))).toBe('NOT_FOUND');
    expect(await refusalOf(save(callerAs('case-owner', idOf(901)), aNeed(), idOf(1)))).toBe('NOT_FOUND');
    await save(els, aNeed(), idOf(1));
    await look();
    await knowCases(capacity.owner, 2, { 1: { region: 'region-2' }, 2: { region: 'region-2' } });
    await report(first.id, 1);
    await look();
    expect([await own(els), await announced()]).toEqual([[], []]);
  });

  it('is erased with its case, and what fitted it', async () => {
    await save(els, aNeed(), idOf(1));
    await look();
    await capacity.owner.query('select capacity.forget_case($1)', [idOf(1)]);
    expect(await capacity.owner.query('select from saved_search')).toEqual([]);
    expect(await capacity.owner.query('select from saved_search_find')).toEqual([]);
    await report(first.id, 1);
    await look();
    expect(await announced()).toEqual([]);
  });

  it('lasts 90 days, unless it is renewed', async () => {
    const id = await save(els);
    await look();
    await capacity.setClock('2027-02-01T12:00:00Z');
    await as(els, ({ savedSearches }) => savedSearches.renew(els, id));
    await capacity.setClock('2027-03-01T12:00:00Z');
    expect(await own(els)).toHaveLength(1);
    await capacity.setClock(new Date(Date.parse('2027-02-01T12:00:00Z') + (keptDays + 1) * 86_400_000).toISOString());
    await report(first.id, 1);
    await look();
    expect([await own(els), await announced()]).toEqual([[], []]);
    await forgetSearches(capacity.background.manager);
    expect(await capacity.owner.query('select from saved_search')).toEqual([]);
  });

  it('is one of twenty at the most, also when several are kept at once', async () => {
    for (let n = 0; n < mostOfOne - 2; n += 1) await save(els);
    const answers = await Promise.all(Array.from({ length: 4 }, () => refusalOf(save(els))));
    expect(answers.filter((one) => one === 'TOO_MANY_SEARCHES')).toHaveLength(2);
    expect(await own(els)).toHaveLength(mostOfOne);
    expect(await refusalOf(save(tom, aNeed({ birthYear: 1800 })))).toBe('BAD_USER_INPUT');
  });
});
