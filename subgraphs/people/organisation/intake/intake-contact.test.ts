import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../../platform/database/database.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../../../test/database.js';
import { openPeople } from '../../server.js';
import { openPeopleDatabase, plant } from '../../testing/people-database.js';
import { idOf, organisationRow } from '../../testing/rows.js';

const planner = callerAs('provider-planner', idOf(1));
let database: TestDatabase;
let owner: DataSource;
let db: DataSource;
let people: Subgraph;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  owner = await openPeopleDatabase(database.url('owner'));
  db = await openPeopleDatabase(database.url('people'));
  people = await openPeople(db);
  await plant(owner, { organisations: [organisationRow(1), organisationRow(2)] });
});
afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await database.drop();
});

async function tell(input: object, caller: Caller = planner) {
  const source = `mutation ($input: PublishIntakeContactInput!) { publishIntakeContact(input: $input) { isReplay phone email confirmedAt } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, errors } = await askSubgraph(people, caller, source, variables);
  return { answer: data?.['publishIntakeContact'], codes: errors.map(({ code }) => code) };
}
async function contactOf(n: number): Promise<unknown> {
  const source = `query ($id: ID!) { organisation(id: $id) { contact { phone email intake { phone email } } } }`;
  const { data } = await askSubgraph(people, callerAs('care-broker'), source, { id: idOf(n) });
  return (data?.['organisation'] as { contact: unknown } | null)?.contact;
}

const told = { phone: '+31320000801', email: 'aanmelding@organisation-1.example' };
const general = (n: number) => ({ phone: '+31320000101', email: `intake@organisation-${n}.example` });

describe('the contact for intake', () => {
  it('stands beside the general one, from when the organisation tells it, for its own alone', async () => {
    expect(await contactOf(1)).toEqual({ ...general(1), intake: null });
    expect(await tell(told)).toEqual({
      ...{ answer: { isReplay: false, ...told, confirmedAt: expect.any(String) }, codes: [] },
    });
    expect(await contactOf(1)).toEqual({ ...general(1), intake: told });
    expect(await contactOf(2)).toEqual({ ...general(2), intake: null });
  });

  it('is told once under one key, and written down as a change of the organisation', async () => {
    await owner.query('truncate audit_event, audit_seal, audit_pending');
    const idempotencyKey = randomUUID();
    await tell({ ...told, idempotencyKey });
    expect((await tell({ ...told, idempotencyKey })).answer).toMatchObject({ isReplay: true, ...told });
    expect(await owner.query(`select action, object_type, object_ids from audit_event`)).toEqual([
      { action: 'U', object_type: 'Organisation', object_ids: [idOf(1)] },
    ]);
  });

  it('is gone when the organisation takes it back', async () => {
    expect((await tell({})).answer).toEqual({ isReplay: false, phone: null, email: null, confirmedAt: null });
    expect(await contactOf(1)).toEqual({ ...general(1), intake: null });
  });

  it.each<[string, object, string]>([
    ['a number that is none', { phone: '0320-000101' }, 'BAD_USER_INPUT'],
    ['an address that is none', { email: 'aanmelding' }, 'BAD_USER_INPUT'],
    ['an address of somebody at home', { email: 'iemand@gmail.com' }, 'PRIVATE_CONTACT'],
  ])('is not %s', async (_what, input, code) => {
    expect(await tell(input)).toEqual({ answer: null, codes: [code] });
  });

  it.each<[string, Caller, string]>([
    ['a broker', callerAs('care-broker'), 'FORBIDDEN'],
    ['the owner of a case', callerAs('case-owner', idOf(1)), 'FORBIDDEN'],
    ['a planner of no organisation', callerAs('provider-planner'), 'FORBIDDEN'],
    ['a planner of an organisation that is not known', callerAs('provider-planner', idOf(9)), 'NOT_FOUND'],
  ])('is told by nobody as %s', async (_who, caller, code) => {
    expect(await tell(told, caller)).toEqual({ answer: null, codes: [code] });
  });

  it('is written in no other way', async () => {
    const asked = (caller: Caller, sql: string) => withCaller(db, caller, (tx) => tx.query<unknown[]>(sql));
    await expect(asked(planner, `update organisation set intake_phone = '+31320000801'`)).rejects.toThrow(
      /permission denied/,
    );
    expect(await asked(callerAs('care-broker', idOf(1)), `select * from tell_intake('+31320000801', null)`)).toEqual(
      [],
    );
  });
});
