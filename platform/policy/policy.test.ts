import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import type { Caller, Role } from '../identity/caller.js';
import { everyone, guardReference, guardSchema, unguarded, type Policy } from './policy.js';

const sdl = `
  type Query { child: Child, open: Int }
  type Child { age: Int, secret: String, offers: OfferConnection }
  type OfferConnection { edges: [OfferEdge] }
  type OfferEdge { node: Offer }
  type Offer { title: String }`;

const policy: Policy = {
  operations: { child: ['care-broker', 'analyst'], open: everyone },
  types: {
    Child: { readers: ['care-broker', 'case-owner', 'analyst'], fields: { secret: ['case-owner', 'care-broker'] } },
    Offer: { readers: ['care-broker'] },
  },
};

function guarded(): GraphQLSchema {
  return guardSchema(buildSchema(sdl), policy);
}

async function ask(role: Role, source: string) {
  const caller: Caller = {
    subject: 's',
    roles: [role],
    organisationId: null,
    region: null,
    language: 'nl',
    requestId: 'r',
    purpose: 'OPERATION',
    operation: null,
  };
  const rootValue = { open: 1, child: { age: 12, secret: 'x', offers: { edges: [{ node: { title: 'hulp' } }] } } };
  const { data, errors } = await graphql({ schema: guarded(), source, rootValue, contextValue: { caller } });
  const plain: unknown = JSON.parse(JSON.stringify(data));
  return { data: plain, denied: errors?.map((error) => [error.path?.join('.'), error.extensions['code']]) };
}

describe('a policy', () => {
  it('lets a role read what its table grants', async () => {
    expect(await ask('care-broker', '{ child { age secret offers { edges { node { title } } } } }')).toEqual({
      data: { child: { age: 12, secret: 'x', offers: { edges: [{ node: { title: 'hulp' } }] } } },
      denied: undefined,
    });
  });

  it('denies an operation, leaving the rest of the answer', async () => {
    expect(await ask('operator', '{ open child { age } }')).toEqual({
      data: { open: 1, child: null },
      denied: [['child', 'FORBIDDEN']],
    });
  });

  it.each([
    ['directly', '{ child { age secret } }', 'child.secret'],
    ['under an alias', '{ child { age x: secret } }', 'child.x'],
    ['in a named fragment', '{ child { age ...f } } fragment f on Child { secret }', 'child.secret'],
    ['in an inline fragment', '{ child { age ... on Child { secret } } }', 'child.secret'],
  ])('denies a field %s, leaving the rest of its object', async (_how, source, path) => {
    expect((await ask('analyst', source)).denied).toEqual([[path, 'FORBIDDEN']]);
  });

  it('denies a type wherever a list or connection leads to it', async () => {
    const answer = await ask('analyst', '{ child { offers { edges { node { title } } } } }');
    expect(answer).toEqual({
      data: { child: { offers: { edges: [{ node: null }] } } },
      denied: [['child.offers.edges.0.node', 'FORBIDDEN']],
    });
  });

  it('names every operation and type that it forgets, and does not start', () => {
    const forgetful: Policy = { operations: { open: everyone }, types: { Child: { readers: everyone } } };
    expect(unguarded(buildSchema(sdl), forgetful)).toEqual(['Query.child', 'Offer']);
    expect(() => guardSchema(buildSchema(sdl), forgetful)).toThrow('No policy for Query.child, Offer');
  });

  it('does not start when it names what the schema does not have', () => {
    const misspelt: Policy = {
      operations: { ...policy.operations, chlid: everyone },
      types: { ...policy.types, Gone: { readers: everyone }, Offer: { readers: everyone, fields: { tilte: [] } } },
    };
    expect(() => guardSchema(buildSchema(sdl), misspelt)).toThrow('The policy names chlid, Offer.tilte, Gone');
  });

  it('wants an entry for a connection that carries more than its items', () => {
    const open = buildSchema(`${sdl} extend type OfferConnection { secret: String }`);
    expect(unguarded(open, policy)).toEqual(['OfferConnection']);
  });

  it('finds no entity through another subgraph for a role that may not read its type', () => {
    const caller = (role: Role): Caller => ({
      subject: 's',
      roles: [role],
      organisationId: null,
      region: null,
      language: 'nl',
      requestId: 'r',
      purpose: 'OPERATION',
      operation: null,
    });
    expect(guardReference(policy, 'Offer', caller('care-broker'), () => 'found')).toBe('found');
    expect(guardReference(policy, 'Offer', caller('analyst'), () => 'found')).toBeNull();
    expect(guardReference(policy, 'Nothing', caller('care-broker'), () => 'found')).toBeNull();
  });
});
