import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { hasOutput, isCode, manifestFile, outputFolder, outputOf, readManifest, readSources } from './sources.mjs';
import { root } from './root.mjs';

/** Compiles and copies what changed into dist/. The manifest is away meanwhile: a build that breaks off is done again. */
export async function build() {
  console.error('Building …');
  const before = readManifest();
  const now = readSources();
  rmSync(manifestFile, { force: true });

  const isSame = (path) =>
    before.settings === now.settings && before.files[path] === now.files[path] && hasOutput(path);
  const gone = Object.keys(before.files).filter((path) => !(path in now.files));
  for (const path of gone) removeOutput(outputOf(path));
  for (const path of Object.keys(now.files).filter((path) => !isSame(path))) await makeOutput(path);

  write(manifestFile, JSON.stringify(now));
}

async function makeOutput(path) {
  const target = `${outputFolder}${outputOf(path)}`;
  mkdirSync(dirname(target), { recursive: true });
  if (isCode(path)) await compile(`${root}${path}`, target);
  else copyFileSync(`${root}${path}`, target);
}

async function compile(source, target) {
  const { code, map } = await transformFile(source, {
    configFile: `${root}.swcrc`,
    sourceFileName: relative(dirname(target), source),
    sourceMaps: true,
  });
  write(target, `${code}\n//# sourceMappingURL=${target.slice(target.lastIndexOf('/') + 1)}.map\n`);
  write(`${target}.map`, map ?? '');
}

function removeOutput(output) {
  rmSync(`${outputFolder}${output}`, { force: true });
  rmSync(`${outputFolder}${output}.map`, { force: true });
}

/** A process that starts meanwhile reads the old file or the new one, never half a file. */
function write(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
