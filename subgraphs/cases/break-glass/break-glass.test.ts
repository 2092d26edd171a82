import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import {
  glassPeople,
  openGlassDesk,
  proven,
  wordsOfBroker,
  type GlassDesk,
} from '../../../test/builders/desks/glass-desk.js';

const { broker, colleague, owner, officer } = glassPeople;
const hidden = [null, null, null];
const shown = ['3891', '3892', '3893'];
let desk: GlassDesk;

beforeAll(async () => {
  desk = await openGlassDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

describe('a broker who opens a restricted case', () => {
  it('sees from the next request on where the child is, and the colleague does not', async () => {
    expect(await desk.places(broker, 1)).toEqual(hidden);
    const { step, codes } = await desk.open(proven(broker), 1);
    expect(codes).toEqual([]);
    expect(step).toMatchObject({
      isReplay: false,
      breakGlass: { caseId: idOf(1), userId: 'broker-1', isOpen: true, verdict: null, explanation: wordsOfBroker },
    });
    expect(await desk.places(broker, 1)).toEqual(shown);
    expect(await desk.places(colleague, 1)).toEqual(hidden);
  });

  it('sees it in a list as well, and of no other case', async () => {
    await desk.open(proven(broker), 1);
    const { data } = await desk.ask(broker, '{ cases { edges { node { id postcode4 } } } }');
    const { edges } = data?.['cases'] as { edges: { node: { id: string; postcode4: string | null } }[] };
    const seen = edges.filter(({ node }) => node.postcode4 !== null).map(({ node }) => node.id);
    expect(seen).toEqual([idOf(7), idOf(1)]);
  });

  it('sees it for the purpose that was said, and for no other', async () => {
    await desk.open(proven(broker), 1);
    expect(await desk.places({ ...broker, purpose: 'ROUND_TABLE' }, 1)).toEqual(hidden);
    expect((await desk.open(proven({ ...broker, purpose: 'ROUND_TABLE' }), 1)).codes).toEqual([]);
  });

  it('is let in for one hour, however busy the database is meanwhile', async () => {
    await desk.database.owner.query(
      `create or replace function public.hub_now() returns timestamptz language sql stable as 'select clock_timestamp() from pg_sleep(0.002)'`,
    );
    const { step } = await desk.open(proven(broker), 1);
    await desk.database.moveClock('0');
    const glass = step?.breakGlass;
    expect(Date.parse(String(glass?.endsAt)) - Date.parse(String(glass?.openedAt))).toBe(3_600_000);
  });

  it('sees it no more after an hour, by the clock of the database', async () => {
    await desk.open(proven(broker), 1);
    await desk.database.moveClock('59 minutes');
    expect(await desk.places(broker, 1)).toEqual(shown);
    await desk.database.moveClock('2 minutes');
    expect(await desk.places(broker, 1)).toEqual(hidden);
    expect(await desk.list(broker)).toMatchObject([{ isOpen: false }]);
  });

  it('sees it no more once that is ended, which is done once', async () => {
    const { id } = await desk.open(proven(broker), 1);
    expect((await desk.end(broker, id)).step).toMatchObject({ breakGlass: { isOpen: false } });
    expect(await desk.places(broker, 1)).toEqual(hidden);
    expect((await desk.end(broker, id)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('does it once, however often the request comes', async () => {
    const input = { idempotencyKey: randomUUID() };
    const first = await desk.open(proven(broker), 1, input);
    const again = await desk.open(proven(broker), 1, input);
    expect([again.id, again.step?.isReplay]).toEqual([first.id, true]);
    expect(await desk.list(broker)).toHaveLength(1);
  });

  it.each<[string, Caller, number, string]>([
    ['without a second factor', broker, 1, 'SECOND_FACTOR_NEEDED'],
    [
      'with one of six minutes ago',
      { ...broker, secondFactorAt: new Date(Date.now() - 360_000) },
      1,
      'SECOND_FACTOR_NEEDED',
    ],
    ['of another region', proven({ ...broker, region: 'utrecht' }), 1, 'NOT_FOUND'],
    ['for a case of another region', proven(broker), 8, 'NOT_FOUND'],
    ['for a case that does not exist', proven(broker), 99, 'NOT_FOUND'],
    ['for a case that hides nothing', proven(broker), 7, 'BREAK_GLASS_NOT_NEEDED'],
    [
      'for a case of the own organisation, in another region too',
      proven({ ...broker, roles: ['care-broker', 'case-owner'], organisationId: idOf(901) }),
      8,
      'BREAK_GLASS_NOT_NEEDED',
    ],
  ])('is refused %s', async (_how, caller, n, code) => {
    expect((await desk.open(caller, n)).codes).toEqual([code]);
    expect(await desk.database.owner.query('select from break_glass')).toEqual([]);
  });

  it('is refused while it is open already', async () => {
    await desk.open(proven(broker), 1);
    expect((await desk.open(proven(broker), 1)).codes).toEqual(['BREAK_GLASS_NOT_NEEDED']);
  });

  it.each<[string, string]>([
    ['too short', 'daarom'],
    ['a number that may be a BSN in them', 'het gaat om het kind met 111222333'],
  ])('is refused with words that are %s', async (_what, explanation) => {
    const { codes, messages } = await desk.open(proven(broker), 1, { explanation });
    expect(codes).toEqual([explanation === 'daarom' ? 'BAD_USER_INPUT' : 'CONTAINS_BSN']);
    expect(messages.join()).not.toContain(explanation);
  });

  it.each(roles.filter((role) => role !== 'care-broker'))('is refused as a %s', async (role) => {
    expect((await desk.open(proven(callerAs(role, idOf(901))), 1)).codes).toEqual(['FORBIDDEN']);
  });

  it('is blocked at the fourth time in a month, and not after it', async () => {
    for (const n of [1, 2, 3]) expect((await desk.open(proven(broker), n)).codes).toEqual([]);
    expect((await desk.open(proven(broker), 4)).codes).toEqual(['BREAK_GLASS_BLOCKED']);
    expect((await desk.open(proven(colleague), 4)).codes).toEqual([]);
    await desk.database.moveClock('32 days');
    expect((await desk.open(proven(broker), 4)).codes).toEqual([]);
  });
});

describe('an opening of a restricted case', () => {
  it('is seen at once by the owner of the case and the privacy officer, and by who did it', async () => {
    const { id } = await desk.open(proven(broker), 1);
    for (const reader of [owner, officer, broker]) expect((await desk.list(reader)).map((one) => one.id)).toEqual([id]);
    for (const stranger of [colleague, callerAs('case-owner', idOf(902))])
      expect(await desk.list(stranger)).toEqual([]);
  });

  it('of a colleague can be ended by nobody else', async () => {
    const { id } = await desk.open(proven(broker), 1);
    expect((await desk.end(colleague, id)).codes).toEqual(['NOT_FOUND']);
    expect((await desk.end(colleague, 'x')).codes).toEqual(['NOT_FOUND']);
    expect(await desk.places(broker, 1)).toEqual(shown);
  });

  it('stands in the list of who looked, with the looks that rested on it and the attempt that was refused', async () => {
    await desk.places(broker, 1);
    await desk.open(broker, 1);
    await desk.open(proven(broker), 1);
    await desk.places(broker, 1);
    const document = `query ($id: ID!) { caseAccesses(caseId: $id) { edges { node { event isGranted isBreakGlass } } } }`;
    const { data } = await desk.ask(owner, document, { id: idOf(1) });
    const { edges } = data?.['caseAccesses'] as { edges: { node: object }[] };
    expect(edges.map(({ node }) => node).reverse()).toEqual([
      { event: 'CASE_READ', isGranted: true, isBreakGlass: false },
      { event: 'BREAKGLASS_CREATED', isGranted: false, isBreakGlass: false },
      { event: 'BREAKGLASS_CREATED', isGranted: true, isBreakGlass: true },
      { event: 'BREAKGLASS_READ', isGranted: true, isBreakGlass: false },
      { event: 'CASE_READ', isGranted: true, isBreakGlass: true },
    ]);
  });
});

describe('the review by the privacy officer', () => {
  const counts = async (): Promise<unknown> =>
    (await desk.ask(officer, '{ breakGlassReviews { openCount overdueCount } }')).data?.['breakGlassReviews'];

  it('is due within five working days, and counted as overdue after that', async () => {
    await desk.open(proven(broker), 1);
    expect(await counts()).toEqual({ openCount: 1, overdueCount: 0 });
    await desk.database.moveClock('20 days');
    expect(await counts()).toEqual({ openCount: 1, overdueCount: 1 });
    expect(await desk.list(officer, true)).toMatchObject([{ isReviewOverdue: true }]);
  });

  it('stays open with further inquiry, and ends with the last word', async () => {
    const { id } = await desk.open(proven(broker), 1);
    const first = await desk.review(officer, id, { verdict: 'FURTHER_INQUIRY', note: 'Gevraagd om het verslag.' });
    expect(first.step?.breakGlass).toMatchObject({ verdict: 'FURTHER_INQUIRY' });
    expect(await counts()).toEqual({ openCount: 1, overdueCount: 0 });
    expect((await desk.review(officer, id, { verdict: 'UNJUSTIFIED' })).step?.breakGlass).toMatchObject({
      verdict: 'UNJUSTIFIED',
    });
    expect(await counts()).toEqual({ openCount: 0, overdueCount: 0 });
    expect([await desk.list(officer, true), (await desk.list(owner))[0]?.['verdict']]).toEqual([[], 'UNJUSTIFIED']);
    expect((await desk.review(officer, id)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('holds a remark for privacy officers alone, without a BSN', async () => {
    const { id } = await desk.open(proven(broker), 1);
    expect((await desk.review(officer, id, { note: 'kind 111222333' })).codes).toEqual(['CONTAINS_BSN']);
    await desk.review(officer, id, { note: 'Terecht, na overleg.' });
    const document = '{ breakGlasses { edges { node { reviewNote } } } }';
    expect(JSON.stringify((await desk.ask(officer, document)).data)).toContain('Terecht, na overleg.');
    for (const reader of [owner, broker]) {
      const { data, codes } = await desk.ask(reader, document);
      expect([codes, JSON.stringify(data)]).toEqual([['FORBIDDEN'], expect.not.stringContaining('Terecht')]);
    }
  });

  it('is never of what somebody did as a broker', async () => {
    const both: Caller = { ...broker, roles: ['care-broker', 'privacy-officer'] };
    const { id } = await desk.open(proven(both), 1);
    expect((await desk.review(both, id)).codes).toEqual(['OWN_BREAK_GLASS']);
  });

  it('is of nothing that there is not, and by nobody else', async () => {
    expect((await desk.review(officer, idOf(99))).codes).toEqual(['NOT_FOUND']);
    const { id } = await desk.open(proven(broker), 1);
    for (const role of roles.filter((one) => one !== 'privacy-officer'))
      expect((await desk.review(callerAs(role, idOf(901)), id)).codes).toEqual(['FORBIDDEN']);
  });
});
