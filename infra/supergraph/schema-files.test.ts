import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { composeSupergraph } from './compose-supergraph.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the committed schema files', () => {
  it('are what the code has now: run npm run compose', async () => {
    // a process of its own: the order of types is that in which their modules were loaded
    const compose = ['dist/infra/commands/compose.js', '--check'];
    const { stdout } = await promisify(execFile)(process.execPath, compose, { cwd: root });
    expect(stdout).toContain('up to date');
  });
});

describe('composition', () => {
  it('tells everything that keeps subgraphs from being one', () => {
    const schemas = { a: 'type Query { x: Int }', b: 'type Query { x: String }' };
    expect(() => composeSupergraph(schemas)).toThrow(/do not compose:\n {2}.*Query\.x/);
  });
});
