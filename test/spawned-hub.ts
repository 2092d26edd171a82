import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface SpawnedHub {
  readonly process: ChildProcess;
  /** What it has written so far. */
  output(): string;
  errors(): string;
  /** Waits until it has asked its first question and serves. */
  untilServing(): Promise<void>;
  /** Waits until it is gone; its exit code or the signal that killed it. */
  ended(): Promise<number | string>;
}

const serveWithinMs = 60_000;

/** Starts a hub as `npm start` does, with these variables and no other setting. */
export function spawnHub(environment: NodeJS.ProcessEnv, program: 'hub' | 'hub-of-processes' = 'hub'): SpawnedHub {
  const script = fileURLToPath(new URL(`../dist/programs/${program}.js`, import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], ...environment },
    cwd: fileURLToPath(new URL('../dist/', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (texts.errors += chunk.toString('utf8')));
  const gone = once(child, 'close');
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;

  return {
    process: child,
    output: () => texts.output,
    errors: () => texts.errors,
    async untilServing() {
      const deadline = performance.now() + serveWithinMs;
      while (!texts.output.includes('until Ctrl-C')) {
        if (isGone() || performance.now() > deadline) throw new Error(`the hub does not serve: ${texts.errors}`);
        await wait(50);
      }
    },
    async ended() {
      await gone;
      return child.exitCode ?? child.signalCode ?? 'unknown';
    },
  };
}
