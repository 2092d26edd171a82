import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { installPeers, peers } from '../tools/peers.js';
import { posting, type Contender, type Used } from '../tools/rounds.js';
import { question, sdl, supergraphAt, variables } from './hops.js';

const body = JSON.stringify({ query: question, variables });

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
      contenders.push(contenderAt(name, origin));
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

/** A gateway in a process of its own, which tells itself what it took. */
function contenderAt(name: string, origin: string): Contender {
  const pool = new Pool(origin, { connections: 64 });
  return {
    name,
    ask: posting(pool, { path: '/', body }),
    async used() {
      const response = await pool.request({ path: '/cpu', method: 'GET' });
      return (await response.body.json()) as Used;
    },
  };
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
