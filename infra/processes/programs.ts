/** A program of the hub that runs in a process of its own (`infra/prepare/programs.mjs`). */
export type ProgramName = 'hub-for-bulk' | 'gateway' | 'cases' | 'capacity' | 'people';

/** Where the programs lie, each joined with all that it loads (decision 52). */
export const programsFolder = new URL('../../programs/', import.meta.url);

/** The file of a program. */
export function programFile(name: string, folder: URL = programsFolder): URL {
  return new URL(`${name}.js`, folder);
}
