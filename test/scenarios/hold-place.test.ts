import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operation } from '../../infra/answer/ask-hub.js';
import { withClient } from '../../infra/database/client.js';
import { roles } from '../../platform/caller.js';
import { broker, type Actor } from '../actors.js';
import { caseIdOf, startTestHub, type HubAnswer, type TestHub } from '../hub.js';

interface Held {
  id: string;
  state: string;
  quantity: number;
  expiresAt: string | null;
  offer: { id: string; availability: { status: string; available: number | null } } | null;
}

interface Offering {
  readonly id: string;
  readonly organisationId: string;
}

const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const otherPlanner: Actor = { role: 'provider-planner', organisation: 'waterlelie' };

describe('a care broker keeps a place for a child', () => {
  let hub: TestHub;
  let caseIds: string[];
  let offers: Offering[];
  let next = 0;

  beforeAll(async () => {
    hub = await startTestHub();
    const numbers = Array.from({ length: 12 }, (_, index) => `FL-26-00${index + 11}`);
    caseIds = await Promise.all(numbers.map((number) => caseIdOf(hub, number)));
    const document = '{ offers(first: 20) { edges { node { id organisation { id } } } } }';
    const { data } = await hub.query<{ offers: { edges: { node: { id: string; organisation: { id: string } } }[] } }>(
      document,
      {},
      planner,
    );
    offers = data.offers.edges.map(({ node }) => ({ id: node.id, organisationId: node.organisation.id }));
  });

  afterAll(() => hub.close());

  const asOwner = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    withClient(hub.database.url('owner'), async (client) => (await client.query(sql, values)).rows as never);

  /** One of the provider's offers, nothing of it held, with so many places free by a figure of that age. */
  async function offerWith(available: number, maximum = 6, age = '1 minute'): Promise<string> {
    const offerId = offers[next++ % offers.length]?.id ?? '';
    await asOwner(
      `update capacity.hold set ended_at = hub_now(), ended_as = 'RELEASED' where offer_id = $1 and ended_at is null`,
      [offerId],
    );
    await asOwner('delete from capacity.closure where offer_id = $1', [offerId]);
    await asOwner('delete from capacity.capacity_report where offer_id = $1', [offerId]);
    await asOwner(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select id, 1, hub_now() - $4::interval, 'test', 'MACHINE', case when $2::int > 0 then 'HAS_CAPACITY' else 'NO_CAPACITY' end, $2, $3, unit
       from capacity.offer where id = $1`,
      [offerId, available, maximum, age],
    );
    return offerId;
  }

  async function ask<D>(document: string, input: object, actor: Actor): Promise<HubAnswer<D> & { codes: unknown[] }> {
    const { status, data, errors } = await hub.query<D>(
      document,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    return { status, data, errors, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }

  const hold = async (input: object, actor: Actor = broker) => {
    const { data, codes, errors } = await ask<{ holdPlace: { hold: Held } | null }>(
      operation('hold-place'),
      input,
      actor,
    );
    return { hold: data.holdPlace?.hold ?? null, codes, errors };
  };
  const answer = async (input: object, actor: Actor = planner) => {
    type Answered = Held & { refusal: { code: string; note: string | null } | null };
    const { data, codes } = await ask<{ answerHold: { hold: Answered } | null }>(
      operation('answer-hold'),
      input,
      actor,
    );
    return { hold: data.answerHold?.hold ?? null, codes };
  };
  const step = async (name: 'releaseHold' | 'convertHold', holdId: string, actor: Actor = broker) => {
    const document = `mutation ($input: HoldStepInput!) { ${name}(input: $input) { hold { id state } } }`;
    const { data, codes } = await ask<Record<string, { hold: { state: string } } | null>>(document, { holdId }, actor);
    return { state: data[name]?.hold.state ?? null, codes };
  };
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
    expect(new Set(organisations)).toEqual(new Set([offers[0]?.organisationId]));
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

  describe('for brothers and sisters', () => {
    const document = `mutation ($input: HoldPlacesInput!) { holdPlaces(input: $input) { holds { state groupId } } }`;
    const holdAll = async (places: object[], actor: Actor = broker) => {
      type Answer = { holdPlaces: { holds: { state: string; groupId: string }[] } | null };
      const { data, codes, errors } = await ask<Answer>(document, { places }, actor);
      return { holds: data.holdPlaces?.holds ?? null, codes, refusal: errors[0]?.extensions };
    };

    it('all together, or none', async () => {
      const [one, other] = [await offerWith(1), await offerWith(1)];
      const [first, second, third] = caseIds;
      const both = [
        { caseId: first, offerId: one, quantity: 1 },
        { caseId: second, offerId: other, quantity: 1 },
      ];
      const { holds } = await holdAll(both);
      expect(holds?.map(({ state }) => state)).toEqual(['REQUESTED', 'REQUESTED']);
      expect(holds?.[0]?.groupId).toBe(holds?.[1]?.groupId);
      const free = await offerWith(1);
      const asked = [
        { caseId: third, offerId: free, quantity: 1 },
        { caseId: third, offerId: other, quantity: 1 },
      ];
      expect(await holdAll(asked)).toMatchObject({
        holds: null,
        refusal: { code: 'PLACES_NOT_HELD', field: 'places.1', reason: 'NO_PLACE_LEFT' },
      });
      expect((await hold({ caseId: first, offerId: free, quantity: 1 })).codes).toEqual([]);
    });

    it('and two that cross in opposite order end in one winner each time, never in an error of the database', async () => {
      const [one, other] = [await offerWith(6), await offerWith(6)];
      const pairs = Array.from({ length: 12 }, (_, index) => {
        const asked = [one, other].map((offerId) => ({ caseId: caseIds[index], offerId, quantity: 1 }));
        return holdAll(index % 2 === 0 ? asked : asked.reverse());
      });
      const answers = await Promise.all(pairs);
      expect(answers.filter(({ holds }) => holds?.length === 2)).toHaveLength(6);
      expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['PLACES_NOT_HELD']));
    });
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
