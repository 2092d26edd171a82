import { readdirSync, readFileSync, statSync } from 'node:fs';
import { root } from './root.mjs';

export const outputFolder = `${root}dist/`;
export const manifestFile = `${outputFolder}.manifest.json`;

const folders = ['gateway', 'exchange', 'subgraphs', 'vocabulary', 'platform', 'figures', 'infra', 'bench'];
const settings = ['.swcrc', 'package-lock.json', 'infra/prepare/build.mjs'];
const copied = /\.(csv|graphql|json)$/;

/** Whether a source is compiled; the others are copied. */
export function isCode(path) {
  return path.endsWith('.ts');
}

export function outputOf(path) {
  return isCode(path) ? path.replace(/\.ts$/, '.js') : path;
}

/** Every file that has an output, with a stamp of its size and time of change; and the stamp of the build's own settings. */
export function readSources() {
  const files = Object.fromEntries(folders.flatMap((folder) => listFolder(folder)));
  return { settings: settings.map((path) => stamp(path)).join(' '), files };
}

/** Whether the last build was finished and nothing has changed or vanished since. */
export function isBuilt() {
  const built = readManifest();
  const now = readSources();
  if (built.settings !== now.settings) return false;
  if (Object.keys(built.files).length !== Object.keys(now.files).length) return false;
  return Object.entries(now.files).every(([path, mark]) => built.files[path] === mark && hasOutput(path));
}

/** What the last finished build was made from; nothing when there is none. */
export function readManifest() {
  try {
    return JSON.parse(readFileSync(manifestFile, 'utf8'));
  } catch {
    return { settings: '', files: {} };
  }
}

function listFolder(folder) {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFolder(path);
    return isSource(path) ? [[path, stamp(path)]] : [];
  });
}

function isSource(path) {
  return (isCode(path) && !path.endsWith('.test.ts')) || copied.test(path);
}

function stamp(path) {
  const { mtimeMs, size } = statSync(`${root}${path}`);
  return `${mtimeMs}:${size}`;
}

export function hasOutput(path) {
  return statSync(`${outputFolder}${outputOf(path)}`, { throwIfNoEntry: false }) !== undefined;
}
