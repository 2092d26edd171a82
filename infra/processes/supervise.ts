import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ProcessOptions {
  /** What a person calls it in messages. */
  readonly name: string;
  /** Its compiled main module. */
  readonly script: URL;
  readonly environment: NodeJS.ProcessEnv;
  /** Told, in one line, when it ended by itself and when it is there again. */
  readonly report: (line: string) => void;
}

/** A process that is kept alive until it is stopped. */
export interface SupervisedProcess {
  /** Number of the process that runs now; it changes with every restart. */
  pid(): number | undefined;
  /** Whether it runs now and has said that it is ready. */
  isThere(): boolean;
  stop(): Promise<void>;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A process that lived this long starts with a short pause again. */
const steadyMs = 30_000;
const stopTimeoutMs = 15_000;

/** Starts a process and waits until it is ready; starts it again, later each time, when it ends. Throws when the first start fails. */
export async function supervise(options: ProcessOptions): Promise<SupervisedProcess> {
  let child = await start(options);
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;

  async function keepAlive(): Promise<void> {
    let pauseMs = firstPauseMs;
    for (let since = performance.now(); ; since = performance.now()) {
      const cause = await ended(child);
      if (isStopping()) return;
      if (performance.now() - since > steadyMs) pauseMs = firstPauseMs;
      options.report(`${options.name} ended (${cause}); it starts again in ${pauseMs / 1_000} s`);
      await wait(pauseMs, undefined, { signal: stopping.signal });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      child = await start(options).catch(() => child);
      if (isStopping()) return stopChild(child);
      if (isRunning(child)) options.report(`${options.name} is there again`);
    }
  }
  const kept = keepAlive().catch(() => undefined);

  return {
    pid: () => child.pid,
    isThere: () => !isStopping() && isRunning(child),
    async stop() {
      stopping.abort();
      await stopChild(child);
      await kept;
    },
  };
}

/** In a process group of its own: Ctrl-C reaches the hub alone, which stops its parts in order. */
async function start({ name, script, environment }: ProcessOptions): Promise<ChildProcess> {
  const child = fork(fileURLToPath(script), { env: environment, detached: true, stdio: ['ignore', 2, 2, 'ipc'] });
  const first = await Promise.race([once(child, 'message').then(() => 'ready'), ended(child)]);
  if (first !== 'ready') throw new Error(`${name} does not start (${first})`);
  return child;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function ended(child: ChildProcess): Promise<string> {
  if (isRunning(child)) await once(child, 'exit');
  return child.signalCode ?? `exit code ${child.exitCode ?? '?'}`;
}

async function stopChild(child: ChildProcess): Promise<void> {
  const gone = ended(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await gone;
  clearTimeout(timer);
}
