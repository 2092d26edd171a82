import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import { bothExecutors, type BothExecutors } from './testing/both-executors.js';
import { differences } from './testing/differences.js';
import { spoiler } from './testing/faults.js';
import { keyedTypes, testSupergraphs, type TestSupergraph } from './testing/supergraphs.js';
import { writeOperation, type Size, type WrittenOperation } from './testing/write-operation.js';

const runs = Number(process.env['EXECUTION_RUNS'] ?? 40);
/** The same questions each time; the long form asks others. */
const seed = process.env['EXECUTION_RUNS'] === undefined ? { seed: 20_261_128 } : {};
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

describe.each([...testSupergraphs, ownSupergraph()])('over $name', (supergraph: TestSupergraph) => {
  let both: BothExecutors;
  let planned = 0;
  beforeAll(async () => {
    both = await bothExecutors(supergraph);
  });
  afterAll(() => both.stop());

  /** Operations that the schema allows. */
  const operations = (size: Size) =>
    fc
      .gen()
      .map((draw) => writeOperation(both.schema, (bound) => draw(fc.nat, bound - 1), size))
      .filter(({ query }) => validate(both.schema, parse(query), rules).length === 0);

  it('any question is answered as if one schema had answered it, to the letter', async () => {
    let misplanned = 0;
    const holds = async (operation: WrittenOperation): Promise<void> => {
      const { stock, compiled } = await both.ask(operation, (_asked, answer) => answer);
      if (!compiled) return;
      planned += 1;
      const answer = JSON.stringify(compiled.outcome.data);
      const isRight = answer === JSON.stringify(both.askWorld(operation).data);
      if (isRight && compiled.outcome.errors.length === 0) return;
      // a plan that leaves something out, or asks who does not know of it, is no matter of who executes it
      misplanned += 1;
      expect(stock && differences(stock, compiled)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(operations({ depth: 5, fields: 24 }), holds), {
      ...seed,
      numRuns: runs,
      endOnFailure: true,
    });
    expect(planned).toBeGreaterThan(runs / 2);
    expect(misplanned).toBeLessThan(Math.max(runs / 10, 4));
  });

  it('what is wrong with subgraphs is answered as the stock executor answers it', async () => {
    let compared = 0;
    const holds = async (operation: WrittenOperation, seed: number, rarity: number): Promise<void> => {
      const { stock, compiled } = await both.ask(operation, spoiler(seed, rarity));
      if (!compiled) return;
      expect(compiled.outcome.data).toBeDefined();
      // it has no answer at all where a list is none
      if (stock?.outcome.data === undefined) return;
      compared += 1;
      expect(differences(stock, compiled)).toEqual([]);
    };
    const asked = operations({ depth: 5, fields: 24, isDirect: true });
    const property = fc.asyncProperty(asked, fc.nat(), fc.constantFrom(4, 12, 40), holds);
    await fc.assert(property, { ...seed, numRuns: runs, endOnFailure: true });
    expect(compared).toBeGreaterThan(runs / 2);
    expect(both.compiled.counts().stock).toEqual({});
  });
});

/** The supergraph of this hub, over subgraphs that tell of the world of these tests. */
function ownSupergraph(): TestSupergraph {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  const supergraph = read('../supergraph.graphql');
  const sdl = Object.fromEntries(
    ['cases', 'capacity', 'people'].map((name) => [name, read(`../../subgraphs/${name}/schema.graphql`)]),
  );
  return { name: 'this hub', sdl, supergraph, world: { keyed: keyedTypes(supergraph), concrete: {} } };
}
