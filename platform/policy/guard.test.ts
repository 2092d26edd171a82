import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import type { Caller, Role } from '../identity/caller.js';
import type { Scope } from '../identity/scopes.js';
import { guardReference, guardSchema } from './guard.js';
import { everyone, type Policy } from './policy.js';

const sdl = `
  type Query { child: Child, leaflet: Leaflet, open: Int, found: [Found], named: Named, _entities: [_Entity] }
  type Child { age: Int, secret: String, offers: OfferConnection, leaflet: Leaflet }
  type OfferConnection { edges: [OfferEdge] }
  type OfferEdge { cursor: String, node: Offer }
  interface Named { title: String }
  type Offer implements Named { title: String, note: String }
  type Leaflet implements Named { title: String }
  union Found = Leaflet | Offer
  union _Entity = Offer | Leaflet`;

const brokers: readonly Role[] = ['care-broker'];
const stats: readonly Scope[] = ['stats/region:read'];
const leaflets: readonly Scope[] = ['registers/people/organisations:read'];
const policy: Policy = {
  operations: [
    { names: ['child'], roles: ['care-broker', 'analyst'], rows: 'own region', scopes: stats },
    { names: ['leaflet'], roles: everyone, rows: 'all', scopes: leaflets },
    { names: ['open', 'found', 'named'], roles: everyone, rows: 'all', scopes: stats },
  ],
  types: [
    { names: ['Child'], roles: ['care-broker', 'analyst'], rows: 'own region', scopes: stats },
    { names: ['Offer'], roles: ['care-broker', 'case-owner'], rows: 'all' },
    { names: ['Leaflet'], roles: everyone, rows: 'all', scopes: leaflets },
  ],
  fields: [{ names: ['Child.secret', 'Offer.note'], roles: brokers, rows: 'own region' }],
};

const offer = { __typename: 'Offer', title: 'hulp', note: 'n' };
const leaflet = { __typename: 'Leaflet', title: 'folder' };
const rootValue = {
  open: 1,
  leaflet,
  child: { age: 12, secret: 'x', leaflet, offers: { edges: [{ cursor: 'c', node: offer }] } },
  found: [leaflet, offer],
  named: offer,
  _entities: [offer, leaflet],
};

function callerAs(role: Role): Caller {
  return {
    subject: 's',
    roles: [role],
    organisationId: null,
    region: null,
    language: 'nl',
    requestId: 'r',
    accessPoint: 'token',
    scopes: null,
    purpose: 'OPERATION',
    operation: null,
  };
}

async function ask(role: Role, source: string, scopes: Caller['scopes'] = null) {
  const schema = guardSchema(buildSchema(sdl), policy);
  const caller = { ...callerAs(role), scopes };
  const { data, errors } = await graphql({ schema, source, rootValue, contextValue: { caller } });
  const plain: unknown = JSON.parse(JSON.stringify(data));
  return { data: plain, denied: errors?.map((error) => [error.path?.join('.'), error.extensions['code']]) };
}

describe('a guarded schema', () => {
  it('lets a role read what its table grants', async () => {
    expect(await ask('care-broker', '{ child { age secret offers { edges { node { title note } } } } }')).toEqual({
      data: { child: { age: 12, secret: 'x', offers: { edges: [{ node: { title: 'hulp', note: 'n' } }] } } },
      denied: undefined,
    });
  });

  it('lets a system do what its token is for, in whatever way it is asked', async () => {
    const asked = ['{ child { age } }', '{ a: child { age } }', '{ ...f } fragment f on Query { child { age } }'];
    for (const source of asked) {
      expect((await ask('analyst', source, ['stats/region:read'])).denied).toBeUndefined();
      expect((await ask('analyst', source, ['registers/capacity/offers:read'])).denied).toMatchObject([
        [expect.any(String), 'REQUEST_DOES_NOT_MATCH_SCOPES'],
      ]);
    }
  });

  it.each([
    ['of its operation', '{ child { age leaflet { title } } }', 'child.leaflet'],
    ['of a fragment', '{ child { ... on Child { l: leaflet { title } } } }', 'child.l'],
    ['of a union', '{ found { ... on Leaflet { title } } }', 'found.0'],
    ['of a key', '{ _entities { ... on Leaflet { title } } }', '_entities.1'],
  ])('shows a system nothing behind the answer %s that its token is not for', async (_how, source, path) => {
    const alone = await ask('analyst', source, stats);
    expect(alone.denied).toContainEqual([path, 'REQUEST_DOES_NOT_MATCH_SCOPES']);
    expect(JSON.stringify(alone.data)).not.toContain('folder');
    const both = await ask('analyst', source, [...stats, ...leaflets]);
    expect(both.denied ?? []).not.toContainEqual([path, expect.anything()]);
    expect(JSON.stringify(both.data)).toContain('folder');
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

  it('denies a list of a type as a whole: its cursors tell of it too', async () => {
    expect(await ask('analyst', '{ child { age offers { edges { cursor } } } }')).toEqual({
      data: { child: { age: 12, offers: null } },
      denied: [['child.offers', 'FORBIDDEN']],
    });
  });

  it('denies a type among the members of a union, leaving the others', async () => {
    expect(await ask('analyst', '{ found { ... on Leaflet { title } ... on Offer { title } } }')).toEqual({
      data: { found: [{ title: 'folder' }, null] },
      denied: [['found.1', 'FORBIDDEN']],
    });
  });

  it('denies a type behind an interface, and a narrowed field of it', async () => {
    expect(await ask('analyst', '{ named { title } }')).toEqual({
      data: { named: null },
      denied: [['named', 'FORBIDDEN']],
    });
    expect(await ask('case-owner', '{ named { title ... on Offer { note } } }')).toEqual({
      data: { named: { title: 'hulp', note: null } },
      denied: [['named.note', 'FORBIDDEN']],
    });
  });

  it('denies an entity asked by its key, also where nothing resolves its reference', async () => {
    expect(await ask('analyst', '{ _entities { ... on Offer { title } } }')).toEqual({
      data: { _entities: [null, {}] },
      denied: [['_entities.0', 'FORBIDDEN']],
    });
  });

  it('looks up no entity for a role that may not read its type', async () => {
    expect(await guardReference(policy, 'Offer', callerAs('care-broker'), () => 'found')).toBe('found');
    let isLookedUp = false;
    const lookUp = (): void => void (isLookedUp = true);
    const refused = { extensions: { code: 'FORBIDDEN' } };
    await expect(guardReference(policy, 'Offer', callerAs('analyst'), lookUp)).rejects.toMatchObject(refused);
    await expect(guardReference(policy, 'Nothing', callerAs('care-broker'), lookUp)).rejects.toMatchObject(refused);
    const system = { ...callerAs('analyst'), scopes: stats };
    await expect(guardReference(policy, 'Leaflet', system, lookUp)).rejects.toMatchObject({
      extensions: { code: 'REQUEST_DOES_NOT_MATCH_SCOPES', scope: leaflets[0] },
    });
    expect(isLookedUp).toBe(false);
  });
});
