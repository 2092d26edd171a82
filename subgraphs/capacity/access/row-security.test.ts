import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Duty } from '../../../platform/database/database.js';
import { onDuty } from '../../../platform/database/on-duty.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { roles, type Caller, type Role } from '../../../platform/identity/caller.js';
import type { CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { providerId } from '../../../test/builders/rows/hold.js';
import { anOffer } from '../../../test/builders/rows/offer.js';
import { openSecuredCapacity, seekerId } from '../../../test/builders/databases/secured-capacity.js';

// The database by itself: statements without any condition, sent as the login role of the subgraph.

let capacity: CapacityDatabase;
beforeAll(async () => {
  capacity = await openSecuredCapacity({ poolSize: 1 });
});
afterAll(() => capacity.close());

/** What tells of each table which of its rows it is. */
const tables = {
  case_projection: 'id',
  hold_case: 'hold_id',
  waitlist_case: 'entry_id',
  hold_ending: 'hold_id',
  dispute: 'id',
  notice: 'id',
  notice_reading: 'notice_id',
  notice_address: `case subject when 'care-broker' then '1' else '2' end`,
  mail: 'id',
  event_subscription: 'id',
  undelivered_event: 'event_id',
  outbox: 'event_id',
  idempotency_key: 'key',
};
type Seen = Partial<Record<keyof typeof tables, number[]>>;
type Ask = (sql: string) => Promise<{ id: string }[]>;

/** The numbers of the rows of each table of which any is seen when everything is asked. */
async function everything(ask: Ask): Promise<Seen> {
  const seen: Seen = {};
  for (const [table, key] of Object.entries(tables)) {
    const rows = await ask(`select ${key} as id from ${table} order by 1`);
    if (rows.length > 0) seen[table as keyof Seen] = rows.map(({ id }) => Number(id.slice(-4)));
  }
  return seen;
}

const seenBy = (caller: Caller): Promise<Seen> =>
  withCaller(capacity.db, caller, (tx) => everything((sql) => tx.query(sql)));
const seenOn = (duty: Duty): Promise<Seen> =>
  withCaller(capacity.db, callerAs('analyst'), (tx) => onDuty(tx, duty, () => everything((sql) => tx.query(sql))));

const ofCases = (...numbers: number[]): Seen => ({
  case_projection: numbers,
  hold_case: numbers,
  waitlist_case: numbers,
  hold_ending: numbers,
});
const ownToldAndSent: Seen = {
  dispute: [1],
  notice: [1],
  notice_reading: [1],
  notice_address: [1],
  mail: [1],
  idempotency_key: [1],
};
const atProvider: Seen = {
  hold_ending: [1, 2],
  dispute: [1],
  event_subscription: [1],
  undelivered_event: [1],
  outbox: [1, 11],
};
const allEvents = [1, 2, 11, 12];

describe('the database itself, whatever a statement of capacity forgets to ask', () => {
  it.each<[string, Caller, Seen]>([
    [
      'a broker: the cases of the region, and what it was told and told itself',
      callerAs('care-broker'),
      { ...ofCases(1, 3), ...ownToldAndSent, outbox: allEvents },
    ],
    [
      'a case owner: its own cases, what owners are told, and that something happened to holds',
      callerAs('case-owner', seekerId),
      { ...ofCases(1, 2), notice: [21], outbox: [11, 12] },
    ],
    [
      'who is both: both',
      { ...callerAs('case-owner', seekerId), roles: ['case-owner', 'care-broker'] },
      { ...ofCases(1, 2, 3), notice: [21], outbox: allEvents },
    ],
    [
      'a planner: how holds at its own offers ended, never of which case they are, and what its planners are told',
      callerAs('provider-planner', providerId),
      { ...atProvider, notice: [11] },
    ],
    ['a system of a provider: the same without notices', callerAs('provider-system', providerId), atProvider],
    [
      'a broker without a region: no case',
      { ...callerAs('care-broker'), region: null },
      { ...ownToldAndSent, outbox: allEvents },
    ],
    ['a case owner without an organisation: no case', callerAs('case-owner'), { outbox: [11, 12] }],
    ['a privacy officer: what the officers of the region are told', callerAs('privacy-officer'), { notice: [22] }],
    ['a privacy officer without a region: nothing', { ...callerAs('privacy-officer'), region: null }, {}],
    ['somebody without a role: nothing', { ...callerAs('case-owner', seekerId), roles: [] }, {}],
  ])('shows %s', async (_what, caller, expected) => {
    expect(await seenBy(caller)).toEqual(expected);
  });

  const known: readonly Role[] = [
    'care-broker',
    'case-owner',
    'provider-planner',
    'provider-system',
    'privacy-officer',
  ];
  it.each(roles.filter((role) => !known.includes(role)))(
    'shows a %s nothing, with region and organisation',
    async (role) => {
      expect(await seenBy(callerAs(role, providerId))).toEqual({});
    },
  );

  it('shows who serves the waiting list whose turn it is, and nothing that is of people', async () => {
    expect(await seenOn('turns')).toEqual(ofCases(1, 2, 3));
  });

  it('shows work that nobody asks for what it sends, and to whom', async () => {
    const both = [1, 2];
    const seen = await everything((sql) => capacity.background.query(sql));
    expect(seen).toMatchObject({ notice_address: both, mail: both, event_subscription: both, outbox: allEvents });
    expect(seen).not.toHaveProperty('dispute');
  });

  it('shows nothing to who is nobody, before and after somebody, and after a duty', async () => {
    const asNobody = () => everything((sql) => capacity.db.query(sql));
    expect(await asNobody()).toEqual({});
    await seenBy(callerAs('care-broker'));
    await seenOn('background');
    expect(await asNobody()).toEqual({});
    await withCaller(capacity.db, callerAs('analyst'), async (tx) => {
      await onDuty(tx, 'turns', () => Promise.resolve());
      expect(await everything((sql) => tx.query(sql))).toEqual({});
    });
  });

  it.each<[string, Caller, string]>([
    [
      'hold for a case of others',
      callerAs('care-broker'),
      `insert into hold_case (hold_id, case_id) select id, '${idOf(2)}' from hold limit 1`,
    ],
    ['give a hold to another case', callerAs('care-broker'), `update hold_case set case_id = '${idOf(3)}'`],
    ['forget for whom a hold is', callerAs('care-broker'), 'delete from hold_case'],
    [
      'let a case of others wait',
      callerAs('care-broker'),
      `insert into waitlist_case (entry_id, offer_id, case_id, region, placed_by)
       select id, offer_id, '${idOf(2)}', 'flevoland', 'x' from waitlist_entry limit 1`,
    ],
    ['take a case over', callerAs('care-broker'), `update case_projection set region = 'flevoland'`],
    [
      'refuse at offers of others',
      callerAs('provider-planner', providerId),
      `insert into hold_ending (hold_id, ended_by) select id, 'x' from hold where offer_id = '${anOffer(2).id}'`,
    ],
    [
      'dispute as somebody else',
      callerAs('care-broker'),
      `insert into dispute (offer_id, claim, disputed_by) values ('${anOffer(1).id}', 'NOT_FREE', 'x')`,
    ],
    [
      'answer disputes of others',
      callerAs('provider-planner', providerId),
      `update dispute set answered_at = now() where disputed_by <> 'care-broker'`,
    ],
    ['undo when a figure was disputed', callerAs('provider-planner', providerId), 'delete from dispute_time'],
    [
      'write a notice',
      callerAs('care-broker'),
      `insert into notice (event_id, kind, subject, offer_ids, created_at) values (gen_random_uuid(), 'x', 'care-broker', '{}', now())`,
    ],
    [
      'send mail of its own making',
      callerAs('care-broker'),
      `insert into mail (subject, address, language, kind) values ('care-broker', 'x@example.nl', 'nl', 'HOLD_ACCEPTED')`,
    ],
    [
      'take the address of others',
      callerAs('care-broker'),
      `update notice_address set address = 'x@example.nl' where subject <> 'care-broker'`,
    ],
    [
      'turn events of others to itself',
      callerAs('provider-system', providerId),
      `update event_subscription set url = 'https://x.nl' where organisation_id <> '${providerId}'`,
    ],
    [
      'read the secret of others',
      callerAs('provider-system', providerId),
      `update event_subscription set organisation_id = '${seekerId}'`,
    ],
    ['rewrite what happened', callerAs('care-broker'), `update outbox set position = 1`],
    [
      'answer for others',
      callerAs('care-broker'),
      `update idempotency_key set answer = '1' where client <> '/care-broker'`,
    ],
    ['change who looked', callerAs('care-broker'), `update audit_event set user_id = 'x'`],
    ['undo who looked', callerAs('care-broker'), 'delete from audit_event'],
    ['switch it off', callerAs('care-broker'), 'alter table hold_case disable row level security'],
    ['become the owner', callerAs('care-broker'), 'set role thuisbasis'],
  ])('lets nobody %s', async (_what, caller, sql) => {
    const done = withCaller(capacity.db, caller, (tx) => tx.query<[unknown[], number]>(sql));
    const outcome = await done.then(([, count]) => count).catch(() => 'refused');
    expect([0, 'refused']).toContain(outcome);
  });

  it('lets nobody read who looked, but for planners at their own families and the privacy officer at any', async () => {
    for (const role of roles) {
      const rows = await withCaller(capacity.db, callerAs(role, providerId), (tx) =>
        tx.query<{ type: string }[]>('select distinct object_type as type from audit_event'),
      );
      const mayReview = role === 'provider-planner' || role === 'privacy-officer';
      expect([role, rows.filter(({ type }) => !mayReview || type !== 'FamilyOffer')]).toEqual([role, []]);
    }
  });
});
