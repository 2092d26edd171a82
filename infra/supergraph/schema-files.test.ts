import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { composeSupergraph } from './compose-supergraph.js';
import { schemaFiles } from './schema-files.js';

describe('the committed schema files', () => {
  it('are what the code has now: run npm run compose', async () => {
    for (const { path, text } of await schemaFiles()) {
      const isUpToDate = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') === text;
      expect({ path, isUpToDate }).toEqual({ path, isUpToDate: true });
    }
  });
});

describe('composition', () => {
  it('tells everything that keeps subgraphs from being one', () => {
    const schemas = { a: 'type Query { x: Int }', b: 'type Query { x: String }' };
    expect(() => composeSupergraph(schemas)).toThrow(/do not compose:\n {2}.*Query\.x/);
  });
});
