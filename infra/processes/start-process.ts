import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubBase } from '../hub/hub-base.js';
import { metricsPortOf, type Part } from './metrics-ports.js';
import { programFile, programsFolder, type ProgramName } from './programs.js';
import { supervise, superviseUnawaited, type ProcessOptions, type SupervisedProcess } from './supervise.js';

export interface ProcessesOptions {
  /** The folder of the programs. */
  readonly programs: URL;
  /** Told, in one line, when a process ended by itself and when it is there again. */
  readonly report: (line: string) => void;
  /** Gives the address under which others reach a part, where something stands in between; tests put their faults there. */
  readonly between?: (name: Part, url: string) => Promise<string>;
}

export const usualProcesses: ProcessesOptions = {
  programs: programsFolder,
  report: (line) => console.error(line),
};

export interface Surroundings extends ProcessesOptions {
  readonly base: HubBase;
}

/** Starts a program with the settings of the hub and its own, and keeps it alive until it is stopped. */
export function startProcess(
  name: Part,
  program: ProgramName,
  surroundings: Surroundings,
  own: NodeJS.ProcessEnv,
): Promise<SupervisedProcess> {
  return supervise(processOptions(name, program, surroundings, own));
}

/** The same for a program that nobody waits for, whose first start is tried again as well. */
export function startUnawaited(
  name: Part,
  program: ProgramName,
  surroundings: Surroundings,
  own: NodeJS.ProcessEnv,
): SupervisedProcess {
  return superviseUnawaited(processOptions(name, program, surroundings, own));
}

function processOptions(
  name: Part,
  program: ProgramName,
  { base, programs, report }: Surroundings,
  own: NodeJS.ProcessEnv,
): ProcessOptions {
  return {
    name,
    script: programFile(program, programs),
    environment: {
      ...base.environment,
      ...metricsPortOf(name, base.environment),
      LOG_LEVEL: base.config.logLevel,
      ...own,
    },
    report,
  };
}

/** Which tokens the hub believes, as a gateway of another process reads it. */
export async function tokenSettings({ config, identity }: HubBase): Promise<NodeJS.ProcessEnv> {
  const { jwks, issuer, audience } = identity;
  if (!jwks) return {};
  const file = join(config.dataFolder, 'identity', 'public-keys.json');
  await writeFile(file, JSON.stringify(jwks));
  return { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS_FILE: file, TOKEN_KEYS_URL: undefined };
}
