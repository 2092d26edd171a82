import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Row } from './rows.js';
import { bothExecutors, type BothExecutors, type Ran } from './testing/both-executors.js';
import type { Spoil } from './testing/fake-subgraph.js';
import { city, library, shop } from './testing/supergraphs.js';

// Where the stock executor of @apollo/gateway departs from the specification of GraphQL, and the compiled one does not: decision 31.

const open: BothExecutors[] = [];
let inShop: BothExecutors;
let inLibrary: BothExecutors;
let inCity: BothExecutors;

beforeAll(async () => {
  inShop = await bothExecutors(shop);
  inLibrary = await bothExecutors(library);
  inCity = await bothExecutors(city);
  open.push(inShop, inLibrary, inCity);
});
afterAll(() => Promise.all(open.map((both) => both.stop())));

const yes = { yes: true, no: false };

async function ask(
  both: BothExecutors,
  query: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<{ stock: Ran | null; compiled: Ran }> {
  const spoil: Spoil = ({ subgraph }, answer) => structuredClone(answers[subgraph] ?? answer);
  const { stock, compiled } = await both.ask({ query, variables: yes }, spoil);
  if (!compiled) throw new Error('nothing was planned');
  return { stock, compiled };
}

const unfitPaths = ({ outcome }: Ran): unknown[] => outcome.unfit.map(({ path }) => path);

describe('what a subgraph gives in the place of a list', () => {
  it('takes away the list alone, where the stock executor takes the whole answer', async () => {
    const given = { catalog: { data: { version: '1', products: { id: 'Product:1' } } } };
    const { stock, compiled } = await ask(inShop, '{ version products { id } }', given);
    expect(stock?.outcome.data).toBeUndefined();
    expect(compiled.outcome.data).toEqual({ version: '1', products: null });
    expect(unfitPaths(compiled)).toEqual([['products']]);
  });

  it('does not stop what was to be fetched beneath it', async () => {
    const given = { catalog: { data: { version: '1', products: 'none' } } };
    const { stock, compiled } = await ask(inShop, '{ version products { reviews { text } } }', given);
    expect(stock).toBeNull();
    expect(compiled.outcome.data).toEqual({ version: '1', products: null });
  });
});

describe('an object of which no type is known', () => {
  it('is told of, where the stock executor keeps it to itself', async () => {
    const given = {
      opinions: { data: { best: { __typename: 'Media', id: 'Book:1' } } },
      titles: { data: { _entities: [null] } },
    };
    const { stock, compiled } = await ask(inLibrary, '{ best { __typename id } }', given);
    expect(stock?.outcome).toMatchObject({ data: { best: null }, errors: [], unfit: [] });
    expect(compiled.outcome.data).toEqual({ best: null });
    expect(unfitPaths(compiled)).toEqual([['best', '__typename']]);
  });
});

describe('a field of an object', () => {
  it('is given also where it is selected by way of an interface', async () => {
    const given = { ranks: { data: { atlas: { id: 'Atlas:1' } } } };
    const { stock, compiled } = await ask(inLibrary, '{ atlas { ... on Ranked { ... on Atlas { id } } } }', given);
    expect(stock?.outcome.data).toEqual({ atlas: {} });
    expect(compiled.outcome.data).toEqual({ atlas: { id: 'Atlas:1' } });
  });

  it('keeps a zero that came under a name of the plan', async () => {
    const ranked = ['Book', 'Film'].map((type) => ({ __typename: type, rank: 0, rank__alias_0: 0 }));
    const query = '{ ranked { ... on Book { rank } ... on Film { rank } } }';
    const { compiled } = await ask(inLibrary, query, { scores: { data: { ranked } } });
    expect(compiled.asked[0]?.query).toContain('rank__alias_0');
    expect(compiled.outcome.data).toEqual({ ranked: [{ rank: 0 }, { rank: 0 }] });
  });
});

describe('a subgraph that has names of its own for the types of its roots', () => {
  it('may say so', async () => {
    const given = {
      towns: { data: { __typename: 'Top', streets: [] } },
      streets: { data: { __typename: 'Root', streets: [] } },
    };
    const { stock, compiled } = await ask(
      inCity,
      '{ ...Asked } fragment Asked on Query { __typename streets { trees } }',
      given,
    );
    expect(stock?.outcome.data).toEqual({});
    expect(compiled.outcome.data).toEqual({ __typename: 'Query', streets: [] });
  });
});

describe('a number that is no Int', () => {
  it('is not passed on', async () => {
    const { compiled } = await ask(inShop, '{ popular { amount } }', {
      stock: { data: { popular: [{ amount: 2 ** 31 }] } },
    });
    expect(compiled.outcome.data).toEqual({ popular: null });
    expect(unfitPaths(compiled)).toEqual([['popular', 0, 'amount']]);
  });
});

describe('an entity that stands in several places', () => {
  const twice = (entity: Row): Row => ({
    catalog: { data: { products: [entity, { ...entity }, null, { ...entity }] } },
  });
  const product = { __typename: 'Product', id: 'Product:1' } as const;

  it('is asked for once, and its error told at each of them', async () => {
    const people = {
      data: { _entities: [{ reviews: null }] },
      errors: [{ message: 'no', path: ['_entities', 0, 'reviews'] }],
    };
    const { compiled } = await ask(inShop, '{ products { reviews { text } } }', { ...twice(product), people });
    expect(compiled.asked[1]?.variables).toEqual({ representations: [{ __typename: 'Product', id: 'Product:1' }] });
    expect(compiled.outcome.errors).toMatchObject(
      [0, 1, 3].map((index) => ({ message: 'no', path: ['products', index, 'reviews'] })),
    );
  });

  it('has none of the errors of others', async () => {
    const other = { ...product, id: 'Product:2' };
    const catalog = { data: { products: [product, other, product, other] } };
    const people = {
      data: { _entities: [{ reviews: [] }, null] },
      errors: [{ message: 'no', path: ['_entities', 1] }],
    };
    const { stock, compiled } = await ask(inShop, '{ products { reviews { text } } }', { catalog, people });
    expect(stock?.outcome.data).toMatchObject({ products: [{}, {}, {}, {}] });
    expect(compiled.outcome.errors).toMatchObject([{ path: ['products', 1] }, { path: ['products', 3] }]);
    expect(compiled.outcome.errors).toHaveLength(2);
  });

  it('has its errors at its own places also where another could not be asked for', async () => {
    const catalog = { data: { products: [{ __typename: 'Product' }, product] } };
    const people = { data: null, errors: [{ message: 'no', path: ['_entities', 0] }] };
    const { stock, compiled } = await ask(inShop, '{ products { reviews { text } } }', { catalog, people });
    expect(stock?.outcome.errors).toMatchObject([{ path: ['products', 0] }]);
    expect(compiled.outcome.errors).toMatchObject([{ path: ['products', 1] }]);
  });

  it('has an error of no place of its own at every place, never at one that no answer has', async () => {
    const people = { data: null, errors: [{ message: 'no', path: ['_entities'] }] };
    const { stock, compiled } = await ask(inShop, '{ products { reviews { text } } }', { ...twice(product), people });
    expect(stock?.outcome.errors).toMatchObject([{ path: ['products', '@', '_entities'] }]);
    expect(compiled.outcome.errors).toMatchObject([0, 1, 3].map((index) => ({ path: ['products', index] })));
  });
});

describe('names that every object has', () => {
  it('are read from what subgraphs gave alone', async () => {
    const maker = { __typename: 'Maker', id: 'Maker:1', name: 'M' };
    const given = { catalog: { data: { makers: [maker] } }, people: { data: { _entities: [{}] } } };
    const { compiled } = await ask(inShop, '{ makers { constructor valueOf: motto } }', given);
    expect(compiled.outcome.data).toEqual({ makers: [{ constructor: null, valueOf: null }] });
  });

  it('are left to the stock executor where a client gives one that no object may have', async () => {
    const { stock, compiled } = await ask(inShop, '{ version __proto__: version }', {});
    expect(JSON.stringify(compiled.outcome.data)).toBe(JSON.stringify(stock?.outcome.data));
    expect(inShop.compiled.counts().stock).toEqual({ name: 1 });
  });

  it('change no prototype, whatever a subgraph says', async () => {
    const text =
      '{"data":{"version":"1","__proto__":{"polluted":true},"makers":[{"__typename":"Maker","id":"Maker:1","__proto__":{"polluted":true}}]}}';
    const given = {
      catalog: JSON.parse(text) as unknown,
      people: JSON.parse('{"data":{"_entities":[{"__proto__":{"polluted":true},"motto":null}]}}') as unknown,
    };
    await ask(inShop, '{ version makers { id staff { id } } }', given);
    expect('polluted' in {}).toBe(false);
  });
});

describe('what is not compiled', () => {
  it('is a question about the schema, which the stock executor answers, and it is counted', async () => {
    const { stock, compiled } = await ask(inLibrary, '{ __schema { queryType { name } } best { id } }', {});
    expect(compiled.outcome).toEqual(stock?.outcome);
    expect(inLibrary.compiled.counts()).toMatchObject({ stock: { introspection: 1 } });
  });
});
