import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Found {
  readonly networks: {
    readonly edges: {
      node: {
        name: string;
        coordinatingMunicipality: { name: string };
        municipalities: unknown[];
        functions: string[];
        teams: { name: string; kind: string }[];
      };
    }[];
  } | null;
}

describe('the networks of a municipality', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  const find = async (filter: object, actor: Actor = broker) => {
    const { data, errors } = await hub.query<Found | null>(committedDocument('networks'), { filter }, actor);
    const found = data?.networks?.edges.map(({ node }) => node) ?? [];
    return { found, codes: errors.map(({ extensions }) => extensions?.['code']) };
  };

  it('are the expertise network, which Utrecht coordinates, and that of the RET, with its team of today alone', async () => {
    const { found } = await find({ municipalityCode: '0995', function: 'ORGANISE_HELP' });
    expect(
      found.map(({ coordinatingMunicipality, municipalities }) => [
        coordinatingMunicipality.name,
        municipalities.length,
      ]),
    ).toEqual([
      ['Utrecht', 32],
      ['Almere', 6],
    ]);
    expect(found[1]?.teams).toMatchObject([{ name: 'RET 2.0 (voorbeeld)', kind: 'RET_2_0' }]);
    expect(found[0]?.teams.every(({ kind }) => kind === 'EXPERT_TEAM')).toBe(true);
    expect((await find({ municipalityCode: '0344' })).found).toHaveLength(1);
  });

  it('are read by a planner, and refused to an analyst and a privacy officer', async () => {
    const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
    expect((await find({}, planner)).found).toHaveLength(3);
    for (const role of ['analyst', 'privacy-officer'] as const)
      expect(await find({}, { role })).toEqual({ found: [], codes: ['FORBIDDEN'] });
  });

  it('name a team that ended nowhere: it is found by a day of its time, and names its successor', async () => {
    const teams = async (filter: object) => {
      const document =
        'query ($filter: TeamFilter) { teams(filter: $filter) { edges { node { name successor { name } } } } }';
      const { data } = await hub.query<{ teams: { edges: { node: object }[] } }>(document, { filter }, broker);
      return data.teams.edges.map(({ node }) => node);
    };
    expect(await teams({ kinds: ['ACCELERATION'] })).toEqual([]);
    expect(await teams({ kinds: ['ACCELERATION'], activeOn: '2023-12-31' })).toEqual([
      { name: 'Versnellingsteam (voorbeeld)', successor: { name: 'RET 2.0 (voorbeeld)' } },
    ]);
  });
});
