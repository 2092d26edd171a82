import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import type { Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

const seekers: readonly Actor[] = [{ role: 'care-broker' }, { role: 'case-owner' }, { role: 'ret-member' }];
const own: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const foreign: Actor = { role: 'provider-planner', organisation: 'waterlelie' };
const siteName = 'Schuilhuis Dorpsstraat';

interface OfferAnswer {
  offer: { placeFeatures: string[]; municipality: object | null; site: { name: string } | null } | null;
}

interface Found {
  options: {
    edges: {
      distanceToHomeKm: number | null;
      distanceToSchoolKm: number | null;
      reasons: { code: string }[];
      node: { id: string };
    }[];
    excluded: { code: string; offers: { nodes: { id: string }[] } }[];
  };
}

describe('an offer in a place that must stay secret', () => {
  let hub: TestHub;
  let offerId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    offerId = await withClient(hub.database.url('owner'), async (client) => {
      const { rows } = await client.query<{ id: string; site_id: string }>(
        `update capacity.offer set place_features = '{SECRET_LOCATION}', working_area = '{0995}', rung = 'FAMILY_HOME', age_min = 0, age_max = 18,
           sex = null, legal_frameworks = '{VOLUNTARY}', exclusions = '{}', target_groups = '{}', home_rung = null
         where id = (select id from capacity.offer where organisation_id = $1 and retired_at is null order by id limit 1)
         returning id, site_id`,
        [organisationByKey('rietvink').id],
      );
      await client.query(`update capacity.site set name = $2 where id = $1`, [rows[0]?.site_id, siteName]);
      return rows[0]?.id ?? '';
    });
  });
  afterAll(() => hub.close());

  const look = (actor: Actor) =>
    hub.query<OfferAnswer>(
      'query ($id: ID!) { offer(id: $id) { placeFeatures municipality { name } site { name } } }',
      { id: offerId },
      actor,
    );

  const search = async (asked: object) => {
    const document = `query ($need: NeedInput!) { options(need: $need, first: 100) {
      edges { distanceToHomeKm distanceToSchoolKm reasons { code } node { id } } excluded { code offers { nodes { id } } } } }`;
    const need = { municipalityCode: '0995', birthYear: 2014, rungs: ['FAMILY_HOME'], ...asked };
    const { data, errors } = await hub.query<Found>(document, { need }, seekers[0]);
    expect(errors).toEqual([]);
    const excludedBy = data.options.excluded.find(({ offers }) => offers.nodes.some(({ id }) => id === offerId))?.code;
    return { found: data.options.edges.find(({ node }) => node.id === offerId), excludedBy };
  };

  it.each(seekers)('is told to a $role without where it is', async (actor) => {
    const { data } = await look(actor);
    expect(data.offer).toEqual({ placeFeatures: ['SECRET_LOCATION'], municipality: null, site: null });
  });

  it('is told whole to its own provider, and not at all to another', async () => {
    expect((await look(own)).data.offer).toMatchObject({ municipality: expect.anything(), site: { name: siteName } });
    const { data, errors } = await look(foreign);
    expect([data.offer, errors[0]?.extensions?.['code']]).toEqual([null, 'NOT_FOUND']);
  });

  it('is found by no distance, wherever the search stands', async () => {
    for (const postcode4 of ['8232', '1315', '8302']) {
      const { found, excludedBy } = await search({
        nearPostcode4: postcode4,
        schoolPostcode4: postcode4,
        maxDistanceKm: 1,
      });
      expect(excludedBy).toBeUndefined();
      expect(found).toMatchObject({ distanceToHomeKm: null, distanceToSchoolKm: null });
      const codes = found?.reasons.map(({ code }) => code);
      expect(codes).toContain('DISTANCE_UNKNOWN');
      expect(codes).not.toContain('NEAR_HOME');
    }
  });
});
