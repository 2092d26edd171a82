import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../../platform/database/with-caller.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { aPlace, brokerOfRegion, inServices, knowCases, planner } from '../../../../test/builders/rows/hold.js';
import { aNeed, anOffer, aReport } from '../../../../test/builders/rows/offer.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import { toCapacityConfig } from '../../config.js';
import { openCapacity } from '../../server.js';
import { capacityServices } from '../../services.js';

const monday = '2026-11-16T12:00:00Z';
const ownerId = idOf(901);
const broker = callerAs('care-broker');
const owner = callerAs('case-owner', ownerId);
const foster = anOffer(2, { rung: 'FOSTER', ageMin: 12, reports: [aReport()] });
const ambulant = anOffer(1, { ageMin: 12, reports: [aReport()] });

let database: CapacityDatabase;
let capacity: Subgraph;
beforeAll(async () => {
  database = await openCapacityDatabase();
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.setClock(monday);
  await database.write([ambulant, foster], monday);
  await knowCases(database.owner, 3, { 2: { region: 'region-2' }, 3: { ownerOrganisationId: ownerId } });
  await database.owner.query('truncate unmet_need');
});

/** A six-year-old in Lelystad, for whom every offer is too old. */
const young = (replaced: Partial<NeedFields>): NeedFields => aNeed({ birthYear: 2020, rungs: ['FOSTER'], ...replaced });

/** How many options a search for the nth case finds. */
async function seekFor(caller: Caller, n: number, replaced: Partial<NeedFields> = {}): Promise<number | undefined> {
  const asked =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { options(first: 1) { totalCount } } } }';
  const representation = { __typename: 'Case', id: idOf(n), need: young(replaced) };
  const { data } = await askSubgraph(capacity, caller, asked, { of: [representation] });
  return (data as { _entities: { options: { totalCount: number } }[] } | null)?._entities[0]?.options.totalCount;
}

const seekForNobody = (caller: Caller): Promise<unknown> =>
  askSubgraph(
    capacity,
    caller,
    '{ options(need: { municipalityCode: "0995", birthYear: 2020, rungs: [FOSTER] }) { totalCount } }',
  );

/** What is noted, as a line for each: of which case, rung, reason and day, and which help came of it. */
async function noted(): Promise<string[]> {
  const rows = await database.owner.query<Record<string, string | null>[]>(
    `select coalesce(ltrim(right(case_id::text, 4), '0'), 'nobody') as whose, region, rung, reason, to_char(sought_on, 'DD') as day, helped_rung
     from unmet_need order by 1, 2, 3, 4, 5`,
  );
  return rows.map((row) => Object.values(row).filter(Boolean).join(' '));
}

describe('a search that finds nothing', () => {
  it('is noted for each rung without an option, with the criterion that was in the way', async () => {
    expect(await seekFor(broker, 1, { rungs: ['AMBULATORY', 'FOSTER', 'SECURE', 'MENTOR_JIM'] })).toBe(0);
    expect(await noted()).toEqual([
      '1 flevoland AMBULATORY AGE 16',
      '1 flevoland FOSTER AGE 16',
      '1 flevoland SECURE NO_OFFER 16',
    ]);
  });

  it('counts one child where two searches for it are made at once, and its number cannot be made of the case', async () => {
    await Promise.all([seekFor(broker, 1), seekFor(broker, 1, { rungs: ['SECURE'] })]);
    const rows = await database.owner.query<{ id: string }[]>('select distinct child_id as id from unmet_need');
    expect([rows.length, (await noted()).length]).toEqual([1, 2]);
    const guessed = createHash('sha256').update(idOf(1)).digest('hex').slice(0, 32);
    expect(rows[0]?.id.replaceAll('-', '')).not.toBe(guessed);
    expect(rows[0]?.id).not.toBe(idOf(1));
  });

  it('is noted once a day for a case, rung and reason, by whomever it is made', async () => {
    for (const caller of [broker, broker, owner]) await seekFor(caller, 3);
    await seekFor(broker, 3, { childrenTogether: 4 });
    await database.setClock('2026-11-17T12:00:00Z');
    await seekFor(broker, 3);
    expect(await noted()).toEqual([
      '3 flevoland FOSTER AGE 16',
      '3 flevoland FOSTER AGE 17',
      '3 flevoland FOSTER SEVERAL 16',
    ]);
    const children = await database.owner.query<unknown[]>('select distinct child_id from unmet_need');
    expect(children).toHaveLength(1);
  });

  it('without a rung in particular is noted only where there is no option at all', async () => {
    await seekFor(broker, 1, { rungs: [] });
    expect(await noted()).toEqual(['1 flevoland ANY AGE 16']);
  });

  it('for no case is noted once a day for a municipality and age, and names nobody', async () => {
    await seekForNobody(broker);
    await seekForNobody({ ...broker, subject: 'another broker' });
    await seekForNobody(callerAs('ret-member'));
    expect(await noted()).toEqual(['nobody flevoland FOSTER AGE 16']);
  });

  it('is noted for nobody who has no region, and for no case that the caller may not know', async () => {
    await seekForNobody({ ...broker, region: null });
    for (const [caller, n] of [
      [broker, 2],
      [owner, 1],
      [broker, 9],
    ] as const)
      expect(await seekFor(caller, n)).toBe(0);
    expect(await noted()).toEqual([]);
  });

  it('leaves nothing where every rung has an option, and nothing where the list is read on', async () => {
    await database.write([anOffer(1, { reports: [aReport()] }), anOffer(3, { reports: [aReport()] })], monday);
    expect(await seekFor(broker, 1, { rungs: ['AMBULATORY'] })).toBe(2);
    const options = capacityServices(database.db.manager, toCapacityConfig({})).options;
    const search = {
      need: young({ rungs: ['AMBULATORY', 'SECURE'] }),
      first: 1,
      caseId: idOf(1),
      mustKnowPostcodes: false,
    };
    const first = await options.find(broker, { ...search, after: null });
    const second = await options.find(broker, { ...search, after: first.pageInfo.endCursor });
    expect([first, second].map(({ unmet }) => unmet.rungs.map(({ rung }) => rung))).toEqual([['SECURE'], []]);
    expect(await noted()).toEqual([]);
  });

  it('costs one statement more, and none where everything was found', async () => {
    const noting = async (): Promise<number> => {
      database.statements.length = 0;
      await seekFor(broker, 1);
      return database.statements.filter((sql) => sql.includes('insert into unmet_need')).length;
    };
    expect(await noting()).toBe(1);
    await database.write([anOffer(2, { rung: 'FOSTER', reports: [aReport()] })], monday);
    expect(await noting()).toBe(0);
  });
});

describe('what became of it', () => {
  async function careFor(n: number, offerId: string): Promise<void> {
    const [hold] = await inServices(database.db, ({ placing }) => placing.hold(brokerOfRegion, [aPlace(offerId, n)]));
    if (!hold) throw new Error('no hold');
    await inServices(database.db, ({ holds }) => holds.accept(planner, hold));
    await inServices(database.db, ({ holds }) => holds.convert(brokerOfRegion, hold));
  }

  it('is the first care that starts for the case, on whatever rung, and nothing of before', async () => {
    await seekFor(broker, 1);
    await seekFor(broker, 3);
    await careFor(1, ambulant.id);
    await careFor(1, foster.id);
    await seekFor(broker, 1, { rungs: ['SECURE'] });
    expect(await noted()).toEqual([
      '1 flevoland FOSTER AGE 16 AMBULATORY',
      '1 flevoland SECURE NO_OFFER 16',
      '3 flevoland FOSTER AGE 16',
    ]);
  });

  it('stays counted by the month when the case is erased, and leads to nobody', async () => {
    await seekFor(broker, 1);
    await careFor(1, foster.id);
    await seekFor(broker, 3);
    await database.owner.query(`select forget_case('${idOf(1)}')`);
    expect(await noted()).toEqual(['3 flevoland FOSTER AGE 16', 'nobody flevoland FOSTER AGE 01 FOSTER']);
    expect(await database.owner.query('select from unmet_need where case_id = $1', [idOf(1)])).toEqual([]);
    expect(await seekFor(broker, 1)).toBe(0);
    expect(await noted()).toHaveLength(2);
  });
});

describe('the database itself', () => {
  const seen = (caller: Caller): Promise<number> =>
    withCaller(database.db, caller, async (tx) => (await tx.query<unknown[]>('select from unmet_need')).length);

  it('shows what was not found to who counts for the region, and to the owner of a case its own', async () => {
    await seekFor(broker, 1);
    await seekFor(broker, 3);
    const everybody = { broker, analyst: callerAs('analyst'), owner, 'other owner': callerAs('case-owner', idOf(902)) };
    const others = {
      ...everybody,
      'broker elsewhere': { ...broker, region: 'region-2' },
      planner,
      member: callerAs('ret-member'),
    };
    const counts = Object.entries(others).map(async ([name, caller]) => [name, await seen(caller)]);
    expect(Object.fromEntries((await Promise.all(counts)) as [string, number][])).toEqual({
      ...{ broker: 2, analyst: 2, owner: 1, 'other owner': 0, 'broker elsewhere': 0, planner: 0, member: 0 },
    });
  });

  it.each<[string, string]>([
    ['change', `update unmet_need set reason = 'SEX'`],
    ['remove', 'delete from unmet_need'],
    [
      'note for a case of others',
      `insert into unmet_need select gen_random_uuid(), '${idOf(2)}', false, region, municipality_code, age_band, rung, reason, sought_on from unmet_need`,
    ],
  ])('lets no broker %s what was noted', async (_, sql) => {
    await seekFor(broker, 1);
    await expect(withCaller(database.db, broker, (tx) => tx.query(sql))).rejects.toThrow(
      /permission denied|row-level security/,
    );
  });
});
