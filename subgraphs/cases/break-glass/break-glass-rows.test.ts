import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { glassPeople, openGlassDesk, proven, type GlassDesk } from '../../../test/builders/desks/glass-desk.js';
import { caseReadModel } from '../case/reading/case.read-model.js';
import { toCase } from '../case/case.type.js';

const { broker, colleague, owner, officer } = glassPeople;
const otherOwner = callerAs('case-owner', idOf(902));
let desk: GlassDesk;
let id: string;

beforeAll(async () => {
  desk = await openGlassDesk();
});
afterAll(() => desk.database.close());
beforeEach(async () => {
  await desk.begin();
  ({ id } = await desk.open(proven(broker), 1));
});

/** The rows that a statement without any condition gives, or how many it changes; `refused` where the database refuses. */
async function sent(caller: Caller, sql: string): Promise<unknown> {
  try {
    const found = await withCaller(desk.database.db, caller, (tx) => tx.query<unknown[]>(sql));
    if (sql.startsWith('select')) return found;
    return Array.isArray(found[0]) ? found[1] : found.length;
  } catch {
    return 'refused';
  }
}
const numbersOf = (rows: unknown): number[] => (rows as { id: string }[]).map((row) => Number(row.id.slice(-4)));

describe('the database by itself, whatever a statement forgets to ask', () => {
  const places = 'select case_id as id from case_place order by 1';

  it('shows the places of restricted cases to their owner, and one to who opened it', async () => {
    expect(numbersOf(await sent(owner, places))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(numbersOf(await sent(broker, places))).toEqual([1, 7]);
    expect(numbersOf(await sent(colleague, places))).toEqual([7]);
  });

  it.each<[string, Caller]>([
    ['for another purpose', { ...broker, purpose: 'ROUND_TABLE' }],
    ['under another role', { ...callerAs('case-owner', idOf(902)), subject: 'broker-1' }],
    ['who moved to another region', { ...broker, region: 'utrecht' }],
    ['who supervises', officer],
  ])('shows no restricted place to somebody %s', async (_who, caller) => {
    expect(numbersOf(await sent(caller, places)).filter((n) => n !== 7)).toEqual([]);
  });

  it('hides the place again after an hour', async () => {
    await desk.database.moveClock('61 minutes');
    expect(numbersOf(await sent(broker, places))).toEqual([7]);
  });

  it.each<[string, Caller, number]>([
    ['who did it', broker, 1],
    ['the owner of the case', owner, 1],
    ['the privacy officer', officer, 1],
    ['a colleague', colleague, 0],
    ['another owner', otherOwner, 0],
    ['an analyst', callerAs('analyst'), 0],
  ])('shows the opening to %s', async (_who, caller, count) => {
    expect(await sent(caller, 'select from break_glass')).toHaveLength(count);
  });

  const opening = (n: number, subject = 'broker-1', more = ''): string =>
    `insert into break_glass (case_id, subject, purpose, reason, explanation, review_due_on${more && ', opened_at, ends_at'})
     values ('${idOf(n)}', '${subject}', 'FIND_CARE', 'OTHER', 'omdat het anders niet kan', '2099-01-01'${more}) returning id`;
  const reviewing = (by: string): string =>
    `insert into break_glass_review (break_glass_id, verdict, reviewed_by) select id, 'JUSTIFIED', '${by}' from break_glass returning id`;

  const ending = `update break_glass set ends_at = date_trunc('milliseconds', hub_now())`;

  it.each<[string, Caller, string]>([
    ['an opening for a colleague', broker, opening(2, 'broker-2')],
    ['an opening of a case without precautions', broker, opening(7)],
    [
      'an opening of a case of another region',
      { ...broker, roles: ['care-broker', 'case-owner'], organisationId: idOf(901) },
      opening(8),
    ],
    ['an opening by the owner', { ...owner, subject: 'broker-1' }, opening(2)],
    [
      'an opening in the future',
      broker,
      opening(2, 'broker-1', `, now() + interval '1 day', now() + interval '25 hours'`),
    ],
    [
      'an opening that was before',
      broker,
      opening(2, 'broker-1', `, now() - interval '1 day', now() - interval '1 day'`),
    ],
    ['an opening of more than an hour', broker, opening(2, 'broker-1', `, now(), now() + interval '61 minutes'`)],
    ['a longer hour', broker, `update break_glass set ends_at = opened_at + interval '60 minutes'`],
    ['other words', broker, `update break_glass set explanation = 'zo was het helemaal niet hoor'`],
    ['an end by a colleague', colleague, ending],
    ['an opening that never was', broker, 'delete from break_glass'],
    ['a review by the broker', broker, reviewing('broker-1')],
    ['a review in the name of another', officer, reviewing('somebody')],
    ['a review of the own opening', { ...officer, subject: 'broker-1' }, reviewing('broker-1')],
    ['a review that is changed', officer, `update break_glass_review set verdict = 'JUSTIFIED'`],
  ])('does not take %s', async (_what, caller, sql) => {
    expect(['refused', 0]).toContain(await sent(caller, sql));
  });

  it('takes an opening, its end and its review from who may', async () => {
    expect(await sent(broker, opening(2))).toBe(1);
    expect(await sent(broker, ending)).toBe(2);
    expect(await sent(officer, reviewing('privacy-officer'))).toBe(2);
  });
});

describe('the statements by themselves, without row level security', () => {
  const read = async (caller: Caller): Promise<unknown> => {
    const row = (await caseReadModel(desk.database.owner.manager).findByIds(caller, [idOf(1)])).get(idOf(1));
    return row && toCase(caller, row).postcode4;
  };

  it('give the place to the owner and to who opened the case, and to nobody else', async () => {
    const callers = [owner, broker, colleague, { ...broker, purpose: 'ROUND_TABLE' as const }];
    expect(await Promise.all(callers.map(read))).toEqual(['3891', '3891', null, null]);
    await desk.end(broker, id);
    expect(await read(broker)).toBeNull();
  });
});
