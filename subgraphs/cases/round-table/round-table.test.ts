import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { atWork, openTableDesk, type Stepped, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';

const { broker, otherBroker, owner, otherOwner, anna, bert } = atWork;
const anna71 = idOf(71);
let desk: TableDesk;

beforeAll(async () => {
  desk = await openTableDesk();
});
afterAll(() => desk.close());

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();
const fields = 'state isInstitutionInvolved decisions participants { id } areParentsPresent cancelReason';

function plan(caller: Caller, input: object = {}): Promise<Stepped> {
  return desk.step(caller, 'planRoundTable', 'roundTable', fields, {
    ...{ kind: 'RET_MORNING', plannedAt: tomorrow(), participantIds: [anna71] },
    ...{
      isInstitutionInvolved: false,
      isInstitutionInvited: false,
      ...('consultationId' in input ? {} : { caseId: idOf(1) }),
    },
    ...input,
  });
}
const step = (caller: Caller, operation: string, of: Stepped, input: object): Promise<Stepped> =>
  desk.step(caller, operation, 'roundTable', fields, { roundTableId: of.id, version: of.version, ...input });
const record = (caller: Caller, of: Stepped, input: object = {}) =>
  step(caller, 'recordRoundTable', of, { areParentsPresent: true, decisions: ['DEPLOY_DUO'], ...input });
const cancel = (caller: Caller, of: Stepped) => step(caller, 'cancelRoundTable', of, { reason: 'MOVED' });

describe('a round table', () => {
  it.each([
    ['a broker of the region', broker],
    ['who brought the case', owner],
  ])('is planned by %s and written down once it was held', async (_who, caller) => {
    const planned = await plan(caller);
    expect(planned).toMatchObject({ codes: [], state: 'PLANNED', version: 1, areParentsPresent: null });
    const held = await record(caller, planned);
    expect(held).toMatchObject({ state: 'HELD', version: 2, decisions: ['DEPLOY_DUO'], areParentsPresent: true });
    expect(held['participants']).toEqual([{ id: anna71 }]);
    expect((await cancel(caller, held)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('about a restricted case is planned, recorded and cancelled by the organisation that brought it', async () => {
    const planned = await plan(owner, { caseId: idOf(5) });
    expect(planned).toMatchObject({ codes: [], state: 'PLANNED' });
    for (const take of [record, cancel]) expect((await take(broker, planned)).codes).toEqual(['CASE_RESTRICTED']);
    expect(await record(owner, planned)).toMatchObject({ codes: [], state: 'HELD' });
  });

  it('that does not take place says why', async () => {
    expect(await cancel(broker, await plan(broker))).toMatchObject({ state: 'CANCELLED', cancelReason: 'MOVED' });
  });

  it('is planned once, however often it is sent', async () => {
    const idempotencyKey = 'table-1';
    const plannedAt = tomorrow();
    const first = await plan(broker, { idempotencyKey, plannedAt });
    expect(await plan(broker, { idempotencyKey, plannedAt })).toMatchObject({ id: first.id, isReplay: true });
  });

  it('that somebody else changed is not changed over their head', async () => {
    const planned = await plan(broker);
    await cancel(owner, planned);
    expect((await record(broker, planned)).codes).toEqual(['VERSION_CONFLICT']);
  });

  it.each<[string, Caller, object, string]>([
    ['of another region', otherBroker, {}, 'NOT_FOUND'],
    ['of another organisation', otherOwner, {}, 'NOT_FOUND'],
    ['who only sits at tables', anna, {}, 'FORBIDDEN'],
    ['of a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['about a closed case', broker, { caseId: idOf(4) }, 'CASE_CLOSED'],
    ['about a restricted case of another organisation', broker, { caseId: idOf(5) }, 'CASE_RESTRICTED'],
    ['about nothing', broker, { caseId: null }, 'BAD_USER_INPUT'],
    ['about two things', broker, { consultationId: idOf(1), caseId: idOf(1) }, 'BAD_USER_INPUT'],
    ['two years ahead', broker, { plannedAt: '2099-01-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['about a question that nobody answered', broker, { consultationId: idOf(3) }, 'STATE_CONFLICT'],
    ['about a question, by who asked it', owner, { consultationId: idOf(1) }, 'NOT_FOUND'],
  ])('is not planned by somebody %s', async (_who, caller, input, code) => {
    expect((await plan(caller, input)).codes).toEqual([code]);
  });

  it('is not recorded or cancelled by a member, another region or another organisation', async () => {
    const planned = await plan(broker);
    for (const [caller, code] of [
      [anna, 'FORBIDDEN'],
      [otherBroker, 'NOT_FOUND'],
      [otherOwner, 'NOT_FOUND'],
    ] as const)
      for (const take of [record, cancel]) expect((await take(caller, planned)).codes).toEqual([code]);
  });
});

describe('a certified institution', () => {
  it.each<[string, object]>([
    ['that is involved', { isInstitutionInvolved: true }],
    ['that carries out a measure, whatever was told', { caseId: idOf(2) }],
    ['that asked the question', { consultationId: idOf(2) }],
  ])('%s must be invited', async (_which, input) => {
    expect((await plan(broker, input)).codes).toEqual(['INSTITUTION_NOT_INVITED']);
    expect(await plan(broker, { ...input, isInstitutionInvited: true })).toMatchObject({
      codes: [],
      isInstitutionInvolved: true,
    });
  });
});

describe('a consultation', () => {
  it('goes along with its table, and counts an acceleration table once it was held', async () => {
    const planned = await plan(broker, { consultationId: idOf(1), kind: 'ACCELERATION_TABLE' });
    const look = async () =>
      (
        await desk.ask(
          broker,
          '{ roundTables(states: [PLANNED, HELD]) { edges { node { id consultation { status interventions } } } } }',
        )
      ).data?.['roundTables'] as { edges: { node: { id: string; consultation: object | null } }[] };
    const of = async () => (await look()).edges.find(({ node }) => node.id === planned.id)?.node.consultation;
    expect(await of()).toEqual({ status: 'ROUND_TABLE_PLANNED', interventions: [] });
    await record(broker, planned);
    expect(await of()).toEqual({ status: 'ROUND_TABLE_HELD', interventions: ['ACCELERATION_TABLE'] });
  });
});

describe('a member of a table', () => {
  const tables = async (caller: Caller, about = 'case { number ownReference need { rungs } }') => {
    const { data } = await desk.ask(caller, `{ roundTables { edges { node { id ${about} } } } }`);
    return (data?.['roundTables'] as { edges: { node: { id: string; case: object | null } }[] }).edges.map(
      ({ node }) => node,
    );
  };
  const cancelAll = () => desk.database.owner.query(`delete from round_table`);

  it('sees the case from planning until the table was held, and nobody else at another table does', async () => {
    await cancelAll();
    const planned = await plan(broker);
    expect(await tables(anna)).toEqual([
      { id: planned.id, case: { number: 'FL-26-0001', ownReference: null, need: { rungs: ['AMBULATORY'] } } },
    ]);
    expect(await tables(bert)).toEqual([]);
    expect(await tables({ ...anna, roles: ['provider-planner'] }).catch(() => null)).toBeNull();
    await record(broker, planned);
    expect(await tables(anna)).toEqual([]);
  });

  it('sees nothing any more two weeks after a table that nobody wrote down', async () => {
    await cancelAll();
    await plan(broker);
    expect(await tables(anna)).toHaveLength(1);
    await desk.database.moveClock('16 days');
    expect(await tables(anna)).toEqual([]);
    await desk.database.moveClock('-16 days');
  });

  it('changes nothing of a case at the table, also as who works elsewhere', async () => {
    await plan(broker);
    const both: Caller = { ...anna, roles: ['ret-member', 'case-owner'], organisationId: idOf(902) };
    expect((await plan(both)).codes).toEqual(['NOT_FOUND']);
  });

  it.each(['case_file', 'need', 'round_table', 'consultation'])(
    'gets of %s from the database itself what lies there, and no more',
    async (table) => {
      await cancelAll();
      await plan(broker);
      await plan(broker, { consultationId: idOf(1) });
      const rows = (caller: Caller) =>
        withCaller(desk.database.db, caller, (tx) => tx.query<object[]>(`select * from ${table}`));
      expect(await rows(anna)).toHaveLength(table === 'round_table' ? 2 : 1);
      for (const caller of [
        bert,
        { ...anna, professionalId: null },
        { ...anna, roles: ['analyst' as const], region: null },
      ])
        expect(await rows(caller)).toEqual([]);
    },
  );
});

describe('what is beneath a case', () => {
  it('is changed, and its past read, by who works on it: a member of a table does neither in the database itself', async () => {
    await plan(broker);
    const as = (caller: Caller, sql: string) => withCaller(desk.database.db, caller, (tx) => tx.query<unknown[]>(sql));
    const change = `insert into case_change (case_id, version, kind, roles, purpose) values ('${idOf(1)}', 99, 'REOPENED', '{x}', 'FIND_CARE')`;
    await expect(as(anna, change)).rejects.toThrow(/row-level security/);
    const place = `insert into case_place (case_id, postcode4) values ('${idOf(2)}', '8232')`;
    await plan(broker, { caseId: idOf(2), isInstitutionInvited: true });
    await expect(as(anna, place)).rejects.toThrow(/row-level security/);
    expect(await as(anna, `update need set is_crisis = true returning case_id`)).toEqual([[], 0]);
  });
});

describe('an access to a round table', () => {
  it('is told to who may ask who looked at the case', async () => {
    const planned = await plan(broker);
    await desk.ask(anna, '{ roundTables { edges { node { id } } } }');
    const { data } = await desk.ask(
      owner,
      `{ caseAccesses(caseId: "${idOf(1)}", first: 100) { edges { node { event roles } } } }`,
    );
    const found = JSON.stringify(data);
    expect(planned.codes).toEqual([]);
    expect(found).toContain('ret-member');
  });

  it('that was refused is written down as well', async () => {
    await plan(otherBroker);
    const rows = await desk.database.owner.query<object[]>(
      `select from audit_event where object_type = 'RoundTable' and outcome = 'REFUSED' and object_ids = array['${idOf(1)}'::uuid]`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
