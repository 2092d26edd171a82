import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getVariableValues,
  Kind,
  parse,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { checkCost, type Cost } from './check-cost.js';

const schema = buildSchema(`
  interface Named { name: String  teams(first: Int! = 20): TeamConnection }
  input Row { key: String }  input Rows { reports: [Row!]!  tags: [String!] }
  type Mutation { publish(input: Rows!): Published }
  type Published { results: [Result!]! }  type Result { reason: Reason  organisation: Organisation }
  type Query { organisations(first: Int! = 20): OrganisationConnection  organisation: Organisation  named: Named
    offer(id: ID!): Team  offers(ids: [ID!]): Team  search(input: Search): Team }
  input Search { caseId: ID  within: [Search!]  text: String }
  type OrganisationConnection { edges: [OrganisationEdge!]!  excluded: [Reason!]! }
  type OrganisationEdge { node: Organisation }
  type Organisation implements Named { partners: [Organisation!]! id: ID  name: String  reasons: [Reason!]!  teams(first: Int! = 20): TeamConnection }
  type TeamConnection { edges: [TeamEdge!]! }
  type TeamEdge { node: Team }
  type Team { name: String  host: Organisation  twin(id: ID): Team }
  type Reason { text: String }`);

function costOf(source: string, variables: Record<string, unknown> = {}): Cost {
  const { definitions } = parse(source);
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  if (!operation) throw new Error('an operation');
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? {};
  return checkCost({
    schema,
    operation,
    fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])),
    variables: values,
  });
}

function refused(source: string, variables: Record<string, unknown> = {}): unknown {
  try {
    costOf(source, variables);
    return null;
  } catch (error) {
    return (error as { extensions: unknown }).extensions;
  }
}

const tooMuch = { code: 'QUERY_TOO_LARGE', measure: 'cost' };
const teams = 'teams(first: 100) { edges { node { name } } }';

describe('the cost of an operation', () => {
  it.each([
    [
      'one page of a hundred with lists of their own',
      '{ organisations(first: 100) { edges { node { id reasons { text } } } excluded { text } } }',
    ],
    ['a page of twenty pages of a hundred', `{ organisations { edges { node { ${teams} } } } }`],
    ['lists in lists', '{ organisation { partners { partners { name } } } }'],
    ['the schema itself', '{ __schema { types { fields { args { type { ofType { ofType { name } } } } } } } }'],
    ['a field that is not there: another rule says so', '{ nothing { more } }'],
  ])('is within the limit for %s', (_what, source) => {
    expect(refused(source)).toBeNull();
  });

  it.each([
    ['a page of a hundred pages of a hundred', `{ organisations(first: 100) { edges { node { ${teams} } } } }`],
    [
      'the same in a fragment',
      `{ organisations(first: 100) { edges { node { ...F } } } } fragment F on Organisation { ${teams} }`,
    ],
    ['the same under an interface', `{ organisations(first: 100) { edges { node { ... on Named { ${teams} } } } } }`],
    [
      'the same field under many names',
      `{ organisations(first: 100) { edges { node { ${Array.from({ length: 5 }, (_, i) => `r${i}: reasons { text }`).join(' ')} } } } }`,
    ],
    ['lists in lists in lists', '{ organisation { partners { partners { partners { name } } } } }'],
    [
      'lists in lists through other things',
      '{ organisation { teams(first: 80) { edges { node { host { teams(first: 80) { edges { node { name } } } } } } } } }',
    ],
  ])('is refused for %s', (_what, source) => {
    expect(refused(source)).toEqual(tooMuch);
  });

  it('counts the size of a page that a variable gives, or its default', () => {
    const source = (type: string) =>
      `query ($n: ${type}) { organisations(first: $n) { edges { node { teams(first: $n) { edges { node { name } } } } } } }`;
    expect(refused(source('Int!'), { n: 100 })).toEqual(tooMuch);
    expect(refused(source('Int!'), { n: 20 })).toBeNull();
    expect(refused(source('Int = 100'))).toEqual(tooMuch);
    expect(refused(source('Int'))).toBeNull();
  });

  describe('of a mutation', () => {
    const rows = (count: number) => ({ input: { reports: Array.from({ length: count }, () => ({ key: 'a' })) } });
    const publish = (asked: string) => `mutation ($input: Rows!) { publish(input: $input) { results { ${asked} } } }`;

    it('counts a result for each item that it was given', () => {
      expect(refused(publish('reason { text } organisation { name }'), rows(500))).toBeNull();
      expect(refused(publish('organisation { teams(first: 10) { edges { node { name } } } }'), rows(500))).toEqual(
        tooMuch,
      );
      expect(refused(publish('organisation { teams(first: 10) { edges { node { name } } } }'), rows(50))).toBeNull();
    });

    it('counts lists within a result like any other', () => {
      expect(refused(publish('organisation { reasons { text } }'), rows(400))).toBeNull();
    });
  });

  it.each([
    ['a page size', 'query ($n: Int) { organisations(first: $n) { edges { node { id } } } }', 'n'],
    ['a condition', 'query ($n: Boolean = true) { organisation { id @include(if: $n) } }', 'n'],
  ])('cannot be told when %s is null, which is a mistake of the asker', (_what, source, name) => {
    expect(refused(source, { [name]: null })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the objects that an operation names', () => {
  it.each([
    ['none', '{ organisations { edges { node { id } } } }', {}, 0],
    ['one in the document', '{ offer(id: "1") { name } }', {}, 1],
    ['each alias, also of one object', '{ a: offer(id: "1") { name } b: offer(id: "1") { name } }', {}, 2],
    ['each of a list', 'query($ids: [ID!]) { offers(ids: $ids) { name } }', { ids: ['1', '2', '3'] }, 3],
    [
      'those within an input',
      '{ search(input: { caseId: "1", within: [{ caseId: "2" }, { text: "x" }] }) { name } }',
      {},
      2,
    ],
    [
      'in a fragment as often as it is spread',
      '{ a: named { ...F } b: named { ...F } } fragment F on Organisation { teams { edges { node { twin(id: "1") { name } } } } }',
      {},
      40,
    ],
    [
      'below a page once for each of its rows',
      '{ organisations(first: 30) { edges { node { teams(first: 10) { edges { node { twin(id: "1") { name } } } } } } } }',
      {},
      300,
    ],
    [
      'an argument that was left out',
      '{ organisation { teams(first: 1) { edges { node { twin { name } } } } } }',
      {},
      0,
    ],
  ])('are counted: %s', (_what, source, variables, objects) => {
    expect(costOf(source, variables).objects).toBe(objects);
  });
});
