import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { checkInputScalars } from '../federation/input-scalars.js';
import { betrayals, patternsIn } from '../testing/guesser/betrayals.js';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { canary, namesIn, wrongDocuments } from '../testing/guesser/wrong-documents.js';
import { wrongVariables, type Asked } from '../testing/guesser/wrong-variables.js';

const brokerToken = await token();

const supergraph = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
const atATime = 20;

let gateway: TestGateway;
let schema: GraphQLSchema;
let names: ReadonlySet<string>;
let asked = 0;

beforeAll(async () => {
  gateway = await openTestGateway({ supergraph, introspection: false, onSubgraphRequest: () => (asked += 1) });
  const response = await fetch(`${gateway.url}/schema.graphql`, {
    headers: { authorization: `Bearer ${brokerToken}` },
  });
  schema = buildSchema(await response.text());
  names = namesIn(schema);
});
afterAll(() => gateway.close());

/** What each request was told more than it said; of all of them, nothing. */
async function betrayed(requests: readonly Partial<Asked>[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let first = 0; first < requests.length; first += atATime) {
    const some = requests.slice(first, first + atATime).map(async (request) => {
      const body = JSON.stringify(request);
      const response = await gateway.post(body);
      const answer = await response.text();
      const faults = [...betrayals(body, answer, names), ...(response.status === 400 ? [] : [response.status])];
      if (faults.length > 0) found.push({ ...request, faults });
    });
    await Promise.all(some);
  }
  return found.slice(0, 5);
}

describe('who guesses at the schema is told nothing', () => {
  it('by a name, argument, code or literal that is wrong in a document', async () => {
    const documents = wrongDocuments(schema);
    expect(documents.length).toBeGreaterThan(2_000);
    expect(await betrayed(documents.map((query) => ({ query })))).toEqual([]);
  });

  it('by a variable that does not fit, wherever in it', async () => {
    const requests = wrongVariables(schema);
    expect(requests.length).toBeGreaterThan(500);
    expect(await betrayed(requests)).toEqual([]);
    expect(asked).toBe(0);
  });

  it.each([
    'queryy { __typename }',
    'query @deprecated { __typename }',
    'query @skip { __typename }',
    'query @aa { __typename }',
    '{ __typename @aa:aa }',
    '{ __typename @skip(if: "Kanarie7f3c") }',
    '{ __typename ',
    '{ }',
    '',
    'aaaa',
    'subscription { __typename }',
    'query ($a: [:Int]) { __typename }',
    '{ alias1$1: __typename }',
    'fragment F on Query { __typename }',
    '{ __schema { types { name fields { name } } } }',
    '{ __type(name: "Query") { fields { name } } }',
    'query a { __typename } query a { __typename }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ])('nor which server this is: %j', async (query) => {
    expect(await betrayed([{ query }])).toEqual([]);
  });
});

describe('who asks for more than the answer gets the answer alone', () => {
  it.each([
    ['a trace', { 'apollo-federation-include-trace': 'ftv1' }],
    ['a trace of old', { 'x-apollo-tracing': '1' }],
    ['the plan', { 'apollo-query-plan-experimental': '1' }],
    ['the plan as the router gives it', { 'apollo-expose-query-plan': 'true' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
  ])('%s', async (_what, headers: Record<string, string>) => {
    const response = await gateway.post('{"query":"{ __typename }"}', headers);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(
      [...response.headers.keys()].filter((key) => /apollo|trac|plan|powered|server|allow-origin/.test(key)),
    ).toEqual([]);
  });
});

describe('the guesser of this test', () => {
  it('would learn from what graphql-js says of each of these documents', () => {
    checkInputScalars(schema);
    const said = wrongDocuments(schema).map((query) => ({
      query,
      messages: validate(schema, parse(query)).map(({ message }) => message),
    }));
    expect(said.filter(({ messages }) => patternsIn(messages.join('\n')).length === 0)).toEqual([]);
  });

  it.each([
    {
      message: 'De waarde van "a" is niet geldig: LocalDate.',
      extensions: { code: 'BAD_USER_INPUT', field: 'a', expected: 'LocalDate' },
    },
    { message: `Onbekend: ${canary}` },
    { message: 'Cannot query field "x" on type "Offer".' },
  ])('sees what is told in %j', (error) => {
    expect(betrayals('{}', JSON.stringify({ errors: [error] }), names)).not.toEqual([]);
  });
});
