import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../', import.meta.url);
const cache = new URL('node_modules/.cache/typescript/', root);
const globals = new URL('globals.mjs', import.meta.url).href;
const options = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));
delete options.$schema;
mkdirSync(cache, { recursive: true });

/** Our own modules name each other by what they are compiled to; here they are taken as they are written. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const url = new URL(`${specifier.slice(0, -'.js'.length)}.ts`, context.parentURL);
    if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

/** Gives TypeScript without its types, as the build does; what was read once is kept for the next worker and the next run. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const text = readFileSync(filename, 'utf8');
  return { format: 'module', source: compiled(filename, text), shortCircuit: true };
}

function compiled(filename, text) {
  const key = createHash('sha256')
    .update(JSON.stringify([filename, text, options]))
    .digest('hex');
  const kept = new URL(`${key}.js`, cache);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(text, { ...options, filename, swcrc: false, sourceMaps: 'inline' });
  const beside = new URL(`${key}.${process.pid}`, cache);
  writeFileSync(beside, code);
  renameSync(beside, kept);
  return code;
}
