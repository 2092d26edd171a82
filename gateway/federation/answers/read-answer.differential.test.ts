import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FormattedExecutionResult,
} from 'graphql';
import { bothExecutors } from '../../execution/testing/both-executors.js';
import type { Asked } from '../../execution/testing/fake-subgraph.js';
import { spoiler } from '../../execution/testing/faults.js';
import { testSupergraphs, type TestSupergraph } from '../../execution/testing/supergraphs.js';
import { writeOperation } from '../../execution/testing/write-operation.js';
import { answerSchema } from './answer-schema.js';
import { readAnswer, readByExecuting, type Fetch } from './read-answer.js';

const runs = Number(process.env['EXECUTION_RUNS'] ?? 25);
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

describe.each(testSupergraphs)('what subgraphs of $name give', (supergraph: TestSupergraph) => {
  const schema = answerSchema(supergraph.supergraph);
  const documents = new Map<string, DocumentNode>();
  let read = 0;

  /** The same document for the same text, as a plan that is kept has it. */
  function documentOf(query: string): DocumentNode {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  }

  /** Compares the two ways to read one answer. */
  function compare({ query, variables }: Asked, { data }: FormattedExecutionResult): void {
    const { representations = null } = variables;
    const fetch = {
      document: documentOf(query),
      variables,
      representations: representations as Fetch['representations'],
    };
    const given = (data ?? {}) as Record<string, unknown>;
    const found = readAnswer(schema, fetch, given);
    // the second time by a reader that is known
    expect(readAnswer(schema, fetch, given)).toEqual(found);
    const expected = readByExecuting(schema, fetch, given);
    expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
    // graphql-js leaves a list at its first fault
    expect(found.faults).toEqual(expect.arrayContaining([...expected.faults]));
    expect(found.faults.length > 0).toBe(expected.faults.length > 0);
    read += 1;
  }

  it('is read by compiled code as graphql-js would read it', async () => {
    const both = await bothExecutors(supergraph);
    const size = { depth: 5, fields: 24, isDirect: true };
    const operations = fc
      .gen()
      .map((draw) => writeOperation(both.schema, (bound) => draw(fc.nat, bound - 1), size))
      .filter(({ query }) => validate(both.schema, parse(query), rules).length === 0);
    const property = fc.asyncProperty(operations, fc.nat(), async (operation, seed) => {
      const spoil = spoiler(seed, 8);
      const faults: unknown[] = [];
      await both.ask(operation, (asked, answer) => {
        const spoilt = spoil(asked, answer);
        try {
          compare(asked, spoilt);
        } catch (error) {
          faults.push(error);
        }
        return spoilt;
      });
      expect(faults).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
    await both.stop();
    expect(read).toBeGreaterThan(runs);
  });
});
