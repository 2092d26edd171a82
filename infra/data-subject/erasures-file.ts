import { appendFile, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from '../../platform/process/environment.js';
import { privateFile } from '../identity/private-file.js';

/** A case that was erased on request, which a backup of before still holds. */
export interface NotedErasure {
  readonly caseId: string;
  /** ISO 8601, UTC */
  readonly erasedAt: string;
  readonly orderedBy: string;
}

/** Where erasures are noted: ERASURES_FILE, or a file below the data folder. A copy belongs away from both hub and backups. */
export function erasuresFile(dataFolder: string, environment: Environment): string {
  const told = environment['ERASURES_FILE'];
  return told ? resolve(told) : privateFile(dataFolder, 'erasures.jsonl');
}

/** Notes an erasure, so that it can be done again after a restore: an identifier that leads to nobody any more. */
export async function noteErasure(file: string, erasure: NotedErasure): Promise<void> {
  await appendFile(file, `${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true });
}

/** What was noted, oldest first; nothing where there is no file. */
export async function readErasures(file: string): Promise<NotedErasure[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as NotedErasure);
}
