import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { guardSchema } from './guard.js';
import { policyFaults, unguarded } from './policy-faults.js';
import { everyone, type Policy, type Rights } from './policy.js';

const sdl = `
  type Query { child: Child, other: Child, open: Int }
  type Child { age: Int, secret: String, offers: OfferConnection }
  type OfferConnection { edges: [OfferEdge] }
  type OfferEdge { node: Offer }
  type Offer { title: String }`;

const scopes: Rights['scopes'] = ['stats/region:read'];
const child: Rights = { names: ['child', 'other'], roles: ['care-broker', 'analyst'], rows: 'own region', scopes };
const open: Rights = { names: ['open'], roles: everyone, rows: 'all', scopes };
const ofChild: Rights = { names: ['Child'], roles: ['care-broker', 'analyst'], rows: 'own region', scopes };
const ofOffer: Rights = { names: ['Offer'], roles: ['care-broker'], rows: 'all' };
const secret: Rights = { names: ['Child.secret'], roles: ['care-broker'], rows: 'own region' };
const policy: Policy = { operations: [child, open], types: [ofChild, ofOffer], fields: [secret] };

function faults(changed: Partial<Policy>): string[] {
  return policyFaults(buildSchema(sdl), { ...policy, ...changed });
}

describe('a policy', () => {
  it('is right when it says of everything who may use it and which rows', () => {
    expect(faults({})).toEqual([]);
  });

  it('names every operation and type that it forgets, and does not start', () => {
    const forgetful: Policy = { operations: [open], types: [ofChild] };
    expect(unguarded(buildSchema(sdl), forgetful)).toEqual(['Query.child', 'Query.other', 'Offer']);
    expect(() => guardSchema(buildSchema(sdl), forgetful)).toThrow('No policy for Query.child, Query.other, Offer');
  });

  it.each<[string, Partial<Policy>, string]>([
    [
      'an operation that the schema does not have',
      { operations: [child, open, { ...child, names: ['chlid'] }] },
      'The policy names chlid, which',
    ],
    [
      'a field that the schema does not have',
      { fields: [{ ...secret, names: ['Child.sceret'] }] },
      'The policy names Child.sceret, which',
    ],
    [
      'a type that the schema does not have',
      { types: [ofChild, ofOffer, { ...ofOffer, names: ['Gone'] }] },
      'The policy names Gone, which',
    ],
    ['a type twice', { types: [ofChild, ofOffer, ofOffer] }, 'The policy names Offer more than once'],
    [
      'no rows of a type',
      { types: [ofChild, { ...ofOffer, rows: ' ' }] },
      'The policy does not say which rows of Offer',
    ],
    [
      'no scope for an operation that systems may use',
      { operations: [{ names: child.names, roles: child.roles, rows: child.rows }, open] },
      'The policy asks no scope of a system for child',
    ],
    [
      'no scope for a type that systems may read',
      { types: [{ names: ofChild.names, roles: ofChild.roles, rows: ofChild.rows }, ofOffer] },
      'The policy asks no scope of a system for Child',
    ],
    [
      'an operation for a scope that may not read what it gives',
      {
        operations: [
          { ...child, names: ['child'] },
          open,
          { ...child, names: ['other'], scopes: ['registers/capacity/offers:read'] },
        ],
      },
      'other for registers/capacity/offers:read',
    ],
    [
      'a type for a scope that nothing leads to it',
      { types: [{ ...ofChild, scopes: [...scopes, 'registers/capacity/offers:read'] }, ofOffer] },
      'Child for registers/capacity/offers:read',
    ],
    [
      'an operation for a role that may not read what it gives',
      { operations: [{ ...child, roles: everyone }, open] },
      'child for operator',
    ],
    [
      'a field for a role that may not read its type',
      { fields: [{ ...secret, roles: everyone }] },
      'Child.secret for operator',
    ],
    [
      'a type for a role that nothing leads to it',
      { types: [ofChild, { ...ofOffer, roles: ['care-broker', 'operator'] }] },
      'Offer for operator',
    ],
  ])('does not start when it names %s', (_what, changed, fault) => {
    expect(faults(changed)).toEqual([expect.stringContaining(fault)]);
    expect(() => guardSchema(buildSchema(sdl), { ...policy, ...changed })).toThrow(fault);
  });

  it('wants an entry for a connection that carries more than its items', () => {
    const more = buildSchema(`${sdl} extend type OfferConnection { secret: String }`);
    expect(unguarded(more, policy)).toEqual(['OfferConnection']);
  });
});
