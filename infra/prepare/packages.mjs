import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';

const stampFile = `${root}node_modules/.thuisbasis-installed`;

/** The stamp lies inside node_modules, so that it goes when they go. */
export function isInstalled() {
  try {
    return readFileSync(stampFile, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

/** Installs exactly what package-lock.json says, development tools included. */
export async function installPackages() {
  console.error('Installing packages (npm ci), this takes a minute …');
  const hash = lockHash();
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('The packages could not be installed: mend what npm says above.');
  writeFileSync(stampFile, hash);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
}

/**
 * npm runs on the Node that it came with: the one in node_modules, which may be running this script, is replaced meanwhile.
 * Its output goes to standard error, standard output belongs to the command that follows.
 */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env;
  const [command, first] = script ? [node, [script]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
    child.on('error', () => reject(new Error('npm was not found: install Node with npm (https://nodejs.org).')));
    child.on('exit', resolve);
  });
}
