import { spawn } from 'node:child_process';
import type { OperatingUser } from './operating-user.js';

export interface ProgramResult {
  /** The exit code; `null` when the program could not be started or was killed. */
  readonly code: number | null;
  /** What it wrote, both streams, trimmed. */
  readonly output: string;
}

/** Runs a program to its end, as another user when one is given, from a folder that everybody may enter. */
export function runProgram(
  command: string,
  args: readonly string[],
  user: OperatingUser | null = null,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...user,
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', () => {
      resolve({ code: null, output: output.trim() });
    });
    child.on('close', (code) => {
      resolve({ code, output: output.trim() });
    });
  });
}

/** Nothing of the hub's own environment reaches PostgreSQL: a PGDATA or PGPORT set there must not move it. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
