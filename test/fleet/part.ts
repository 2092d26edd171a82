import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../infra/postgres/embedded.js';
import { programFile, type ProgramName } from '../../infra/processes/programs.js';

/** Several processes of one program behind one address. */
export interface FleetPart {
  readonly address: string;
  /** The addresses of the processes themselves. */
  readonly origins: readonly string[];
  /** The numbers of the processes that run now. */
  pids(): number[];
  /** Stops the processes one by one, as a release does, each of which is there again before the next stops; gives their exit codes. */
  restart(tell?: Tell): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Tells a process, by its number, to stop. */
export type Tell = (pid: number) => void;

export const terminated: Tell = (pid) => process.kill(pid, 'SIGTERM');
/** As Ctrl-C does: what it started hears it too. */
export const interruptedWithGroup: Tell = (pid) => process.kill(-pid, 'SIGINT');

/** What stands before the processes. */
export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

export interface PartOptions {
  readonly program: ProgramName;
  readonly count: number;
  readonly openFront: (ports: readonly number[]) => Promise<Front>;
  /** The variables of each process, besides its port. */
  readonly environment: (address: string) => NodeJS.ProcessEnv;
}

const programs = new URL('../../dist/programs/', import.meta.url);

export async function openPart({ program, count, openFront, environment }: PartOptions): Promise<FleetPart> {
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const front = await openFront(ports);
  const start = (port: number): Promise<ChildProcess> =>
    startProcess(program, { PATH: process.env['PATH'], ...environment(front.url), PORT: String(port) });
  const running = await Promise.all(ports.map(async (port) => ({ port, child: await start(port) })));
  return {
    address: front.url,
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    pids: () => running.map(({ child }) => child.pid ?? 0),
    async restart(tell = terminated) {
      const codes: unknown[] = [];
      for (const one of running) {
        codes.push(await stop(one.child, tell));
        one.child = await start(one.port);
      }
      return codes;
    },
    async close() {
      await Promise.all(running.map(({ child }) => stop(child, terminated)));
      await front.close();
    },
  };
}

/** In a process group of its own. */
async function startProcess(program: ProgramName, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(fileURLToPath(programFile(program, programs)), { env, detached: true });
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
  if (said !== 'ready') throw new Error(`${program} does not start: exit code ${String(said)}`);
  return child;
}

/** Gives its exit code. */
async function stop(child: ChildProcess, tell: Tell): Promise<unknown> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  tell(child.pid);
  return ((await gone) as unknown[])[0];
}
