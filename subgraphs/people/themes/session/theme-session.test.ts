import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { openThemeDesk, themePeople, type ThemeDesk } from '../../../../test/builders/desks/theme-desk.js';
import { idOf } from '../../testing/rows.js';
import { ThemeOutcome } from './theme-session.vocabulary.js';

const { broker, brokerElsewhere, owner, member, planner, otherPlanner } = themePeople;
const hourMs = 3_600_000;
let desk: ThemeDesk;

beforeAll(async () => {
  desk = await openThemeDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.begin();
  await desk.owner.query('update professional set left_on = null, is_visible = (id <> $1)', [idOf(22)]);
});

const inHours = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString();
const asked = (other: Record<string, unknown> = {}) => ({
  themeCode: 'FOSTER_FAMILIES',
  plannedAt: inHours(48),
  minutes: 90,
  hostOrganisationId: idOf(2),
  participantIds: [idOf(11), idOf(21)],
  organisationIds: [idOf(9)],
  ...other,
});
const plan = (other: Record<string, unknown> = {}, caller: Caller = broker) =>
  desk.step(caller, 'planThemeSession', asked(other));
async function planned(other: Record<string, unknown> = {}) {
  const { session, codes } = await plan(other);
  if (!session) throw new Error(`not planned: ${codes.join()}`);
  return { sessionId: session.id, version: session.version };
}
const record = (read: object, other: object = {}, caller: Caller = broker) =>
  desk.step(caller, 'recordThemeSession', { ...read, outcomes: ['MEET_AGAIN'], ...other });
const cancel = (read: object, caller: Caller = broker) =>
  desk.step(caller, 'cancelThemeSession', { ...read, reason: 'TOO_FEW' });
/** As if a session had begun two days earlier than it was planned. */
const letTimePass = (sessionId: string) =>
  desk.owner.query(`update theme_session set planned_at = planned_at - interval '3 days' where id = $1`, [sessionId]);
const leave = (n: number) =>
  desk.owner.query(`update professional set left_on = today(), name = job_title, is_visible = false where id = $1`, [
    idOf(n),
  ]);
const seatsIn = async (caller: Caller) =>
  (await desk.sessions(caller)).map(({ participants }) =>
    participants.map(({ role, professional }) => `${role ?? '-'} ${professional?.id.slice(-2) ?? '-'}`),
  );

describe('a session of a theme table', () => {
  it('is planned with professionals by function and organisations that send somebody', async () => {
    const { session, codes } = await plan();
    expect(codes).toEqual([]);
    expect(session).toMatchObject({
      ...{ state: 'PLANNED', version: 1, theme: { code: 'FOSTER_FAMILIES' }, host: { id: idOf(2) }, outcomes: [] },
      participants: [
        { role: 'functie 11', organisation: { id: idOf(1) }, professional: { id: idOf(11) } },
        { role: 'functie 21', organisation: { id: idOf(2) }, professional: { id: idOf(21) } },
        { role: null, organisation: { id: idOf(9) }, professional: null },
      ],
    });
  });

  it('is planned once for each key', async () => {
    const input = asked({ idempotencyKey: 'once' });
    const first = await desk.step(broker, 'planThemeSession', input);
    expect(await desk.step(broker, 'planThemeSession', input)).toMatchObject({
      isReplay: true,
      session: { id: first.session?.id },
    });
    expect(await desk.sessions(broker)).toHaveLength(1);
  });

  it('is written down once it was held, with what was agreed in codes and a few words', async () => {
    const read = await planned();
    await letTimePass(read.sessionId);
    const outcomes = ['OFFER_TO_DEVELOP', 'MEET_AGAIN'];
    const told = await record(read, { outcomes, summary: 'Twee gezinshuizen zoeken samen een achterwacht.' });
    expect(told.session).toMatchObject({ state: 'HELD', version: 2, outcomes, cancelReason: null });
    expect(told.session?.summary).toBe('Twee gezinshuizen zoeken samen een achterwacht.');
    expect((await record({ ...read, version: 2 })).codes).toEqual(['STATE_CONFLICT']);
    expect((await cancel({ ...read, version: 2 })).codes).toEqual(['STATE_CONFLICT']);
  });

  it('may agree on each of the codes, and on several', async () => {
    const read = await planned();
    await letTimePass(read.sessionId);
    const outcomes = ThemeOutcome.codes.filter((code) => code !== 'NOTHING_AGREED');
    expect((await record(read, { outcomes })).session?.outcomes).toEqual(outcomes);
    const other = await planned({ participantIds: [idOf(12)] });
    await letTimePass(other.sessionId);
    expect((await record(other, { outcomes: ['NOTHING_AGREED'] })).codes).toEqual([]);
  });

  it.each([
    ['a citizen service number', 'Zie 111222333.', 'CONTAINS_BSN'],
    ['a name', 'Afgesproken met Fatima Yilmaz.', 'CONTAINS_PERSONAL_DATA'],
    ['too many words', 'x'.repeat(501), 'BAD_USER_INPUT'],
  ])('is not written down with %s', async (_what, summary, code) => {
    const read = await planned();
    await letTimePass(read.sessionId);
    expect((await record(read, { summary })).codes).toEqual([code]);
    expect(await desk.sessions(broker)).toMatchObject([{ state: 'PLANNED', summary: null }]);
  });

  it('is not held before it begins', async () => {
    expect((await record(await planned())).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('that is cancelled leaves its participants free', async () => {
    const read = await planned();
    expect((await plan()).codes).toEqual(['PARTICIPANT_NOT_FREE']);
    expect((await cancel(read)).session).toMatchObject({ state: 'CANCELLED', cancelReason: 'TOO_FEW' });
    expect((await plan()).codes).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['about a theme that the region does not keep', { themeCode: 'CHESS' }, 'NOT_FOUND'],
    ['with nobody', { participantIds: [], organisationIds: [] }, 'BAD_USER_INPUT'],
    ['with somebody who does not want to be found', { participantIds: [idOf(11), idOf(22)] }, 'NOT_FOUND'],
    ['with somebody who is not there', { participantIds: [idOf(99)] }, 'NOT_FOUND'],
    ['with an organisation that is not there', { organisationIds: [idOf(99)] }, 'NOT_FOUND'],
    ['at a place that is not there', { hostOrganisationId: idOf(99) }, 'NOT_FOUND'],
    ['for a minute', { minutes: 1 }, 'BAD_USER_INPUT'],
    ['in the past', { plannedAt: inHours(-1) }, 'BAD_USER_INPUT'],
    ['in years', { plannedAt: inHours(24 * 400) }, 'BAD_USER_INPUT'],
  ])('is refused %s, and nothing is planned', async (_what, other, code) => {
    expect((await plan(other)).codes).toEqual([code]);
    expect(await desk.owner.query('select from theme_session')).toEqual([]);
  });

  it.each<[string, Caller]>([
    ['the owner of a case', owner],
    ['a member of tables', member],
    ['a planner', planner],
  ])('is planned by a broker, not by %s', async (_who, caller) => {
    expect((await plan({}, caller)).codes).toEqual(['FORBIDDEN']);
  });

  it('is changed by brokers of its region, who read it first', async () => {
    const read = await planned();
    expect((await cancel(read, brokerElsewhere)).codes).toEqual(['NOT_FOUND']);
    expect((await cancel({ ...read, sessionId: idOf(77) })).codes).toEqual(['NOT_FOUND']);
    expect((await cancel({ ...read, sessionId: 'no id' })).codes).toEqual(['NOT_FOUND']);
    expect((await cancel({ ...read, version: 7 })).codes).toEqual(['VERSION_CONFLICT']);
  });
});

describe('who is asked to a session', () => {
  it('sits nowhere else at that moment, in whatever region, and is free the moment it is over', async () => {
    const plannedAt = inHours(48);
    await planned({ plannedAt });
    const at = (minutes: number) => new Date(Date.parse(plannedAt) + minutes * 60_000).toISOString();
    expect((await plan({ plannedAt: at(89) })).codes).toEqual(['PARTICIPANT_NOT_FREE']);
    expect((await plan({ plannedAt: at(-89) })).codes).toEqual(['PARTICIPANT_NOT_FREE']);
    expect((await plan({ plannedAt: at(90) })).codes).toEqual([]);
    expect((await plan({ plannedAt: at(-90) })).codes).toEqual([]);
  });

  it('is there that day', async () => {
    await desk.owner.query('insert into absence values ($1, today(), today() + 5)', [idOf(21)]);
    expect((await plan()).codes).toEqual(['PARTICIPANT_NOT_FREE']);
    expect((await plan({ participantIds: [idOf(11)] })).codes).toEqual([]);
  });

  it('and leaves is in no session to come', async () => {
    await planned();
    await leave(21);
    expect(await seatsIn(broker)).toEqual([['functie 11 11', '- -']]);
    expect(await desk.sessions({ ...planner, organisationId: idOf(2) })).toEqual([]);
  });

  it('and leaves afterwards stays in a session that was held, by function alone', async () => {
    const read = await planned();
    await letTimePass(read.sessionId);
    await record(read);
    await leave(21);
    expect(await seatsIn(broker)).toEqual([['functie 11 11', 'functie 21 -', '- -']]);
  });

  it('and left before it was held was not there', async () => {
    const read = await planned();
    await letTimePass(read.sessionId);
    await desk.owner.query(`update professional set left_on = today() - 20 where id = $1`, [idOf(21)]);
    await record(read);
    expect(await seatsIn(broker)).toEqual([['functie 11 11', '- -']]);
  });
});

describe('the sessions', () => {
  it('of a region are for who works there, and those of own people for their planners', async () => {
    await planned();
    for (const caller of [broker, owner, member]) expect(await desk.sessions(caller)).toHaveLength(1);
    expect(await seatsIn(planner)).toEqual([['functie 11 11', 'functie 21 -', '- -']]);
    expect(await desk.sessions(otherPlanner)).toHaveLength(1);
    expect(await desk.sessions({ ...planner, organisationId: idOf(3) })).toEqual([]);
    expect(await desk.sessions(brokerElsewhere)).toEqual([]);
  });

  it('are narrowed to a theme or a state', async () => {
    await planned();
    await cancel(await planned({ themeCode: 'HELP_AT_HOME', participantIds: [idOf(12)] }));
    const codes = async (filter: object) => (await desk.sessions(broker, filter)).map(({ theme }) => theme?.code);
    expect(await codes({ themeCodes: ['HELP_AT_HOME'] })).toEqual(['HELP_AT_HOME']);
    expect(await codes({ states: ['PLANNED'] })).toEqual(['FOSTER_FAMILIES']);
    expect(await codes({ themeCodes: ['n\u0000'] })).toEqual([]);
  });

  it('take the same statements, however many there are', async () => {
    const count = async () => {
      desk.statements.length = 0;
      await desk.sessions(broker);
      return desk.statements.length;
    };
    await planned();
    const one = await count();
    await planned({ participantIds: [idOf(12)], organisationIds: [] });
    await planned({ participantIds: [idOf(91)], hostOrganisationId: idOf(1) });
    expect(await count()).toBe(one);
  });
});
