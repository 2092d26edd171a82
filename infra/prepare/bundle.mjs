import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { programs } from './programs.mjs';
import { outputFolder, programsFolder } from './sources.mjs';
import { writeOutput } from './write-output.mjs';

/** Joins every program with the modules and packages that it loads: some three thousand files are read three times as slowly as a few. */
export async function bundlePrograms() {
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(programs).map(([name, module]) => [name, `${outputFolder}${module}`])),
    platform: 'node',
    // packages that others do without
    external: ['class-validator', 'pg-native'],
    // the one that Node.js brings is deprecated, and a package outside node_modules that loads it is told so at every start
    resolve: { alias: { punycode: 'punycode/punycode.js' } },
    plugins: [placesOfModules()],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({
    format: 'esm',
    keepNames: true,
    chunkFileNames: 'parts/[name]-[hash].js',
  });
  await bundle.close();
  for (const { fileName, code } of output.toReversed()) writeOutput(`${programsFolder}${fileName}`, code);
  removeOthers(new Set(output.map(({ fileName }) => fileName)));
}

/** A module finds what it reads beside itself, wherever its text went. */
function placesOfModules() {
  const place = (id) => `__placeOf(${JSON.stringify(relative(outputFolder, id))})`;
  return {
    name: 'places-of-modules',
    transform: {
      filter: { code: 'import.meta.url' },
      // packages speak of themselves; no pattern of paths, for a checkout may have any name
      handler: (code, id) => (id.startsWith(outputFolder) ? code.replaceAll('import.meta.url', place(id)) : null),
    },
    renderChunk(code, { fileName }) {
      const folder = dirname(`${programsFolder}${fileName}`);
      return code.replaceAll(/__placeOf\("([^"]+)"\)/g, (_, module) => {
        return `new URL(${JSON.stringify(relative(folder, `${outputFolder}${module}`))}, import.meta.url).href`;
      });
    },
  };
}

/** What an earlier build left. */
function removeOthers(kept) {
  if (!existsSync(programsFolder)) return;
  const files = readdirSync(programsFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const path = `${parentPath}/${name}`;
    if (!kept.has(relative(programsFolder, path))) rmSync(path);
  }
}
