import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { sdl, supergraphAt } from './hops.js';

/** A gateway in a process of its own. */
export interface Contender {
  readonly name: string;
  readonly pool: Pool;
}

const root = new URL('../../../', import.meta.url);
/** Other gateways are no dependencies of this one: they are installed apart, at versions of their own. */
const peers = fileURLToPath(new URL('node_modules/.cache/bench-peers/', root));

/** What is run for each: a program of this bench or of `bench/peers/`, and what it is told. */
const programs: Readonly<
  Record<string, { readonly program: string; readonly mode: string; readonly isPeer: boolean }>
> = {
  stock: { program: 'serve-gateway.js', mode: 'stock', isPeer: false },
  'stock, pooled HTTP': { program: 'serve-gateway.js', mode: 'stock-pooled', isPeer: false },
  compiled: { program: 'serve-gateway.js', mode: 'compiled', isPeer: false },
  'Hive, JavaScript planner': { program: 'hive.mjs', mode: 'js', isPeer: true },
  'Hive, Rust planner': { program: 'hive.mjs', mode: 'rust', isPeer: true },
  Mercurius: { program: 'mercurius.mjs', mode: 'plain', isPeer: true },
  'Mercurius with JIT': { program: 'mercurius.mjs', mode: 'jit', isPeer: true },
  floor: { program: 'serve-gateway.js', mode: 'floor', isPeer: false },
};

/** Runs every gateway over the same subgraphs for as long as the work takes. */
export async function withContenders(work: (contenders: readonly Contender[]) => Promise<void>): Promise<void> {
  await installPeers();
  const children: ChildProcess[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-bench-'));
  try {
    const subgraphs = await serve(children, own('serve-subgraphs.js'));
    const graph = join(folder, 'graph.json');
    await writeFile(graph, JSON.stringify({ supergraph: supergraphAt(subgraphs), sdl }));
    const contenders: Contender[] = [];
    for (const [name, { program, mode, isPeer }] of Object.entries(programs)) {
      const path = isPeer ? join(peers, program) : own(program);
      const origin = await serve(children, path, subgraphs, graph, mode);
      contenders.push({ name, pool: new Pool(origin, { connections: 64 }) });
    }
    await work(contenders);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
}

function own(program: string): string {
  return fileURLToPath(new URL(`./${program}`, import.meta.url));
}

async function installPeers(): Promise<void> {
  await cp(new URL('bench/peers/', root), peers, { recursive: true });
  if (existsSync(join(peers, 'node_modules'))) return;
  console.log('Installing the other gateways (bench/peers) …');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peers });
}

/** Starts a program; gives the address that it prints. */
async function serve(children: ChildProcess[], path: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => line.startsWith('http') && resolve(line));
    child.once('exit', () => reject(new Error(`${path} ended`)));
  });
}
