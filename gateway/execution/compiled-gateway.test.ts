import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bothExecutors, type BothExecutors } from './testing/both-executors.js';
import { shop } from './testing/supergraphs.js';

const kept = 4;
const names = ['a', 'b', 'c', 'd'];
const query = `query(${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
  ${names.map((name) => `${name}: version @include(if: $${name})`).join(' ')} always: version }`;

let both: BothExecutors;

beforeAll(async () => {
  both = await bothExecutors(shop, { kept });
});
afterAll(() => both.stop());

describe('an operation with many conditions', () => {
  it('takes no more room than all operations together may, and is answered each time as it should', async () => {
    const values = Array.from({ length: 2 ** names.length }, (_, bits) => valuesOf(bits));
    for (const variables of [...values, ...values]) {
      const { compiled } = await both.ask({ query, variables }, (_asked, answer) => answer);
      const shown = names.filter((name) => variables[name]);
      expect(Object.keys(compiled?.outcome.data ?? {})).toEqual([...shown, 'always']);
    }
    expect(both.compiled.counts()).toEqual({ compiled: 2 * values.length, stock: {}, kept, planned: 1 });
  });

  it('is planned once, and not for what is refused before', async () => {
    const before = both.compiled.counts().planned;
    const asked = { query: 'query($always: Boolean!) { version @include(if: $always) }', variables: {} };
    const { compiled } = await both.ask(asked, (_asked, answer) => answer);
    expect(compiled?.outcome.errors).toHaveLength(1);
    expect(both.compiled.counts().planned).toBe(before);
  });
});

function valuesOf(bits: number): Record<string, boolean> {
  return Object.fromEntries(names.map((name, place) => [name, (bits & (1 << place)) !== 0]));
}
