import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { answerSchema } from '../../../gateway/federation/answers/answer-schema.js';
import { examples } from '../../../web/graphiql/examples.js';

const schema = answerSchema(readFileSync(new URL('../../../gateway/supergraph.graphql', import.meta.url), 'utf8'));

describe('the examples of GraphiQL', () => {
  it.each(examples)('are questions that the hub knows: %#', (query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
