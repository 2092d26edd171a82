import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { atWork, openTableDesk, type Stepped, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { dutchDay } from '../lists/days.rules.js';

const { broker, otherBroker, owner, otherOwner, anna } = atWork;
const analyst = callerAs('analyst');
const dayIn = (days: number): string => dutchDay(new Date(Date.now() + days * 86_400_000));
let desk: TableDesk;

beforeAll(async () => {
  desk = await openTableDesk();
});
afterAll(() => desk.close());

const raise = (caller: Caller, input: object = {}): Promise<Stepped> =>
  desk.step(caller, 'raiseSignal', 'signal', 'state dueOn isOverdue escalatedTo', {
    ...{ destination: 'PROCUREMENT', factor: 'WAITING_TIME', ownerOrganisationId: idOf(901), dueOn: dayIn(30) },
    ...input,
  });
const answer = (caller: Caller, of: Stepped, input: object): Promise<Stepped> =>
  desk.step(caller, 'answerSignal', 'signal', 'state escalatedTo answeredAt', {
    signalId: of.id,
    version: of.version,
    ...input,
  });
const list = async (caller: Caller, filter = '{}'): Promise<string[]> => {
  const { data } = await desk.ask(caller, `{ signals(filter: ${filter}) { edges { node { id } } } }`);
  return ((data?.['signals'] as { edges: { node: { id: string } }[] } | null)?.edges ?? []).map(({ node }) => node.id);
};

describe('a signal', () => {
  it('is raised by a broker, and answered by the organisation whose it is', async () => {
    const raised = await raise(broker);
    expect(raised).toMatchObject({ codes: [], state: 'OPEN', isOverdue: false });
    const taken = await answer(owner, raised, { state: 'TAKEN_UP' });
    expect(taken).toMatchObject({ codes: [], state: 'TAKEN_UP', answeredAt: null });
    const solved = await answer(owner, taken, { state: 'SOLVED' });
    expect(solved).toMatchObject({ state: 'SOLVED', answeredAt: expect.any(String) });
    expect((await answer(broker, solved, { state: 'DECLINED' })).codes).toEqual(['STATE_CONFLICT']);
  });

  it('put before the Enabling Crew stays with its owner, who decides', async () => {
    const before = await answer(owner, await raise(broker), { state: 'ESCALATED', escalatedTo: 'ENABLING_CREW' });
    expect(before).toMatchObject({ codes: [], state: 'ESCALATED', escalatedTo: 'ENABLING_CREW' });
    expect(await answer(owner, before, { state: 'DECLINED' })).toMatchObject({ state: 'DECLINED', codes: [] });
  });

  it('is raised once, however often it is sent', async () => {
    const idempotencyKey = randomUUID();
    const first = await raise(broker, { idempotencyKey });
    expect(await raise(broker, { idempotencyKey })).toMatchObject({ id: first.id, isReplay: true });
  });

  it('is listed for broker and analyst of the region and for its owner, and is overdue after its day', async () => {
    const { id } = await raise(broker, { dueOn: dayIn(1) });
    for (const caller of [broker, analyst, owner]) expect(await list(caller)).toContain(id);
    for (const caller of [otherBroker, otherOwner, anna, callerAs('provider-planner', idOf(901))])
      expect(await list(caller)).toEqual([]);
    expect(await list(broker, '{ isOverdue: true }')).toEqual([]);
    await desk.database.moveClock('3 days');
    expect(await list(broker, '{ isOverdue: true, destinations: [PROCUREMENT], states: [OPEN] }')).toEqual([id]);
    await desk.database.moveClock('-3 days');
  });

  it.each<[string, Caller, object, string]>([
    ['by who is to answer it', owner, {}, 'FORBIDDEN'],
    ['by an analyst', analyst, {}, 'FORBIDDEN'],
    ['that is due today', broker, { dueOn: dayIn(0) }, 'BAD_USER_INPUT'],
    ['that is due in two years', broker, { dueOn: dayIn(730) }, 'BAD_USER_INPUT'],
    ['to nobody', broker, { ownerOrganisationId: 'x' }, 'BAD_USER_INPUT'],
    ['from a review that is not there', broker, { learningReviewId: idOf(1) }, 'NOT_FOUND'],
  ])('is not raised %s', async (_which, caller, input, code) => {
    expect((await raise(caller, input)).codes).toEqual([code]);
  });

  it.each<[string, Caller, object, string]>([
    ['another organisation', otherOwner, {}, 'NOT_FOUND'],
    ['another region', otherBroker, {}, 'NOT_FOUND'],
    ['an analyst', analyst, {}, 'FORBIDDEN'],
    ['somebody who read an older version', broker, { version: 7 }, 'VERSION_CONFLICT'],
  ])('is not answered by %s', async (_who, caller, input, code) => {
    expect((await answer(caller, await raise(broker), { state: 'SOLVED', ...input })).codes).toEqual([code]);
  });

  it('is changed in the database itself by nobody but who may answer it, and never to another owner', async () => {
    await raise(broker);
    const change = (caller: Caller, sql: string) =>
      withCaller(desk.database.db, caller, (tx) => tx.query<[unknown[], number]>(sql));
    const [, changed] = await change(analyst, 'update signal set version = version + 1 where true');
    expect(changed).toBe(0);
    await expect(change(broker, `update signal set owner_organisation_id = '${idOf(902)}'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a review', () => {
  const record = (caller: Caller, input: object = {}) =>
    desk.ask(
      caller,
      'mutation ($input: RecordLearningReviewInput!) { step: recordLearningReview(input: $input) { learningReview { id helped } } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          caseIds: [idOf(1), idOf(4)],
          heldOn: dayIn(0),
          helped: ['HELP_AT_HOME', 'HELP_AT_HOME'],
          ...input,
        },
      },
    );

  it('says what helped in cases of the region, to an analyst without the cases', async () => {
    expect((await record(broker)).data).toMatchObject({ step: { learningReview: { helped: ['HELP_AT_HOME'] } } });
    const ask = (caller: Caller) => desk.ask(caller, '{ learningReviews { edges { node { helped cases { id } } } } }');
    expect((await ask(broker)).data).toMatchObject({
      learningReviews: { edges: [{ node: { cases: [{ id: idOf(1) }, { id: idOf(4) }] } }] },
    });
    const told = await ask(analyst);
    expect(told.data).toMatchObject({
      learningReviews: { edges: [{ node: { helped: ['HELP_AT_HOME'], cases: null } }] },
    });
    expect(told.codes).toEqual(['FORBIDDEN']);
    expect((await ask(otherBroker)).data).toEqual({ learningReviews: { edges: [] } });
  });

  it.each<[string, Caller, object, string]>([
    ['of a case of another region', broker, { caseIds: [idOf(1), idOf(3)] }, 'NOT_FOUND'],
    ['of no case', broker, { caseIds: [] }, 'BAD_USER_INPUT'],
    ['that learned nothing', broker, { helped: [] }, 'BAD_USER_INPUT'],
    ['of tomorrow', broker, { heldOn: dayIn(1) }, 'BAD_USER_INPUT'],
    ['by who brought the case', owner, {}, 'FORBIDDEN'],
    ['by an analyst', analyst, {}, 'FORBIDDEN'],
  ])('is not written down %s', async (_which, caller, input, code) => {
    expect((await record(caller, input)).codes).toEqual([code]);
  });

  it('stays when its cases are erased, and leads to none of them', async () => {
    await record(broker);
    await desk.database.owner.query('select remove_subject($1)', [idOf(4)]);
    const rows = await desk.database.owner.query<object[]>('select from learning_review_case where case_id = $1', [
      idOf(4),
    ]);
    expect(rows).toEqual([]);
    expect((await desk.database.owner.query<object[]>('select from learning_review')).length).toBeGreaterThan(0);
  });
});
