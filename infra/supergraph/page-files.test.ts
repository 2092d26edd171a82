import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { inputLines, operationTypes } from './page-types.js';

const schema = buildSchema(`
  enum Rung { LIGHT HEAVY }
  input Wish { rungs: [Rung!]! = [], near: String, year: Int! }
  type Offer { id: ID!, rung: Rung!, free: Int, teams: [String!] }
  interface Thing { id: ID! }
  type Query { offers(wish: Wish!): [Offer!]!, thing: Thing }
`);

describe('the types of an operation of the page', () => {
  it('say what may be missing, and name enums and inputs once', () => {
    const named = new Set<string>();
    const types = operationTypes(
      schema,
      'query Offers($wish: Wish!, $first: Int = 10) { found: offers(wish: $wish) { id rung free teams } }',
      (type) => named.add(type.name),
    );
    expect(types.variables).toBe('{ readonly wish: Wish; readonly first?: number | null; }');
    expect(types.data.replaceAll(/\s+/g, ' ')).toBe(
      '{ readonly found: readonly ({ readonly id: string; readonly rung: Rung; readonly free: number | null; readonly teams: readonly (string)[] | null; })[]; }',
    );
    expect([...named].sort()).toEqual(['Rung', 'Wish']);
  });

  it('leave out of an input only what has a default or may be null', () => {
    const wish = schema.getType('Wish');
    if (!wish) throw new Error('there is no Wish');
    expect(inputLines(wish, () => undefined)).toEqual([
      'readonly rungs?: readonly (Rung)[];',
      'readonly near?: string | null;',
      'readonly year: number;',
    ]);
  });

  it.each([
    '{ offers(wish: { year: 1 }) { id } }',
    'query A { thing { id } }',
    'query A { offers(wish: { year: 1 }) { ...F } }',
  ])('are refused for what a page does not ask: %s', (document) => {
    expect(() => operationTypes(schema, document, () => undefined)).toThrow();
  });
});
