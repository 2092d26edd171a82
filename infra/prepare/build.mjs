import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { bundlePrograms } from './bundle.mjs';
import { hasOutput, isCode, manifestFile, outputFolder, outputOf, readManifest, readSources } from './sources.mjs';
import { root } from './root.mjs';
import { writeOutput } from './write-output.mjs';

/** Compiles and copies what changed into dist/, and joins the programs anew. The manifest is away meanwhile: a build that breaks off is done again. */
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
  await bundlePrograms();

  writeOutput(manifestFile, JSON.stringify(now));
}

async function makeOutput(path) {
  const target = `${outputFolder}${outputOf(path)}`;
  if (isCode(path)) return compile(`${root}${path}`, target);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(`${root}${path}`, target);
}

async function compile(source, target) {
  const { code, map } = await transformFile(source, {
    configFile: `${root}.swcrc`,
    sourceFileName: relative(dirname(target), source),
    sourceMaps: true,
  });
  writeOutput(target, `${code}\n//# sourceMappingURL=${target.slice(target.lastIndexOf('/') + 1)}.map\n`);
  writeOutput(`${target}.map`, map ?? '');
}

function removeOutput(output) {
  rmSync(`${outputFolder}${output}`, { force: true });
  rmSync(`${outputFolder}${output}.map`, { force: true });
}
