import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Scope } from '../../../platform/identity/scopes.js';
import { callerAs } from '../../../test/builders/callers.js';
import { answerSchema } from '../../federation/answers/answer-schema.js';
import { checkScopes, committedScopes } from './check-scopes.js';

const schema = answerSchema(readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8'));
const needed = committedScopes();
const [offers, publish, holds]: readonly Scope[] = [
  'registers/capacity/offers:read',
  'registers/capacity/offers:publish',
  'registers/capacity/holds:read',
] as const;

/** What a token for these lacks to ask a document. */
function lacking(source: string, scopes: Caller['scopes'], isRegistered: boolean): unknown {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  const caller = { ...callerAs('provider-system'), scopes };
  try {
    checkScopes(caller, { schema, document, operation, isRegistered }, needed);
    return null;
  } catch (error) {
    return (error as { extensions?: { scope?: unknown } }).extensions?.scope;
  }
}

const holdsOfOffers = '{ offers { edges { node { id title holds { edges { node { id } } } } } } }';

describe('the token of a system', () => {
  it.each([
    ['in the answer', holdsOfOffers],
    ['under other names', '{ a: offers { edges { node { b: holds { edges { node { id } } } } } } }'],
    [
      'in a named fragment',
      'query Q { ...f } fragment f on Query { offers { edges { node { ...g } } } } fragment g on Offer { holds { edges { node { id } } } }',
    ],
    ['in an inline fragment', '{ offers { edges { node { ... on Offer { holds { edges { node { id } } } } } } } }'],
  ])('must be for all that a registered operation asks: %s', (_how, source) => {
    expect(lacking(source, [offers], true)).toBe(holds);
    expect(lacking(source, [holds], true)).toBe(offers);
    expect(lacking(source, [offers, holds], true)).toBeNull();
  });

  it('must be for what another subgraph adds to what it is for', () => {
    const source = '{ offers { edges { node { organisation { id teams { id } } } } } }';
    expect(lacking(source, [offers], true)).toBe('registers/people/organisations:read');
    expect(lacking(source, [offers, 'registers/people/organisations:read'], true)).toBeNull();
  });

  it('lets what publishes read its own figures back, and not who holds them', () => {
    const document = (asked: string): string =>
      `mutation { publishCapacity(input: {}) { results { offer { id ${asked} } } } }`;
    expect(
      lacking(document('availability { status freshness { state } } latestReport { asOf }'), [publish], true),
    ).toBe(null);
    expect(lacking(document('holds { edges { node { id } } }'), [publish], true)).toBe(holds);
    expect(lacking(document('site { id }'), [publish], true)).toBe(offers);
  });

  it('must be for the operations of any other document; what hangs on them is left to the subgraphs', () => {
    expect(lacking(holdsOfOffers, [holds], false)).toBe(offers);
    expect(lacking(holdsOfOffers, [offers], false)).toBeNull();
  });

  it('is not asked of people', () => {
    expect(lacking(holdsOfOffers, null, true)).toBeNull();
  });
});
