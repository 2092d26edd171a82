import { createTurnstile } from '../../process/turnstile.js';
import { openNameless } from './nameless-file.js';
import type { SheetRow } from './sheet.js';
import { readInThread } from './xlsx-thread.js';
import { unpackRows } from './packed-rows.js';

/** An XLSX is unpacked in memory: never two at a time, however many are sent. */
const oneAtATime = createTurnstile(1, 60_000);

/**
 * The rows of the first sheet of an XLSX file, which waits on disk for its turn and is read beside this thread. Throws IMPORT_FILE_BROKEN
 * for what is not one and IMPORT_FILE_TOO_LARGE for what takes too much to read.
 */
export async function* readXlsx(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<SheetRow> {
  for (const packed of await read(bytes, signal)) yield* unpackRows(packed);
}

async function read(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<readonly Uint8Array[]> {
  const file = await openNameless();
  try {
    let size = 0;
    for await (const chunk of bytes) size += (await file.write(chunk)).bytesWritten;
    return await oneAtATime.pass(() => readInThread({ descriptor: file.fd, bytes: size }, { signal }));
  } finally {
    await file.close();
  }
}
