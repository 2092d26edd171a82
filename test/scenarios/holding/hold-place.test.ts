import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, otherPlanner, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

describe('a care broker keeps a place for a child', () => {
  let hub: TestHub;
  let scene: HoldScene;
  let caseIds: string[];

  beforeAll(async () => {
    hub = await startTestHub();
    scene = await openHoldScene(hub);
    caseIds = scene.caseIds;
  });

  afterAll(() => hub.close());

  const asOwner: HoldScene['asOwner'] = (sql, values) => scene.asOwner(sql, values);
  const offerWith: HoldScene['offerWith'] = (...figure) => scene.offerWith(...figure);
  const hold: HoldScene['hold'] = (input, actor) => scene.hold(input, actor);
  const answer: HoldScene['answer'] = (input, actor) => scene.answer(input, actor);
  const step: HoldScene['step'] = (name, holdId, actor) => scene.step(name, holdId, actor);
  const hours = (later: string | null | undefined): number =>
    Math.round((Date.parse(later ?? '') - Date.now()) / 3_600_000);

  it('and nobody else finds it free, before the provider has answered', async () => {
    const offerId = await offerWith(1);
    const { hold: held, codes } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    expect(codes).toEqual([]);
    expect(held).toMatchObject({
      state: 'REQUESTED',
      quantity: 1,
      offer: { id: offerId, availability: { status: 'NO_CAPACITY', available: 0 } },
    });
    expect(hours(held?.expiresAt)).toBe(24);
    const lost = await hold({ caseId: caseIds[1], offerId, quantity: 1 });
    expect(lost).toMatchObject({ hold: null, codes: ['NO_PLACE_LEFT'] });
    expect(lost.errors[0]?.message).toContain('Er is niet genoeg meer vrij');
  });

  it('also when a hundred come for the last place at once, each told so', async () => {
    const offerId = await offerWith(1);
    const asked = Array.from({ length: 100 }, (_, n) => hold({ caseId: caseIds[n % 12], offerId, quantity: 1 }));
    const answers = await Promise.all(asked);
    expect(answers.filter((one) => one.hold !== null)).toHaveLength(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(Array.from({ length: 99 }, () => 'NO_PLACE_LEFT'));
  });

  it('and asks no other subgraph for it', async () => {
    const offerId = await offerWith(1);
    hub.resetCounts();
    await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    expect(hub.subgraphRequests()).toEqual(['capacity']);
  });

  it('and gets the same hold when the same request comes twice, at once or later', async () => {
    const offerId = await offerWith(3);
    const input = { idempotencyKey: randomUUID(), caseId: caseIds[0], offerId, quantity: 1 };
    const both = await Promise.all([hold(input), hold(input)]);
    const [first, second, third] = [...both, await hold(input)];
    expect([second.hold?.id, third.hold?.id]).toEqual([first.hold?.id, first.hold?.id]);
    expect(first.hold?.offer?.availability.available).toBe(2);
    expect((await hold({ ...input, quantity: 2 })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it("until the provider's yes, which gives it a term of its own, and care takes it for good", async () => {
    const offerId = await offerWith(1);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    const holdId = held?.id ?? '';
    expect(await step('convertHold', holdId)).toEqual({ state: null, codes: ['STATE_CONFLICT'] });
    const yes = await answer({ holdId, answer: 'ACCEPT' });
    expect(yes.hold).toMatchObject({ state: 'ACTIVE', refusal: null });
    expect(hours(yes.hold?.expiresAt)).toBe(72);
    expect(await answer({ holdId, answer: 'REFUSE', reason: 'GROUP_MIX' })).toEqual({
      hold: null,
      codes: ['STATE_CONFLICT'],
    });
    expect(await step('convertHold', holdId)).toEqual({ state: 'CONVERTED', codes: [] });
    expect((await hold({ caseId: caseIds[1], offerId, quantity: 1 })).codes).toEqual(['NO_PLACE_LEFT']);
    expect(await step('releaseHold', holdId)).toEqual({ state: 'ENDED', codes: [] });
  });

  it("until the provider's no, even where a place shows free", async () => {
    const offerId = await offerWith(2);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    const input = { idempotencyKey: randomUUID(), holdId: held?.id, answer: 'REFUSE', reason: 'GROUP_MIX', note: null };
    const no = { state: 'REFUSED', expiresAt: null, refusal: { code: 'GROUP_MIX', note: null } };
    expect((await answer(input)).hold).toMatchObject(no);
    expect((await answer(input)).hold).toMatchObject(no);
    expect((await hold({ caseId: caseIds[1], offerId, quantity: 2 })).codes).toEqual([]);
  });

  it.each([
    ['no reason', { answer: 'REFUSE' }, 'BAD_USER_INPUT'],
    ['another reason without words', { answer: 'REFUSE', reason: 'OTHER', note: ' ' }, 'BAD_USER_INPUT'],
    ['a reason for a yes', { answer: 'ACCEPT', reason: 'SAFETY' }, 'BAD_USER_INPUT'],
    ['a BSN', { answer: 'REFUSE', reason: 'OTHER', note: 'zie 123456782' }, 'CONTAINS_BSN'],
    ['a name', { answer: 'REFUSE', reason: 'OTHER', note: 'Kevin past niet in de groep' }, 'CONTAINS_PERSONAL_DATA'],
  ])('whose provider cannot answer with %s', async (_what, input, code) => {
    expect((await answer({ holdId: randomUUID(), ...input })).codes).toEqual([code]);
  });

  it('and lets it go', async () => {
    const offerId = await offerWith(1);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    expect(await step('releaseHold', held?.id ?? '')).toEqual({ state: 'RELEASED', codes: [] });
    expect(await step('releaseHold', held?.id ?? '')).toEqual({ state: null, codes: ['STATE_CONFLICT'] });
    expect((await hold({ caseId: caseIds[1], offerId, quantity: 1 })).hold?.state).toBe('REQUESTED');
  });

  it('only for cases of the own region or organisation that are open', async () => {
    const offerId = await offerWith(3);
    const closed = await caseIdOf(hub, 'FL-26-0062');
    expect((await hold({ caseId: randomUUID(), offerId, quantity: 1 })).codes).toEqual(['NOT_FOUND']);
    expect((await hold({ caseId: closed, offerId, quantity: 1 })).codes).toEqual(['CASE_CLOSED']);
    const elsewhere: Actor = { role: 'care-broker', region: 'region-2' };
    expect((await hold({ caseId: caseIds[0], offerId, quantity: 1 }, elsewhere)).codes).toEqual(['NOT_FOUND']);
    const [restricted] = await asOwner(
      'select id, owner_organisation_id from cases.case_file where is_restricted limit 1',
    );
    expect((await hold({ caseId: restricted?.['id'], offerId, quantity: 1 })).codes).toEqual([]);
    const owner: Actor = { role: 'case-owner', organisation: 'veilig-thuis' };
    expect((await hold({ caseId: caseIds[0], offerId, quantity: 1 }, owner)).codes).toEqual(['NOT_FOUND']);
    expect((await hold({ caseId: restricted?.['id'], offerId, quantity: 1 }, owner)).codes).toEqual(['ALREADY_HELD']);
  });

  it('never by a role that does not place holds, nor answered by one that is not the provider', async () => {
    const offerId = await offerWith(2);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    const placers = ['care-broker', 'case-owner'];
    for (const role of roles.filter((one) => !placers.includes(one))) {
      expect([role, (await hold({ caseId: caseIds[1], offerId, quantity: 1 }, { role })).codes]).toEqual([
        role,
        ['FORBIDDEN'],
      ]);
      expect([role, (await step('releaseHold', held?.id ?? '', { role })).codes]).toEqual([role, ['FORBIDDEN']]);
    }
    for (const role of roles.filter((one) => !one.startsWith('provider-'))) {
      expect([role, (await answer({ holdId: held?.id, answer: 'ACCEPT' }, { role })).codes]).toEqual([
        role,
        ['FORBIDDEN'],
      ]);
    }
    expect((await answer({ holdId: held?.id, answer: 'ACCEPT' }, otherPlanner)).codes).toEqual(['NOT_FOUND']);
    const elsewhere: Actor = { role: 'care-broker', region: 'region-2' };
    expect((await step('releaseHold', held?.id ?? '', elsewhere)).codes).toEqual(['NOT_FOUND']);
  });

  it('of which the provider reads no case, and a competitor nothing', async () => {
    const offerId = await offerWith(2);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    const document = 'query ($id: ID!) { hold(id: $id) { id state offer { id } case { id number } } }';
    const read = async (actor: Actor) => {
      const { data, errors } = await hub.query<{ hold: unknown }>(document, { id: held?.id }, actor);
      return { hold: data.hold, codes: errors.map(({ extensions }) => extensions?.['code']) };
    };
    expect(await read(broker)).toMatchObject({ hold: { case: { id: caseIds[0], number: 'FL-26-0011' } }, codes: [] });
    expect(await read(planner)).toMatchObject({ hold: { state: 'REQUESTED', case: null }, codes: ['FORBIDDEN'] });
    expect(await read(otherPlanner)).toMatchObject({ hold: null, codes: ['NOT_FOUND'] });
    const lists = `query ($caseId: ID!, $offerId: ID!) { holds(first: 1, filter: { offerId: $offerId }) { edges { node { id } } }
      offer(id: $offerId) { holds(first: 1) { edges { node { id } } } } case(id: $caseId) { holds(first: 1) { edges { node { id } } } } }`;
    const { data } = await hub.query<object>(lists, { caseId: caseIds[0], offerId }, broker);
    const list = { edges: [{ node: { id: held?.id } }] };
    expect(data).toEqual({ holds: list, offer: { holds: list }, case: { holds: list } });
    const mine = '{ holds(first: 100) { edges { node { offer { organisation { id } } } } } }';
    const theirs = await hub.query<{ holds: { edges: { node: { offer: { organisation: { id: string } } } }[] } }>(
      mine,
      {},
      planner,
    );
    const organisations = theirs.data.holds.edges.map(({ node }) => node.offer.organisation.id);
    expect(new Set(organisations)).toEqual(new Set([organisationByKey('rietvink').id]));
  });

  it('and reads the holds and waiting lists of many cases in one statement each', async () => {
    const count = async (first: number): Promise<number> => {
      const document = `query ($first: Int!) { cases(first: $first) { edges { node { id
        holds(first: 3) { edges { node { id state offer { id } } } } waitlistEntries(first: 3) { edges { node { id position } } } } } } }`;
      hub.resetCounts();
      expect((await hub.query(document, { first }, broker)).errors).toEqual([]);
      return hub.statements().capacity.filter((sql) => /hold h|waitlist_entry e/.test(sql)).length;
    };
    expect([await count(2), await count(50)]).toEqual([2, 2]);
  });

  it('after a phone call where the figure is stale, which is kept as a report', async () => {
    const offerId = await offerWith(1, 4, '40 days');
    const asked = { caseId: caseIds[0], offerId, quantity: 1 };
    expect((await hold(asked)).codes).toEqual(['FIGURE_STALE']);
    const confirmedByPhone = { spokenWith: 'intaker', calledAt: new Date().toISOString() };
    expect((await hold({ ...asked, confirmedByPhone })).hold).toMatchObject({ state: 'REQUESTED' });
    const document = 'query ($id: ID!) { offer(id: $id) { latestReport { method available maximum } } }';
    const { data } = await hub.query<object>(document, { id: offerId }, broker);
    expect(data).toEqual({ offer: { latestReport: { method: 'PHONED', available: 1, maximum: 4 } } });
  });

  it('and finds it free again when the day to answer has passed, though nobody did anything', async () => {
    const offerId = await offerWith(1);
    const { hold: held } = await hold({ caseId: caseIds[0], offerId, quantity: 1 });
    await hub.database.moveClock('25 hours');
    expect((await answer({ holdId: held?.id, answer: 'ACCEPT' })).codes).toEqual(['STATE_CONFLICT']);
    const { data } = await hub.query<object>('query ($id: ID!) { hold(id: $id) { state } }', { id: held?.id }, broker);
    expect(data).toEqual({ hold: { state: 'EXPIRED' } });
    expect((await hold({ caseId: caseIds[1], offerId, quantity: 1 })).hold?.state).toBe('REQUESTED');
  });
});
