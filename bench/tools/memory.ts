import { readFile } from 'node:fs/promises';

/** How much memory a process holds, in megabytes, as Linux tells it. */
export async function residentMegabytes(processId: number): Promise<number> {
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${processId}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_024;
}
