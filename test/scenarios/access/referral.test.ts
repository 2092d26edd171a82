import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisations } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { openReferralScene, type ReadReferral, type ReferralScene } from '../../builders/scenes/referral-scene.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const otherPlanner: Actor = { role: 'provider-planner', organisation: 'waterlelie' };

const everything = `id pseudonym state region ageBand ground madeAt expiresAt withdrawnAt organisation { id name }
  offer { id title organisation { id } holds(first: 5) { edges { node { id groupId } } } } hold { id state quantity groupId createdAt }
  need { rungs heaviestRung sex startByOn durationWeeks hoursPerWeek timeWindows childrenTogether characteristics placeFeatures languages
    legalFrameworks isCrisis }`;
const one = `query ($id: ID!) { referral(id: $id) { ${everything} } }`;

interface CaseFacts {
  readonly number: string;
  readonly birthYear: number;
  readonly ownerOrganisation: { readonly id: string };
}

/** Every scalar of an answer, wherever it stands. */
function scalarsOf(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [value];
  return Object.values(value).flatMap(scalarsOf);
}

describe('a case that is put before a provider', () => {
  let hub: TestHub;
  let scene: ReferralScene;
  let holds: HoldScene;
  let caseId: string;
  let facts: CaseFacts;
  let owner: Actor;

  beforeAll(async () => {
    hub = await startTestHub();
    scene = openReferralScene(hub);
    holds = await openHoldScene(hub);
    caseId = await caseIdOf(hub, 'FL-26-0014');
    const document = 'query ($id: ID!) { case(id: $id) { number birthYear ownerOrganisation { id } } }';
    const { data } = await scene.ask<{ case: CaseFacts }>(document, { id: caseId }, broker);
    facts = data.case;
    const { key } = organisations.find(({ id }) => id === facts.ownerOrganisation.id) ?? { key: '' };
    owner = { role: 'case-owner', organisation: key };
  });
  afterAll(() => hub.close());

  const look = (id: string, actor: Actor) => scene.ask<{ referral: ReadReferral | null }>(one, { id }, actor);
  const answerTo = async (id: string, actor: Actor) => {
    const { status, data, errors } = await look(id, actor);
    return { status, data, errors };
  };

  /** Puts the case before both providers anew, with a hold at the first. */
  async function refer() {
    for (const { id } of await open()) await scene.withdraw(id, owner);
    await scene.agree(caseId, owner);
    const offerId = await holds.offerWith(2);
    const { hold } = await holds.hold({ caseId, offerId });
    const mine = await scene.refer(caseId, 'rietvink', { offerId, holdId: hold?.id });
    const theirs = await scene.refer(caseId, 'waterlelie', {}, owner);
    expect([mine.codes, theirs.codes]).toEqual([[], []]);
    return { mine: mine.id, theirs: theirs.id, holdId: hold?.id, offerId };
  }

  async function open(): Promise<{ id: string }[]> {
    const document = 'query ($id: ID!) { case(id: $id) { referrals { id state } } }';
    const { data } = await scene.ask<{ case: { referrals: { id: string; state: string }[] } }>(
      document,
      { id: caseId },
      broker,
    );
    return data.case.referrals.filter(({ state }) => state === 'OPEN');
  }

  it('is refused until all who must agree have done so, and says whose consent lacks', async () => {
    const { codes, errors } = await scene.refer(caseId, 'rietvink');
    expect([codes, errors[0]?.message]).toEqual([['CONSENT_MISSING'], expect.stringContaining('YOUTH')]);
  });

  it('is read by its planner and its system, with the hold and the offer that capacity knows', async () => {
    const { mine, holdId, offerId } = await refer();
    for (const actor of [planner, system]) {
      const { data, codes } = await look(mine, actor);
      expect(codes).toEqual([]);
      expect(data.referral).toMatchObject({
        pseudonym: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
        region: 'Flevoland',
        organisation: { name: 'Rietvink Jeugdhulp' },
        offer: { id: offerId },
        hold: { id: holdId, state: 'REQUESTED' },
        need: { rungs: expect.any(Array) },
      });
    }
  });

  it('tells its provider nothing that leads to the child, its owner or another provider', async () => {
    const { mine, theirs } = await refer();
    const { data } = await look(mine, planner);
    const secret = [caseId, facts.number, String(facts.birthYear), facts.ownerOrganisation.id, theirs];
    const told = JSON.stringify(data);
    for (const text of secret) expect(told).not.toContain(text);
    for (const beyond of ['case { id }', 'case { number }', 'case { referrals { id } }']) {
      const { data: nothing, codes } = await scene.ask<object>(
        `query ($id: ID!) { referral(id: $id) { ${beyond} } }`,
        { id: mine },
        planner,
      );
      expect([nothing, codes]).toEqual([{ referral: { case: null } }, ['FORBIDDEN']]);
    }
  });

  it('shares nothing between the answers to two providers but the coded need and what many children have', async () => {
    const { mine, theirs } = await refer();
    const [first, second] = [
      (await look(mine, planner)).data.referral,
      (await look(theirs, otherPlanner)).data.referral,
    ];
    const common = new Set(['need', 'state', 'region', 'ageBand', 'ground']);
    const own = (referral: ReadReferral | null): unknown[] =>
      scalarsOf(Object.fromEntries(Object.entries(referral ?? {}).filter(([field]) => !common.has(field))));
    const known = new Set(own(first));
    expect(known.size).toBeGreaterThan(6);
    expect(own(second).filter((value) => value !== null && known.has(value))).toEqual([]);
    expect(first?.pseudonym).not.toBe(second?.pseudonym);
  });

  it('is for another provider exactly what does not exist', async () => {
    const { mine } = await refer();
    const nothing = await answerTo(randomUUID(), otherPlanner);
    expect(nothing).toMatchObject({ status: 200, data: { referral: null } });
    expect(await answerTo(mine, otherPlanner)).toEqual(nothing);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['the referral is withdrawn', (id) => scene.withdraw(id, broker)],
    ['somebody withdraws consent', () => scene.withdrawConsent(caseId, 'PARENT', owner)],
  ])('is gone at the next request once %s', async (_what, end) => {
    const { mine } = await refer();
    expect((await look(mine, planner)).data.referral?.id).toBe(mine);
    await end(mine);
    expect(await answerTo(mine, planner)).toEqual(await answerTo(randomUUID(), planner));
    const { data } = await scene.ask<{ referrals: { edges: { node: { id: string } }[] } }>(
      '{ referrals(first: 100) { edges { node { id } } } }',
      {},
      planner,
    );
    expect(data.referrals.edges.map(({ node }) => node.id)).not.toContain(mine);
  });

  it('is put there once, however often the request comes', async () => {
    for (const { id } of await open()) await scene.withdraw(id, owner);
    await scene.agree(caseId, owner);
    const idempotencyKey = randomUUID();
    const first = await scene.refer(caseId, 'rietvink', { idempotencyKey });
    const again = await scene.refer(caseId, 'rietvink', { idempotencyKey });
    expect([first.step?.isReplay, again.step?.isReplay, again.id]).toEqual([false, true, first.id]);
    expect(await open()).toHaveLength(1);
  });

  it('is linked again by the broker whom the provider phones, and by nobody else', async () => {
    const { mine } = await refer();
    const pseudonym = (await look(mine, planner)).data.referral?.pseudonym;
    const document =
      'query ($said: String) { referrals(filter: { pseudonym: $said }) { edges { node { case { id } } } } }';
    type Found = { referrals: { edges: { node: { case: { id: string } | null } }[] } };
    const { data } = await scene.ask<Found>(document, { said: pseudonym?.replace('-', ' ') }, broker);
    expect(new Set(data.referrals.edges.map(({ node }) => node.case?.id))).toEqual(new Set([caseId]));
    const other = await scene.ask<Found>(document, { said: pseudonym }, otherPlanner);
    expect(other.data.referrals.edges).toEqual([]);
  });

  it.each<[string, Actor]>([
    ['provider-planner', planner],
    ['provider-system', system],
    ['ret-member', { role: 'ret-member' }],
    ['analyst', { role: 'analyst' }],
    ['privacy-officer', { role: 'privacy-officer' }],
    ['operator', { role: 'operator' }],
  ])('is put before nobody by a %s', async (_role, actor) => {
    expect((await scene.refer(caseId, 'rietvink', {}, actor)).codes).toEqual(['FORBIDDEN']);
  });

  it('lets the family be told which provider read of it, and who tried', async () => {
    const { mine } = await refer();
    await look(mine, planner);
    await look(mine, otherPlanner);
    const document = `query ($id: ID!) { caseAccesses(caseId: $id, first: 2) { edges { node { event isGranted organisation { name } } } } }`;
    const { data } = await scene.ask<{ caseAccesses: { edges: { node: object }[] } }>(document, { id: caseId }, owner);
    expect(data.caseAccesses.edges.map(({ node }) => node)).toEqual([
      { event: 'REFERRAL_READ', isGranted: false, organisation: { name: expect.stringMatching(/Waterlelie/) } },
      { event: 'REFERRAL_READ', isGranted: true, organisation: { name: 'Rietvink Jeugdhulp' } },
    ]);
  });

  it('lies there for the days that are configured, and not a minute longer', async () => {
    const { mine } = await refer();
    await hub.database.moveClock('27 days 23 hours');
    expect((await look(mine, planner)).data.referral?.id).toBe(mine);
    await hub.database.moveClock('2 hours');
    expect(await answerTo(mine, planner)).toEqual(await answerTo(randomUUID(), planner));
    expect((await look(mine, broker)).data.referral).toMatchObject({ state: 'EXPIRED' });
  });
});
