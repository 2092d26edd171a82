import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
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
});
