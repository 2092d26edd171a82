import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { atWork, openTableDesk, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { dutchDay } from '../lists/days.rules.js';

const { broker, otherBroker, owner, otherOwner, anna } = atWork;
const dayIn = (days: number): string => dutchDay(new Date(Date.now() + days * 86_400_000));
let desk: TableDesk;

beforeAll(async () => {
  desk = await openTableDesk();
});
afterAll(() => desk.close());

describe('a finding that is to be asked again', () => {
  let version = 1;
  const find = async (input: object): Promise<readonly unknown[]> => {
    const stepped = await desk.step(broker, 'recordOutcome', 'consultation', 'outcomes { followUpOn }', {
      ...{ consultationId: idOf(1), version, kind: 'OUT_OF_HOME_PREVENTED', measuredOn: dayIn(0) },
      ...input,
    });
    if (stepped.codes.length === 0) version = stepped.version;
    return stepped.codes;
  };
  const due = async (caller: Caller) => {
    const { data } = await desk.ask(
      caller,
      '{ outcomesDue { edges { node { outcome { followUpOn } consultation { id } } } } }',
    );
    return (data?.['outcomesDue'] as { edges: object[] } | null)?.edges ?? null;
  };

  it('is due from its day on, for who may see the consultation, until something is found again', async () => {
    const followUpOn = dayIn(180);
    expect(await find({ followUpOn })).toEqual([]);
    expect(await due(broker)).toEqual([]);
    await desk.database.moveClock('181 days');
    const node = { outcome: { followUpOn }, consultation: { id: idOf(1) } };
    for (const caller of [broker, owner]) expect(await due(caller)).toEqual([{ node }]);
    for (const caller of [otherBroker, otherOwner]) expect(await due(caller)).toEqual([]);
    for (const caller of [anna, callerAs('analyst')]) expect(await due(caller)).toBeNull();
    await desk.database.moveClock('1 minute');
    await find({ isStable: true });
    expect(await due(broker)).toEqual([]);
    await desk.database.moveClock('-181 days');
  });

  it.each([
    ['today', 0],
    ['in four years', 1_461],
  ])('is not planned for %s', async (_when, days) => {
    expect(await find({ followUpOn: dayIn(days) })).toEqual(['BAD_USER_INPUT']);
  });
});

describe('what CBS asks', () => {
  const answers = {
    measuredOn: dayIn(0),
    informant: 'YOUTH',
    satisfaction: 8,
    canGoOn: 3,
    isDropOut: false,
    isRestart: false,
  };
  const record = (caller: Caller, input: object = {}) =>
    desk.ask(
      caller,
      'mutation ($input: RecordCbsOutcomeInput!) { step: recordCbsOutcome(input: $input) { isReplay cbsOutcomes { informant satisfaction canGoOn } } }',
      {
        input: { idempotencyKey: randomUUID(), caseId: idOf(1), ...answers, ...input },
      },
    );

  it('is added to, the newest first, and once for each request', async () => {
    const input = { idempotencyKey: randomUUID() };
    await record(broker, input);
    expect((await record(broker, input)).data).toMatchObject({
      step: { isReplay: true, cbsOutcomes: [{ satisfaction: 8 }] },
    });
    const { data } = await record(owner, { informant: 'PARENT', satisfaction: null, canGoOn: null });
    expect(data?.['step']).toMatchObject({
      cbsOutcomes: [
        { informant: 'PARENT', satisfaction: null, canGoOn: null },
        { informant: 'YOUTH', satisfaction: 8, canGoOn: 3 },
      ],
    });
  });

  it('is asked of a closed case too', async () => {
    expect((await record(owner, { caseId: idOf(4) })).codes).toEqual([]);
  });

  it.each<[string, Caller, object, string]>([
    ['of a case of another region', broker, { caseId: idOf(3) }, 'NOT_FOUND'],
    ['by another organisation', otherOwner, {}, 'NOT_FOUND'],
    ['by a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['of tomorrow', broker, { measuredOn: dayIn(1) }, 'BAD_USER_INPUT'],
    ['with a satisfaction of eleven', broker, { satisfaction: 11 }, 'BAD_USER_INPUT'],
    ['with a code that CBS does not have', broker, { canGoOn: 0 }, 'BAD_USER_INPUT'],
  ])('is not written down %s', async (_which, caller, input, code) => {
    expect((await record(caller, input)).codes).toEqual([code]);
  });

  it('is changed by nobody, and shown by the database itself to who works on the case', async () => {
    const ask = (caller: Caller, sql: string) => withCaller(desk.database.db, caller, (tx) => tx.query<object[]>(sql));
    await expect(ask(broker, 'update cbs_outcome set satisfaction = 10')).rejects.toThrow(/permission denied/);
    const seen = `select from cbs_outcome where case_id = '${idOf(1)}'`;
    expect((await ask(owner, seen)).length).toBeGreaterThan(0);
    for (const caller of [otherBroker, otherOwner, anna, callerAs('analyst')])
      expect(await ask(caller, seen)).toEqual([]);
  });
});
