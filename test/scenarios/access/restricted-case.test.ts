import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene } from '../../builders/scenes/hold-scene.js';
import { openReferralScene } from '../../builders/scenes/referral-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Option {
  node: { id: string };
  distanceToHomeKm: number | null;
}

interface RestrictedCase {
  postcode4: string | null;
  need: { nearPostcode4: string | null };
  options: { edges: Option[] };
}

/** Veilig Thuis brings the cases of families in danger. */
const owner: Actor = { role: 'case-owner', organisation: 'veilig-thuis' };

describe('help for a child at a secret location', () => {
  let hub: TestHub;
  let id: string;

  async function find(actor: Actor): Promise<RestrictedCase> {
    const document = `query ($id: ID!) { case(id: $id) {
      postcode4 need { nearPostcode4 } options(first: 100) { edges { distanceToHomeKm node { id } } } } }`;
    const { data, errors } = await hub.query<{ case: RestrictedCase | null }>(document, { id }, actor);
    expect(errors).toEqual([]);
    if (!data.case) throw new Error('no case');
    return data.case;
  }

  beforeAll(async () => {
    hub = await startTestHub();
    const document = '{ cases(first: 100) { edges { node { id isRestricted } } } }';
    const { data } = await hub.query<{ cases: { edges: { node: { id: string; isRestricted: boolean } }[] } }>(
      document,
      {},
      owner,
    );
    id = data.cases.edges.find(({ node }) => node.isRestricted)?.node.id ?? '';
  });

  afterAll(() => hub.close());

  it('is sought near the home by the organisation that brought the case', async () => {
    const { postcode4, need, options } = await find(owner);
    expect(postcode4).toMatch(/^[0-9]{4}$/);
    expect(need.nearPostcode4).toBe(postcode4);
    expect(options.edges.every(({ distanceToHomeKm }) => distanceToHomeKm !== null)).toBe(true);
  });

  it('is sought by a broker without postcodes and without distances, from which they would follow', async () => {
    const { postcode4, need, options } = await find(broker);
    expect([postcode4, need.nearPostcode4]).toEqual([null, null]);
    expect(options.edges.length).toBeGreaterThan(0);
    expect(options.edges.filter(({ distanceToHomeKm }) => distanceToHomeKm !== null)).toEqual([]);
  });

  it('tells a broker its postcodes by no other way: a list, a hold, a referral, or a filter that would say yes or no', async () => {
    const [scene, holds] = [openReferralScene(hub), await openHoldScene(hub)];
    const { postcode4 } = await find(owner);
    await scene.agree(id, owner, ['YOUTH', 'PARENT']);
    const offerId = await holds.offerWith(1);
    const { hold } = await holds.hold({ caseId: id, offerId }, owner);
    const { id: referralId } = await scene.refer(id, 'rietvink', { offerId, holdId: hold?.id }, owner);
    const told = 'id postcode4 need { nearPostcode4 schoolPostcode4 maxDistanceKm }';
    const document = `query ($hold: ID!, $referral: ID!) {
      cases(first: 100) { edges { node { ${told} } } } hold(id: $hold) { case { ${told} } } referral(id: $referral) { case { ${told} } } }`;
    const variables = { hold: hold?.id, referral: referralId };
    type Told = { id: string; postcode4: string | null; need: object };
    const ask = async (actor: Actor): Promise<Told[]> => {
      const { data, codes } = await scene.ask<{
        cases: { edges: { node: Told }[] };
        hold: { case: Told };
        referral: { case: Told };
      }>(document, variables, actor);
      expect(codes).toEqual([]);
      const listed = data.cases.edges.map(({ node }) => node).filter((one) => one.id === id);
      return [...listed, data.hold.case, data.referral.case];
    };
    expect((await ask(owner)).map((one) => one.postcode4)).toEqual([postcode4, postcode4, postcode4]);
    const places = (await ask(broker)).map((one) => [one.postcode4, one.need]);
    const nothing = [null, expect.objectContaining({ nearPostcode4: null, schoolPostcode4: null })];
    expect(places).toEqual([nothing, nothing, nothing]);
    for (const filter of ['postcode4', 'nearPostcode4', 'schoolPostcode4']) {
      const { codes } = await scene.ask(
        `{ cases(filter: { ${filter}: "${postcode4 ?? ''}" }) { edges { node { id } } } }`,
        {},
        broker,
      );
      expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  it('is put before a provider by the organisation that brought the case, never by a broker', async () => {
    const scene = openReferralScene(hub);
    expect((await scene.refer(id, 'waterlelie')).codes).toEqual(['CASE_RESTRICTED']);
    await scene.agree(id, owner, ['YOUTH', 'PARENT']);
    expect((await scene.refer(id, 'waterlelie', {}, owner)).codes).toEqual([]);
  });
});
