import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { answerSchema } from '../federation/answers/answer-schema.js';
import { documentRules } from '../limits/document-rules.js';
import { limits } from '../limits/limits.js';
import { documentIdOf, readOperations } from './registered-operations.js';

const schema = answerSchema(readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8'));
const operations = [...readOperations().values()];

describe('the registered operations', () => {
  it('are known by the hash of their text', () => {
    expect(operations.length).toBeGreaterThanOrEqual(3);
    for (const { documentId, document } of operations) expect(documentId).toBe(documentIdOf(document));
    // the example of the appendix on persisted documents of GraphQL over HTTP
    expect(documentIdOf('query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}')).toBe(
      'sha256:7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
    );
  });

  it('have names of their own', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it.each(operations)('$name says what it is for, fits the schema and stays within the limits', (operation) => {
    const document = parse(operation.document, { maxTokens: limits.tokens });
    expect(operation.description).toMatch(/^[A-Z].{10,}\.$/);
    expect(validate(schema, document)).toEqual([]);
    expect(validate(schema, document, documentRules())).toEqual([]);
    expect(operation.document.length).toBeLessThan(limits.characters);
  });
});
