import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import * as vocabulary from '../../vocabulary/scalars.js';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const brokerToken = await token();

const supergraph = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');

let gateway: TestGateway;
let asked = 0;
beforeAll(async () => {
  gateway = await openTestGateway({ supergraph, onSubgraphRequest: () => (asked += 1) });
});
afterAll(() => gateway.close());

describe('the scalars of the hub', () => {
  const need = { birthYear: 2014, municipalityCode: '0995' };

  it.each([
    ['need.municipalityCode', 'vier cijfers (four digits)', { ...need, municipalityCode: 'SECRET' }],
    ['need.nearPostcode4', 'vier cijfers (four digits)', { ...need, nearPostcode4: 'SECRET' }],
    ['need.startByOn', 'een dag (a day): 2027-01-31', { ...need, startByOn: '2027-13-45' }],
    ['need.languages.1', 'een taal (a language): nl', { ...need, languages: ['nl', 'SECRET LANGUAGE'] }],
  ])('are checked before a subgraph is asked: %s', async (field, expected, value) => {
    const query = 'query($need: NeedInput!) { options(need: $need) { offersConsidered } }';
    const { status, errors } = await gateway.ask(query, { need: value });
    expect({ status, asked }).toEqual({ status: 400, asked: 0 });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field, expected }]);
    expect(JSON.stringify(errors)).not.toContain('SECRET');
  });

  it('are checked also where they stand in the document', async () => {
    const query = '{ options(need: { birthYear: 2014, municipalityCode: "SECRET" }) { offersConsidered } }';
    const { status, errors } = await gateway.ask(query);
    expect({ status, asked }).toEqual({ status: 400, asked: 0 });
    expect(errors).toMatchObject([{ locations: [{ line: 1 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(JSON.stringify(errors)).not.toContain('SECRET');
  });

  it('are all in the vocabulary', async () => {
    const response = await fetch(`${gateway.url}/schema.graphql`, {
      headers: { authorization: `Bearer ${brokerToken}` },
    });
    const types = Object.values(buildSchema(await response.text()).getTypeMap());
    const names = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(4);
    expect(Object.values(vocabulary).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});
