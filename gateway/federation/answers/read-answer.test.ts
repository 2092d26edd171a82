import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { compose } from '../../execution/testing/compose.js';
import { answerSchema } from './answer-schema.js';
import { emptyPlaces, readAnswer, readByExecuting, type Fetch } from './read-answer.js';

const schema = answerSchema(
  compose({
    a: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])
      type Query { dog: Pet  pets: [Pet!]!  wild: [Dog]  size: Size }
      interface Pet { name: String! }
      type Dog implements Pet @key(fields: "id") { id: ID! name: String! age: Int chip: String @inaccessible weight: Float! }
      type Cat implements Pet { name: String! }
      enum Size { SMALL LARGE }`,
  }),
);

function fetchOf(query: string, variables: Record<string, unknown> = {}): Fetch {
  const { representations = null } = variables;
  return { document: parse(query), variables, representations: representations as Fetch['representations'] };
}

const dogs = fetchOf(
  'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Dog { id name age } } }',
  {
    representations: [
      { __typename: 'Dog', id: '1' },
      { __typename: 'Dog', id: '2' },
    ],
  },
);

describe('an answer of a subgraph', () => {
  it('comes through as it is when it fits, fields that clients do not see included', () => {
    const data = { wild: [{ name: 'A', chip: 'x' }, null] };
    expect(readAnswer(schema, fetchOf('{ wild { name chip } }'), data)).toEqual({ data, faults: [] });
  });

  it('loses what was not asked for', () => {
    const data = JSON.parse('{"wild": [{"name": "A", "age": 3, "__proto__": {"x": 1}}], "size": "SMALL"}') as Record<
      string,
      unknown
    >;
    expect(readAnswer(schema, fetchOf('{ wild { name } }'), data)).toEqual({
      data: { wild: [{ name: 'A' }] },
      faults: [],
    });
  });

  it.each([
    ['{ size }', { size: 'HUGE' }, { size: null }, ['size']],
    ['{ size }', {}, { size: null }, ['size']],
    ['{ wild { age } }', { wild: { age: 1 } }, { wild: null }, ['wild']],
    ['{ wild { age } }', { wild: [{ age: 'old' }] }, { wild: [{ age: null }] }, ['wild', 0, 'age']],
    ['{ wild { name } }', { wild: [{ name: null }] }, { wild: [null] }, ['wild', 0, 'name']],
    ['{ wild { name } }', { wild: ['text'] }, { wild: [null] }, ['wild', 0, 'name']],
    ['{ dog { name } }', { dog: { name: 'A' } }, { dog: null }, ['dog']],
    ['{ dog { name } }', { dog: { __typename: 'Query', name: 'A' } }, { dog: null }, ['dog']],
    ['{ pets { name } }', { pets: null }, null, ['pets']],
  ])('for %s is emptied where it does not fit: %j', (query, given, data, fault) => {
    expect(readAnswer(schema, fetchOf(query), given)).toEqual({ data, faults: [fault] });
  });

  it('may leave out what the variables left out', () => {
    const fetch = fetchOf('query($no: Boolean!) { size @include(if: $no) wild { name @skip(if: true) age } }', {
      no: false,
    });
    expect(readAnswer(schema, fetch, { wild: [{ age: 1 }] })).toEqual({ data: { wild: [{ age: 1 }] }, faults: [] });
  });

  it('has an entity, or null, for each representation', () => {
    const given = { _entities: [{ id: '1', name: 'A', age: null }, null] };
    expect(readAnswer(schema, dogs, given)).toEqual({
      data: { _entities: [{ id: '1', name: 'A', age: null }, null] },
      faults: [],
    });
  });

  it('about another entity than was asked for is not believed', () => {
    const swapped = {
      _entities: [
        { id: '2', name: 'B', age: 1 },
        { id: '2', name: 'B', age: 1 },
      ],
    };
    expect(readAnswer(schema, dogs, swapped)).toEqual({
      data: { _entities: [null, { id: '2', name: 'B', age: 1 }] },
      faults: [['_entities', 0, 'id']],
    });
  });

  it.each([null, 'Cat', 7])('about an entity of the type %p is not believed, and one that tells none is', (told) => {
    const [first, second] = [
      { id: '1', name: 'A', age: 1 },
      { id: '2', name: 'B', age: 1 },
    ];
    const given = { _entities: [{ ...first, __typename: told }, second] };
    const expected = { data: { _entities: [null, second] }, faults: [['_entities', 0]] };
    expect(readAnswer(schema, dogs, given)).toEqual(expected);
    expect(readByExecuting(schema, dogs, given)).toEqual(expected);
  });
});

describe('what a fetch without an answer leaves empty', () => {
  it('is what it asks for at the root', () => {
    expect(emptyPlaces(schema, fetchOf('{ size big: size wild { name } }'))).toEqual([['size'], ['big'], ['wild']]);
  });

  it('is what it asks for of each entity', () => {
    expect(emptyPlaces(schema, dogs)).toEqual([
      ['_entities', 0, 'id'],
      ['_entities', 1, 'id'],
    ]);
  });
});
