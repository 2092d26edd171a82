import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable, resultsFolder, type Kept } from './tools/report.js';

// All benches one after the other, in shorter rounds where their own would make this longer than half an hour; at the end which goals were reached. What each found is kept in
// bench-results/. `npm run bench`, or `npm run bench -- hub growth` for some of them. What a goal lacks is no failure of this program; a bench that breaks off is.

/** The benches, and how many rounds each makes here and how long one lasts, where that differs from its own. */
const benches: Readonly<Record<string, { readonly rounds?: number; readonly roundMs?: number }>> = {
  gateway: { rounds: 3, roundMs: 2_000 },
  hub: {},
  growth: { rounds: 5 },
  start: { rounds: 5 },
  overload: {},
  soak: {},
  rights: {},
  publishing: { rounds: 3 },
  dashboards: {},
  people: {},
  live: {},
  page: {},
  security: {},
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const found = new Map<string, Kept>();
for (const name of wanted) {
  console.log(`\n${name}`);
  const began = performance.now();
  await run(name);
  const kept = await readFile(resultOf(name), 'utf8').catch(() => null);
  if (kept !== null) found.set(name, JSON.parse(kept) as Kept);
  console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s`);
}
const goals = [...found].flatMap(([name, { goals }]) => goals.map((goal) => ({ name, ...goal })));
const rows = goals.map(({ name, what, aimed, measured, isReached }) => [
  ...[name, what, aimed, measured],
  isReached ? 'yes' : 'NO',
]);
console.log('');
printTable(['bench', 'goal', 'aimed for', 'measured', 'reached'], rows);
const broken = wanted.filter((name) => !found.has(name));
if (broken.length > 0) throw new Error(`broke off: ${broken.join(', ')}`);

async function run(name: string): Promise<void> {
  const profile = benches[name];
  if (!profile) throw new Error(`no bench is called ${name}: there are ${Object.keys(benches).join(', ')}`);
  await rm(resultOf(name), { force: true });
  const child = spawn(process.execPath, [fileURLToPath(new URL(`./${name}.js`, import.meta.url))], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: 'node_modules/.cache/node',
      ...(profile.rounds && { BENCH_ROUNDS: String(profile.rounds) }),
      ...(profile.roundMs && { BENCH_ROUND_MS: String(profile.roundMs) }),
    },
    stdio: 'inherit',
  });
  await once(child, 'exit');
}

function resultOf(name: string): string {
  return join(resultsFolder, `${name}.json`);
}
