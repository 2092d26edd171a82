import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { checkVariables } from './check-variables.js';

const schema = buildSchema('type Query { changes(cursor: String, first: Int! = 20): Int }');
const [operation] = parse('query ($cursor: String, $first: Int! = 100) { changes(cursor: $cursor, first: $first) }')
  .definitions as OperationDefinitionNode[];

describe('the variables of an operation', () => {
  it.each([
    [{}, { first: 100 }],
    [{ first: 5 }, { first: 5 }],
    [{ cursor: null }, { cursor: null, first: 100 }],
    [
      { cursor: 'x', other: 'y' },
      { cursor: 'x', first: 100 },
    ],
  ])('%j are %j: what was left out stays out', (given, values) => {
    const checked = checkVariables(schema, operation?.variableDefinitions ?? [], given);
    expect(Object.entries(checked)).toEqual(Object.entries(values));
  });
});
