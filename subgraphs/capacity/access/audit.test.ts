import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../test/builders/callers.js';
import type { CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { providerId } from '../../../test/builders/rows/hold.js';
import { anOffer } from '../../../test/builders/rows/offer.js';
import { openSecuredCapacity, seekerId } from '../../../test/builders/databases/secured-capacity.js';
import { toCapacityConfig } from '../config.js';
import { openCapacity } from '../server.js';

interface Entry {
  event_code: string;
  outcome: string;
  object_ids: string[];
}

const broker = { ...callerAs('care-broker'), operation: { name: 'Ask', hash: 'abc' }, requestId: 'request-7' };
const planner = callerAs('provider-planner', providerId);
const offerId = anOffer(1).id;
let database: CapacityDatabase;
let capacity: Subgraph;
let turn = 0;

beforeAll(async () => {
  database = await openSecuredCapacity({ poolSize: 1 });
  capacity = await openCapacity(database.db, toCapacityConfig({}));
  await database.owner.query(
    `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
     select id, 1, hub_now(), 'test', 'MACHINE', 'HAS_CAPACITY', 20, 20, unit from offer`,
  );
  await database.owner.query(
    `update outbox set position = id, data = jsonb_build_object('holdId', $1::text) where kind = 'hold.requested'`,
    [idOf(1)],
  );
  await database.owner.query(`update notice set hold_id = $1 where role is distinct from 'privacy-officer'`, [idOf(1)]);
  await database.owner.query(`update notice set break_glass_id = id where role = 'privacy-officer'`);
});
afterAll(() => database.close());
beforeEach(() => database.owner.query('truncate audit_event, audit_seal, audit_pending'));

/** What was written down, as one line for each type and outcome. */
async function lines(): Promise<string[]> {
  const entries = await database.owner.query<Entry[]>('select * from audit_event order by event_code, outcome');
  return entries.map(
    ({ event_code, outcome, object_ids }) =>
      `${event_code} ${outcome} ${[...object_ids]
        .sort()
        .map((id) => Number(id.slice(-4)))
        .join()}`,
  );
}

const ask = (caller: Caller, document: string) =>
  askSubgraph(capacity, caller, document.replace('KEY', String(++turn)));
const need = '{ municipalityCode: "0995", birthYear: 2014, rungs: [AMBULATORY] }';
const ofCase = (n: number, asked: string): string =>
  `{ _entities(representations: [{ __typename: "Case", id: "${idOf(n)}", need: ${need.replace('[AMBULATORY]', '["AMBULATORY"]')} }]) { ... on Case { ${asked} } } }`;
const nodes = 'edges { node { id } }';
const place = (n: number): string => `{ offerId: "${offerId}", caseId: "${idOf(n)}", quantity: 1 }`;
const step = (name: string, n: number, more = ''): string =>
  `mutation { ${name}(input: { idempotencyKey: "KEY", holdId: "${idOf(n)}"${more} }) { isReplay } }`;

describe('an access to a hold, a waiting list or a case', () => {
  it.each<[string, Caller, string, string[]]>([
    ['one hold', broker, `{ hold(id: "${idOf(1)}") { id } }`, ['HOLD_READ GRANTED 1']],
    [
      'one hold with its case',
      broker,
      `{ hold(id: "${idOf(1)}") { case { id } } }`,
      ['CASE_READ GRANTED 1', 'HOLD_READ GRANTED 1'],
    ],
    ['a hold of others', broker, `{ hold(id: "${idOf(2)}") { id } }`, ['HOLD_READ REFUSED 2']],
    [
      'a hold at an own offer, of which the case stays unknown',
      planner,
      `{ hold(id: "${idOf(1)}") { id } }`,
      ['HOLD_READ GRANTED 1'],
    ],
    ['a list of holds', broker, `{ holds { ${nodes} } }`, ['HOLD_READ GRANTED 1,3']],
    [
      'the holds for a case',
      broker,
      `{ holds(filter: { caseId: "${idOf(3)}" }) { ${nodes} } }`,
      ['CASE_READ GRANTED 3', 'HOLD_READ GRANTED 3'],
    ],
    ['the holds of a case', broker, ofCase(1, `holds { ${nodes} }`), ['CASE_READ GRANTED 1', 'HOLD_READ GRANTED 1']],
    ['the holds of an offer', planner, `{ offer(id: "${offerId}") { holds { ${nodes} } } }`, ['HOLD_READ GRANTED 1,2']],
    [
      'who waits for an offer',
      planner,
      `{ waitlist(offerId: "${offerId}") { ${nodes} } }`,
      ['WAITLISTENTRY_READ GRANTED 1,2'],
    ],
    [
      'who waits, with the case',
      broker,
      `{ waitlist(offerId: "${offerId}") { edges { node { case { id } } } } }`,
      ['CASE_READ GRANTED 1', 'WAITLISTENTRY_READ GRANTED 1'],
    ],
    [
      'where a case waits',
      broker,
      ofCase(1, `waitlistEntries { ${nodes} }`),
      ['CASE_READ GRANTED 1', 'WAITLISTENTRY_READ GRANTED 1'],
    ],
    ['the options of a case', broker, ofCase(1, `options { ${nodes} }`), ['CASE_READ GRANTED 1']],
    [
      'a list in which nothing is',
      { ...broker, region: 'utrecht' },
      `{ holds { ${nodes} } }`,
      ['SEARCH_EXECUTED GRANTED '],
    ],
    ['a search for no case', broker, `{ options(need: ${need}) { ${nodes} } }`, ['SEARCH_EXECUTED GRANTED ']],
    [
      'what happened',
      callerAs('case-owner', seekerId),
      '{ changesSince { edges { node { id } } } }',
      ['HOLD_READ GRANTED 1'],
    ],
    ['what one is told', broker, `{ notices { ${nodes} } }`, ['HOLD_READ GRANTED 1']],
    [
      'that emergency access was used',
      callerAs('privacy-officer'),
      `{ notices { ${nodes} } }`,
      ['BREAKGLASS_READ GRANTED 22'],
    ],
    [
      'what one has read',
      broker,
      `mutation { readNotices(input: { idempotencyKey: "KEY", noticeIds: ["${idOf(1)}"] }) { notices { holdId } } }`,
      ['HOLD_READ GRANTED 1'],
    ],
    [
      'a place for a case of others',
      broker,
      `mutation { holdPlace(input: { idempotencyKey: "KEY", ${place(2).slice(1, -1)} }) { isReplay } }`,
      ['CASE_CHANGED REFUSED 2'],
    ],
    ['a step with a hold of others', broker, step('releaseHold', 2), ['HOLD_CHANGED REFUSED 2']],
    ['an answer at an offer of others', planner, step('answerHold', 3, ', answer: ACCEPT'), ['HOLD_CHANGED REFUSED 3']],
    [
      'an entry of others',
      broker,
      `mutation { leaveWaitlist(input: { idempotencyKey: "KEY", entryId: "${idOf(2)}" }) { isReplay } }`,
      ['WAITLISTENTRY_CHANGED REFUSED 2'],
    ],
  ])('is written down: %s', async (_what, caller, document, expected) => {
    await ask(caller, document);
    expect(await lines()).toEqual(expected);
  });

  it('is written down with who, why and by which question, and nothing of the search', async () => {
    await ask(broker, `{ options(need: ${need}) { ${nodes} } }`);
    const [entry] = await database.owner.query<Record<string, unknown>[]>('select * from audit_event');
    expect(entry).toMatchObject({
      ...{
        action: 'E',
        user_id: 'care-broker',
        user_roles: ['care-broker'],
        purpose: 'FIND_CARE',
        access_point: 'page',
      },
      ...{ search_name: 'Ask', search_hash: 'abc', object_type: 'Search', object_ids: [], trace_id: 'request-7' },
      ...{ source_id: 'capacity', authorisation_protocol: expect.stringMatching(/^capacity\/[0-9a-f]{16}$/) },
    });
    expect(JSON.stringify(entry)).not.toMatch(/0995|2014|AMBULATORY/);
  });

  it('is written down as tried when it fails', async () => {
    const document = `mutation { holdPlace(input: { idempotencyKey: "KEY", ${place(1).slice(1, -1)} }) { isReplay } }`;
    await database.owner.query('revoke insert on hold_case from thuisbasis_capacity');
    try {
      expect((await ask(broker, document)).data).toEqual({ holdPlace: null });
    } finally {
      await database.owner.query('grant insert on hold_case to thuisbasis_capacity');
    }
    expect(await lines()).toEqual(['CASE_CHANGED REFUSED 1']);
  });

  it('is not written down where no case is touched', async () => {
    await ask(broker, `{ offers { ${nodes} } }`);
    expect(await lines()).toEqual([]);
  });

  it('is written down once for what was changed, in its transaction, and once for what is told of it', async () => {
    await database.owner.query('update waitlist_entry set rests_until = hub_now() + interval $$1 day$$');
    const { data } = await ask(
      broker,
      `mutation { holdPlace(input: { idempotencyKey: "KEY", ${place(3).slice(1, -1)} }) { hold { id } } }`,
    );
    const id = (data as { holdPlace: { hold: { id: string } } }).holdPlace.hold.id;
    const entries = await database.owner.query<Entry[]>(
      'select event_code, object_ids from audit_event order by event_code',
    );
    expect(entries).toEqual([
      { event_code: 'CASE_CHANGED', object_ids: [idOf(3)] },
      { event_code: 'HOLD_CREATED', object_ids: [id] },
      { event_code: 'HOLD_READ', object_ids: [id] },
    ]);
  });

  it('tells and changes nothing when it cannot be written down', async () => {
    const held = () => database.owner.query<unknown[]>('select id from hold');
    const before = await held();
    await database.owner.query('revoke insert on audit_event from thuisbasis_capacity');
    try {
      await expect(ask(broker, `{ holds { ${nodes} } }`)).rejects.toThrow();
      await expect(ask(broker, `{ options(need: ${need}) { ${nodes} } }`)).rejects.toThrow();
      const placing = `mutation { holdPlace(input: { idempotencyKey: "KEY", ${place(1).slice(1, -1)} }) { isReplay } }`;
      await expect(ask(broker, placing)).rejects.toThrow();
      expect(await held()).toEqual(before);
      expect((await ask(broker, `{ offers { ${nodes} } }`)).errors).toEqual([]);
    } finally {
      await database.owner.query('grant insert on audit_event to thuisbasis_capacity');
    }
  });

  it('is chained, and a changed row breaks the chain', async () => {
    const verify = async () => (await database.owner.query<object[]>('select * from verify_audit()'))[0];
    await ask(broker, `{ holds { ${nodes} } }`);
    await ask(broker, `{ hold(id: "${idOf(1)}") { id } }`);
    expect(await database.background.query('select seal_audit(500) as sealed')).toEqual([{ sealed: 2 }]);
    expect(await verify()).toMatchObject({ sealed: 2, broken_at: null });
    await database.owner.query(`update audit_event set user_id = 'nobody'`);
    expect(await verify()).toMatchObject({ broken_at: 1 });
  });
});
