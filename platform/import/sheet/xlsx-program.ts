import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';
import { HubError } from '../../errors/errors.js';
import { packRows } from './packed-rows.js';
import type { Cell } from './sheet.js';
import { safeXlsx } from './unpack-xlsx.js';
import type { XlsxAnswer, XlsxTask } from './xlsx-thread.js';

// What the thread of `readInThread` runs: one file, and it is done.

try {
  const packed = packRows(await readTable(readFile(workerData as XlsxTask)));
  answer(
    { packed },
    packed.map(({ buffer }) => buffer),
  );
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  answer({ code: error.code, parameters: error.parameters });
}

function answer(message: XlsxAnswer, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}

function readFile({ descriptor, bytes }: XlsxTask): Uint8Array {
  const file = new Uint8Array(bytes);
  let read = 0;
  while (read < bytes) {
    const more = readSync(descriptor, file, read, bytes - read, read);
    if (more === 0) throw new HubError('IMPORT_FILE_BROKEN');
    read += more;
  }
  return file;
}

async function readTable(file: Uint8Array): Promise<Cell[][]> {
  const safe = Buffer.from(safeXlsx(file));
  try {
    return (await readSheet(safe)) as Cell[][];
  } catch {
    throw new HubError('IMPORT_FILE_BROKEN');
  }
}
