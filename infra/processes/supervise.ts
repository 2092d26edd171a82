import { fork, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../../platform/process/environment.js';

/** Begins a program and gives its process, which can send messages. */
type Launch = (program: Pick<ProcessOptions, 'script' | 'environment'>) => ChildProcess;

export interface ProcessOptions {
  /** What a person calls it in messages. */
  readonly name: string;
  /** Its compiled main module. */
  readonly script: URL;
  readonly environment: NodeJS.ProcessEnv;
  /** Told, in one line, when it ended by itself and when it is there again. */
  readonly report: (line: string) => void;
  /** How long a start may take; whoever is not ready by then is ended. */
  readonly startLimitMs?: number;
  /** How long it must have lived, half a minute unless told otherwise, to be started again at once. */
  readonly steadyMs?: number;
  /** Begins it, where it shares something with the process that keeps it. */
  readonly launch?: Launch;
  /** Tells it to end, where that is not by SIGTERM. */
  readonly end?: (child: ChildProcess) => void;
}

/** A process that is kept alive until it is stopped. */
export interface SupervisedProcess {
  /** Number of the process that runs or starts now; it changes with every restart. */
  pid(): number | undefined;
  /** The process that runs or starts now. */
  child(): ChildProcess;
  /** Whether it runs now and has said that it is ready. */
  isThere(): boolean;
  /** Stops it for good. Whoever is still starting is not waited for. */
  stop(): Promise<void>;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
const usualSteadyMs = 30_000;
const stopTimeoutMs = 15_000;
const usualStartLimitMs = 120_000;
/** What a process that was not ready yet gets to end by itself. */
const startingGraceMs = 2_000;

/** Starts a process and waits until it is ready; starts it again, later each time, when it ends. Throws a ConfigurationError when the first start fails. */
export async function supervise(options: ProcessOptions): Promise<SupervisedProcess> {
  const child = begin(options);
  const failure = await failureOf(child, options);
  if (failure !== null) throw new ConfigurationError(`${options.name} does not start (${failure})`);
  return keep(options, child, true);
}

/** The same for a process that nobody waits for: also a first start that fails is tried again. */
export function superviseUnawaited(options: ProcessOptions): SupervisedProcess {
  return keep(options, begin(options), false);
}

function begin(options: ProcessOptions): ChildProcess {
  const child = (options.launch ?? launchAlone)(options);
  // one that could not be begun has no number, and one that cannot be written to ends by itself
  child.on('error', () => undefined);
  return child;
}

function keep(options: ProcessOptions, first: ChildProcess, isFirstReady: boolean): SupervisedProcess {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { steadyMs = usualSteadyMs } = options;
  let child = first;
  let isReady = isFirstReady;

  /** Sees a start through, and the life after it; gives why that ended. */
  async function live(ready: () => void): Promise<string> {
    const failure = isReady ? null : await failureOf(child, options, signal);
    if (failure !== null) return failure;
    isReady = true;
    ready();
    const cause = await ended(child);
    isReady = false;
    return cause;
  }

  async function keepAlive(): Promise<void> {
    let pauseMs = firstPauseMs;
    let ready = (): void => undefined;
    for (;;) {
      let since = Infinity;
      const cause = await live(() => {
        since = performance.now();
        ready();
      });
      if (signal.aborted) return;
      // what lived long is no program that cannot run: whoever asks is waiting for it
      if (performance.now() - since >= steadyMs) pauseMs = 0;
      options.report(`${options.name} ended (${cause}); it starts again ${inWords(pauseMs)}`);
      await wait(pauseMs, undefined, { signal });
      pauseMs = Math.min(Math.max(pauseMs * 2, firstPauseMs), longestPauseMs);
      ready = () => options.report(`${options.name} is there again`);
      child = begin(options);
    }
  }
  const kept = keepAlive().catch(() => undefined);

  return {
    pid: () => child.pid,
    child: () => child,
    isThere: () => !signal.aborted && isReady && isRunning(child),
    async stop() {
      stopping.abort();
      await stopChild(child, options, isReady ? stopTimeoutMs : startingGraceMs);
      await kept;
    },
  };
}

function inWords(pauseMs: number): string {
  return pauseMs === 0 ? 'at once' : `in ${pauseMs / 1_000} s`;
}

/** In a process group of its own: Ctrl-C reaches the hub alone, which stops its parts in order. */
const launchAlone: Launch = ({ script, environment }) =>
  fork(fileURLToPath(script), { env: environment, detached: true, stdio: ['ignore', 2, 2, 'ipc'] });

/** Why a process did not come to be ready, and has ended; null when it is ready. */
async function failureOf(child: ChildProcess, options: ProcessOptions, stopping?: AbortSignal): Promise<string | null> {
  const patience = AbortSignal.timeout(options.startLimitMs ?? usualStartLimitMs);
  const signal = stopping ? AbortSignal.any([patience, stopping]) : patience;
  const ready = untilReady(child, signal).then(
    () => null,
    () => 'not ready in time',
  );
  const failure = await Promise.race([ready, ended(child).catch(() => 'cannot be run')]);
  if (failure !== null) await stopChild(child, options, startingGraceMs);
  return failure;
}

async function untilReady(child: ChildProcess, signal: AbortSignal): Promise<void> {
  for await (const [message] of on(child, 'message', { signal })) if (message === 'ready') return;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function ended(child: ChildProcess): Promise<string> {
  if (child.pid === undefined) throw new Error('it has not begun');
  if (isRunning(child)) await new Promise((resolve) => child.once('exit', resolve));
  return child.signalCode ?? `exit code ${child.exitCode ?? '?'}`;
}

function terminate(child: ChildProcess): void {
  child.kill('SIGTERM');
}

async function stopChild(child: ChildProcess, { end = terminate }: ProcessOptions, graceMs: number): Promise<void> {
  // a process that the system could not begin has nothing to end
  if (child.pid === undefined) return;
  const gone = ended(child);
  end(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}
