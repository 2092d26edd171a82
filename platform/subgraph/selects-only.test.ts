import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphqlSync, type GraphQLResolveInfo } from 'graphql';
import { selectsOnly } from './selects-only.js';

const schema = buildSchema(`
  type Query { offer: Offer }
  type Offer { id: ID, title: String, availability: Availability }
  type Availability { available: Int }`);

/** Whether an operation asks no more of the offer than its id and its availability. */
function asksKeyOnly(source: string): boolean {
  const answers: boolean[] = [];
  const offer = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): object => {
    answers.push(selectsOnly(info, new Set(['id', 'availability'])));
    return {};
  };
  const { errors } = graphqlSync({ schema, source, rootValue: { offer } });
  expect(errors).toBeUndefined();
  expect(answers).toHaveLength(1);
  return answers[0] === true;
}

describe('what is asked of a value', () => {
  it.each([
    ['{ offer { id } }', true],
    ['{ offer { __typename key: id availability { available } } }', true],
    ['{ offer { ... { id } ...F } } fragment F on Offer { availability { available } }', true],
    ['{ offer { id title } }', false],
    ['{ offer { id: title } }', false],
    ['{ offer { id } offer { ... on Offer { title } } }', false],
    ['{ offer { ...F } } fragment F on Offer { id ...G } fragment G on Offer { title }', false],
  ])('%s asks for its key only: %s', (source, expected) => {
    expect(asksKeyOnly(source)).toBe(expected);
  });
});
