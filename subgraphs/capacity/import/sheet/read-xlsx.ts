import { readSheet } from 'read-excel-file/node';
import { HubError } from '../../../../platform/errors/errors.js';
import { createTurnstile } from '../../../../platform/process/turnstile.js';
import type { Cell, SheetRow } from './sheet.js';
import { safeXlsx } from './unpack-xlsx.js';

/** An XLSX is unpacked in memory: never two at a time, however many are sent. */
const oneAtATime = createTurnstile(1, 60_000);

/** The rows of the first sheet of an XLSX file. Throws IMPORT_FILE_BROKEN for what is not one. */
export async function* readXlsx(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SheetRow> {
  const file = await collect(bytes);
  const rows = await oneAtATime.pass(() => read(file));
  for (const [index, cells] of rows.entries()) if (cells.some((cell) => cell !== null)) yield { row: index + 1, cells };
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(file: Uint8Array): Promise<Cell[][]> {
  const safe = Buffer.from(safeXlsx(file));
  try {
    return (await readSheet(safe)) as Cell[][];
  } catch {
    throw new HubError('IMPORT_FILE_BROKEN');
  }
}
