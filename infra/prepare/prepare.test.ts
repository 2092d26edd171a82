import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkNode } from './node-version.mjs';
import { programs } from './programs.mjs';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly code: number | null;
  /** What stands on standard output, which belongs to the command that follows. */
  readonly output: string;
  readonly errors: string;
}

/** Gives the modules of prepare a checkout of their own, with this one's packages. */
function makeCheckout(): string {
  const root = mkdtempSync(join(tmpdir(), 'thuisbasis prepare [1]-'));
  for (const folder of ['gateway', 'exchange', 'subgraphs', 'vocabulary', 'platform', 'figures', 'bench', 'web'])
    mkdirSync(join(root, folder));
  cpSync(join(checkout, 'infra/prepare.mjs'), join(root, 'infra/prepare.mjs'));
  cpSync(join(checkout, 'infra/prepare'), join(root, 'infra/prepare'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  cpSync(join(checkout, '.swcrc'), join(root, '.swcrc'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  mkdirSync(join(root, 'node_modules'));
  for (const module of Object.values(programs)) {
    mkdirSync(join(root, dirname(module)), { recursive: true });
    writeFileSync(join(root, module.replace(/js$/, 'ts')), "console.log('serving');\n");
  }
  for (const name of ['@swc', 'vite', 'rolldown'])
    symlinkSync(join(checkout, 'node_modules', name), join(root, 'node_modules', name));
  writeFileSync(join(root, 'web/index.html'), '<!doctype html><script type="module" src="./main.ts"></script>');
  writeFileSync(join(root, 'web/main.ts'), 'document.title = "een";\n');
  writeFileSync(join(root, 'node_modules/.thuisbasis-installed'), createHash('sha256').update('{}').digest('hex'));
  return root;
}

describe('what runs before every command', () => {
  let root: string;

  beforeEach(() => {
    root = makeCheckout();
    write('platform/answer.ts', 'export const answer: number = 1;\n');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  const output = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

  const prepare = (...words: string[]): Promise<Run> => run(join(root, 'infra/prepare.mjs'), ...words);

  async function run(script: string, ...words: string[]): Promise<Run> {
    const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    await once(child, 'close');
    return { code: child.exitCode, output, errors };
  }

  it('compiles the sources with their maps and copies what they read', async () => {
    write('vocabulary/words.csv', 'a,b\n');
    expect(await prepare()).toEqual({ code: 0, output: '', errors: 'Building …\nBuilding the page …\n' });
    expect(output('platform/answer.js')).toMatch(/^export const answer = 1;\n[^]*sourceMappingURL=answer\.js\.map\n$/);
    expect(JSON.parse(output('platform/answer.js.map'))).toMatchObject({ sources: ['../../platform/answer.ts'] });
    expect(output('vocabulary/words.csv')).toBe('a,b\n');
  });

  it('joins a program with all that it loads, which finds what it reads beside itself', async () => {
    write('vocabulary/words.csv', 'a,b\n');
    write(
      'vocabulary/words.ts',
      `import { readFileSync } from 'node:fs';
      export const words = readFileSync(new URL('./words.csv', import.meta.url), 'utf8');`,
    );
    write('infra/hub/main.ts', "import { words } from '../../vocabulary/words.js'; console.log(words);");
    await prepare();
    rmSync(join(root, 'dist/vocabulary/words.js'));
    const { output } = await run(join(root, 'dist/programs/hub.js'));
    expect(output).toBe('a,b\n\n');
  });

  it('joins it anew when something that it loads has changed, and leaves nothing of before', async () => {
    write('infra/hub/main.ts', "import { answer } from '../../platform/answer.js'; console.log(answer);");
    write('infra/hub/processes.ts', "console.log((await import('../../platform/answer.js')).answer);");
    await prepare();
    const parts = (): string[] => readdirSync(join(root, 'dist/programs/parts'));
    const before = parts();
    write('platform/answer.ts', 'export const answer: number = 44;\n');
    await prepare();
    expect((await run(join(root, 'dist/programs/hub.js'))).output).toBe('44\n');
    expect(parts()).toHaveLength(before.length);
    expect(parts()).not.toEqual(before);
    rmSync(join(root, 'dist/programs/cases.js'));
    expect((await prepare()).errors).toBe('Building …\n');
    expect(existsSync(join(root, 'dist/programs/cases.js'))).toBe(true);
  });

  it('does nothing when nothing changed', async () => {
    await prepare();
    expect(await prepare()).toEqual({ code: 0, output: '', errors: '' });
  });

  it('builds what changed, was added or lost its output, and removes what has no source any more', async () => {
    write('platform/old.ts', 'export const old = 1;\n');
    await prepare();
    write('platform/answer.ts', 'export const answer = 22;\n');
    write('platform/added.ts', 'export const added = 1;\n');
    rmSync(join(root, 'platform/old.ts'));
    await prepare();
    expect(output('platform/answer.js')).toContain('22');
    expect(output('platform/added.js')).toContain('added');
    expect(existsSync(join(root, 'dist/platform/old.js'))).toBe(false);
    expect(existsSync(join(root, 'dist/platform/old.js.map'))).toBe(false);
    rmSync(join(root, 'dist/platform/added.js'));
    await prepare();
    expect(output('platform/added.js')).toContain('added');
  });

  it('builds the page anew when a source of it changed or what was built is gone, and leaves it where it is not wanted', async () => {
    await prepare();
    const page = (): string => readFileSync(join(root, 'dist/page/index.html'), 'utf8');
    const before = page();
    write('web/main.ts', 'document.title = "twee of meer";\n');
    expect(await prepare('--without-page')).toEqual({ code: 0, output: '', errors: '' });
    expect(page()).toBe(before);
    expect(await prepare()).toEqual({ code: 0, output: '', errors: 'Building the page …\n' });
    expect(page()).not.toBe(before);
    rmSync(join(root, 'dist/page'), { recursive: true });
    expect((await prepare()).errors).toBe('Building the page …\n');
    expect(page()).toContain('src="./assets/');
  });

  it('fails on a source that does not parse, and tries again the next time', async () => {
    await prepare();
    write('platform/answer.ts', 'export const = ;\n');
    expect((await prepare()).code).toBe(1);
    expect((await prepare()).code).toBe(1);
    write('platform/answer.ts', 'export const answer = 3;\n');
    expect((await prepare()).code).toBe(0);
    expect(output('platform/answer.js')).toContain('3');
  });

  it('runs several times at once without harm, and passes the lock of one that was killed', async () => {
    mkdirSync(join(root, 'dist'));
    write('dist/.preparing', '99999999');
    const runs = await Promise.all([prepare(), prepare(), prepare()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.filter(({ errors }) => errors !== '').length).toBe(1);
    expect(existsSync(join(root, 'dist/.preparing'))).toBe(false);
  });

  it('asks npm for packages again when the lock file changed, and passes on its failure', async () => {
    write('package-lock.json', 'no lock file');
    const { code, output, errors } = await prepare();
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^Installing packages/);
    expect(errors).toMatch(/The packages could not be installed: mend what npm says above\.\n$/);
  });

  it('says which Node is needed', () => {
    expect(() => checkNode('18.20.4')).toThrow('Node 18.20.4 is too old: install Node 20.19 or newer');
    expect(() => checkNode('20.18.1')).toThrow('too old');
    for (const version of ['20.19.0', '22.1.0', '24.21.0']) expect(() => checkNode(version)).not.toThrow();
  });
});
