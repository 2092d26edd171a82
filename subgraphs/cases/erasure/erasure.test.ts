import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { caseRow, consultationRow, idOf, needRow } from '../../../test/builders/rows/case.js';
import { consentRow, referralRow } from '../../../test/builders/rows/referral.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { holdPublication } from '../../../platform/outbox/relay.js';
import { erasureStore } from './erasure.store.js';
import { retentionTask } from './retention-task.js';

let database: CasesDatabase;
beforeAll(async () => {
  database = await openCasesDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of ['case_file cascade', 'erasure', 'audit_event cascade', 'outbox cascade'])
    await database.owner.query(`truncate ${table}`);
  await database.owner.query('truncate capacity.case_projection');
});

const closedFor = (n: number, days: number) =>
  caseRow(n, {
    status: 'CLOSED',
    openedAt: new Date(Date.now() - (days + 10) * 86_400_000),
    closedAt: new Date(Date.now() - days * 86_400_000),
  });
const order = (n: number) => ({
  caseId: idOf(n),
  number: `FL-26-${String(n).padStart(4, '0')}`,
  actor: 'a#b',
  orderedBy: 'FG',
  releasesHolds: false,
});
const kept = async (table = 'case_file'): Promise<number[]> => {
  const rows = await database.owner.query<{ id: string }[]>(`select id from ${table} order by 1`);
  return rows.map(({ id }) => Number(id.slice(-4)));
};
const retain = (days = '90', aborted = new AbortController()) =>
  retentionTask(database.db, { CASE_RETENTION_DAYS: days }).run(aborted.signal);
const knowInCapacity = (n: number) =>
  database.owner.query(`insert into capacity.case_projection values ($1, null, 'flevoland', 'CLOSED', false, 1)`, [
    idOf(n),
  ]);

/** A place of some offer that waits for an answer. */
async function holdPlaceFor(n: number): Promise<void> {
  const [offer] = await database.owner.query<{ id: string }[]>(
    `with site as (insert into capacity.site (organisation_id, key, name, municipality_code, postcode4)
       values ($1, 's', 's', '0995', '8232') returning id)
     insert into capacity.offer (organisation_id, key, site_id, title, description, rung, category, product_code, age_min, age_max, unit,
       capacity_model, legal_frameworks, working_area)
     select $1, 'o', id, 't', '', 'FOSTER', '44', '44A01', 0, 17, 'PLACE', 'PLACES', '{VOLUNTARY}', '{0995}' from site returning id`,
    [idOf(7)],
  );
  await database.owner.query(
    `with hold as (insert into capacity.hold (offer_id, quantity, answer_due_at) values ($1, 1, hub_now() + interval '1 day') returning id)
     insert into capacity.hold_case (hold_id, case_id) select id, $2 from hold`,
    [offer?.id, idOf(n)],
  );
}

describe('a case that was closed long ago', () => {
  it('goes by itself, with its need and what capacity knows of it; others and what is counted stay', async () => {
    await database.write({
      cases: [closedFor(1, 91), closedFor(2, 89), caseRow(3)],
      needs: [needRow(1), needRow(3)],
      consents: [consentRow(1), consentRow(3)],
      referrals: [referralRow(1)],
      consultations: [consultationRow(1, { caseId: idOf(1) })],
    });
    await knowInCapacity(1);
    await retain();
    expect(await kept()).toEqual([2, 3]);
    expect(await kept('capacity.case_projection')).toEqual([]);
    expect([await kept('consultation'), await kept('consent'), await kept('referral')]).toEqual([[1], [3], []]);
    expect(await database.owner.query('select case_id from consultation')).toEqual([{ case_id: null }]);
    expect(await database.owner.query('select case_id from need')).toEqual([{ case_id: idOf(3) }]);
    const noted = await database.owner.query<unknown[]>(
      `select user_id, access_point, search_name from audit_event where event_code = 'CASE_REMOVED' order by search_name`,
    );
    expect(noted).toEqual(
      ['EraseCase', 'EraseCaseProof'].map((name) => ({
        ...{ user_id: 'urn:thuisbasis:hub#retention', access_point: 'task', search_name: name },
      })),
    );
  });

  it('leaves what was counted of its care, by the month and leading to nobody, and nothing else of it', async () => {
    await database.write({ cases: [closedFor(1, 91)] });
    const [placed] = await database.owner.query<{ id: string }[]>(
      `insert into placement (case_id, region, municipality_code, birth_year, organisation_id, offer_id, hold_id, rung, allocated_at)
       values ($1, 'flevoland', '0995', 2012, $2, $2, $2, 'KINSHIP_FOSTER', '2026-01-15T10:00:00Z') returning id`,
      [idOf(1), idOf(7)],
    );
    await database.owner.query(`update placement set status = 'STARTED', started_at = '2026-02-17T10:00:00Z'`);
    await database.owner.query(`insert into mentor (case_id, chosen_on) values ($1, '2026-02-01')`, [idOf(1)]);
    await database.owner.query(`insert into judgement (case_id, offer_id, verdict) values ($1, $2, 'SHORTLISTED')`, [
      idOf(1),
      idOf(7),
    ]);
    await retain();
    const rows = await database.owner.query<object[]>('select * from placement');
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ id: placed?.id, case_id: null, organisation_id: null, offer_id: null, hold_id: null, status: 'ENDED' },
        ...{ rung: 'KINSHIP_FOSTER', municipality_code: '0995', birth_year: 2012 },
        ...{ allocated_at: new Date('2026-01-01T00:00:00Z'), started_at: new Date('2026-02-01T00:00:00Z') },
      }),
    ]);
    for (const table of ['kinship_term', 'mentor', 'judgement', `outbox where kind like 'placement.%'`])
      expect([table, await database.owner.query(`select from ${table}`)]).toEqual([table, []]);
    await database.owner.query('truncate placement cascade');
  });

  it('stays for as long as a place is held for it', async () => {
    await database.write({ cases: [closedFor(1, 200)] });
    await holdPlaceFor(1);
    await retain();
    expect(await kept()).toEqual([1]);
    await expect(erasureStore(database.owner.manager).begin(order(1))).rejects.toThrow('a hold is live');
    await database.owner.query('truncate capacity.hold cascade');
    await retain();
    expect(await kept()).toEqual([]);
  });

  it('is kept for thirty days at the least, whatever is asked', async () => {
    await database.write({ cases: [closedFor(1, 29), closedFor(2, 31)] });
    expect(() => retentionTask(database.db, { CASE_RETENTION_DAYS: '1' })).toThrow('CASE_RETENTION_DAYS');
    await erasureStore(database.db.manager).beginExpiry(0);
    expect(await erasureStore(database.db.manager).beginExpiry(0)).toBeNull();
    expect(await kept()).toEqual([1]);
  });
});

describe('an erasure that broke off', () => {
  it('is finished by the hub: capacity forgets, and the proof is made', async () => {
    await database.write({ cases: [caseRow(1)], needs: [needRow(1)] });
    await knowInCapacity(1);
    await erasureStore(database.owner.manager).begin(order(1));
    expect([await kept(), await kept('capacity.case_projection')]).toEqual([[], [1]]);
    const found = () => erasureStore(database.owner.manager).find('FL-26-0001');
    expect(await found()).toMatchObject({ finishedAt: null, proof: null });
    await retain();
    expect(await kept('capacity.case_projection')).toEqual([]);
    expect(await found()).toMatchObject({
      proofHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      proof: {
        reason: 'REQUEST',
        orderedBy: 'FG',
        removed: { cases: { case_file: 1, need: 1 }, capacity: { case_projection: 1, hold_case: 0 } },
      },
    });
  });

  it('leaves no event behind that would make capacity know the case again', async () => {
    await database.write({ cases: [caseRow(1), caseRow(2)] });
    await erasureStore(database.owner.manager).begin(order(1));
    const told = await database.owner.query<unknown[]>(`select data ->> 'caseId' as id from outbox`);
    expect(told).toEqual([{ id: idOf(2) }]);
  });

  it('waits for whoever publishes events at that moment', async () => {
    await database.write({ cases: [caseRow(1)] });
    let erased: Promise<void> = Promise.resolve();
    await database.db.transaction(async (tx) => {
      await holdPublication(tx, 'cases');
      erased = erasureStore(database.owner.manager).begin(order(1));
      await wait(600);
    });
    await erased;
    expect(await kept()).toEqual([]);
  });

  it('leaves everything as it was when it cannot be written down', async () => {
    await database.write({ cases: [caseRow(1)] });
    await database.owner.query('alter table audit_event add constraint none check (false) not valid');
    try {
      await expect(erasureStore(database.owner.manager).begin(order(1))).rejects.toThrow('none');
    } finally {
      await database.owner.query('alter table audit_event drop constraint none');
    }
    expect([await kept(), await kept('erasure')]).toEqual([[1], []]);
  });
});

describe('the proof of an erasure', () => {
  it('is found by who knows the number or the identifier, and tells neither', async () => {
    await database.write({ cases: [caseRow(1)] });
    const erasures = erasureStore(database.owner.manager);
    await erasures.begin(order(1));
    await erasures.finish();
    expect((await erasures.find('fl-26-0001'))?.id).toBe((await erasures.find(idOf(1)))?.id);
    expect(await erasures.find('FL-26-0002')).toBeNull();
    const [row] = await database.owner.query<{ text: string }[]>('select e::text as text from erasure e');
    expect(row?.text).not.toMatch(new RegExp(`FL-26|${idOf(1)}`));
  });

  it('does not give the number to somebody who has the database and tries every number', async () => {
    await database.write({ cases: [caseRow(1)] });
    await erasureStore(database.owner.manager).begin(order(1));
    const guessed = await database.owner.query<unknown[]>(
      `select from erasure e, generate_series(1, 2000) n,
         lateral (select convert_to('FL-26-' || lpad(n::text, 4, '0'), 'UTF8') as number) guess
       where e.number_hash in (sha256(guess.number), sha256(e.salt || guess.number), sha256(guess.number || e.salt))`,
    );
    expect(guessed).toEqual([]);
  });

  it('from before there were keys is still found by the number', async () => {
    await database.owner.query(
      `insert into erasure (case_id, salt, case_hash, number_hash, reason, actor, removed)
       values ($1, '\\x01', '\\x02', sha256('\\x01'::bytea || convert_to('FL-26-0009', 'UTF8')), 'REQUEST', 'a', '{}')`,
      [idOf(9)],
    );
    expect(await erasureStore(database.owner.manager).find('fl-26-0009')).toMatchObject({ finishedAt: null });
  });

  it.each([
    'select * from erasure',
    `select begin_erasure('${idOf(1)}', 'a', 'b', 'REQUEST', true, '\\x00')`,
    `select capacity.forget_case('${idOf(1)}')`,
    `select remove_subject('${idOf(1)}')`,
    `select find_erasure('FL-26-0001', '{}')`,
  ])('and the erasure of any case are out of reach for the subgraph: %s', async (sql) => {
    await database.write({ cases: [caseRow(1)] });
    await expect(database.db.query(sql)).rejects.toThrow(/permission denied/);
    expect(await kept()).toEqual([1]);
  });
});
