import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { programs } from './programs.mjs';
import { root } from './root.mjs';

export const outputFolder = `${root}dist/`;
/** Where the programs lie that run for as long as a hub does. */
export const programsFolder = `${outputFolder}programs/`;
export const manifestFile = `${outputFolder}.manifest.json`;
/** Says from which sources the page was built; beside it, in page/, is what browsers get. */
export const pageManifestFile = `${outputFolder}.page.json`;

const folders = ['gateway', 'exchange', 'subgraphs', 'vocabulary', 'platform', 'figures', 'infra', 'bench'];
const settings = [
  ...['.swcrc', 'package-lock.json', 'infra/prepare/build.mjs', 'infra/prepare/bundle.mjs'],
  ...['infra/prepare/programs.mjs', 'infra/prepare/build-page.mjs'],
];
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
export function isCompiled() {
  const built = readManifest();
  const now = readSources();
  if (built.settings !== now.settings) return false;
  if (Object.keys(built.files).length !== Object.keys(now.files).length) return false;
  if (!Object.keys(programs).every((name) => existsSync(`${programsFolder}${name}.js`))) return false;
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

/** Whether the page was built from its sources as they are now. */
export function isPageBuilt() {
  try {
    const isThere = existsSync(`${outputFolder}page/index.html`);
    return isThere && readFileSync(pageManifestFile, 'utf8') === readPageSources();
  } catch {
    return false;
  }
}

/** Every source of the page with its stamp, and the settings of its build, as one text. */
export function readPageSources() {
  return JSON.stringify([...settings.map((path) => stamp(path)), ...listFolder('web', () => true)]);
}

function listFolder(folder, isWanted = isSource) {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFolder(path, isWanted);
    return isWanted(path) ? [[path, stamp(path)]] : [];
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
