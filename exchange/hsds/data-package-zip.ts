import { createReadStream, type ReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { dataPackage } from './data-package.js';
import type { TypedHsds } from './hsds-objects.js';
import { hsdsTables } from './hsds-tables.js';
import { writeTables } from './write-tables.js';

/**
 * A zip of the tables and their descriptor. The objects come through each other and a zip holds one file after the other, so the
 * tables wait on disk, not in memory, until the last object is there.
 */
export async function* dataPackageZip(
  objects: AsyncIterable<TypedHsds>,
  completeUntil: string,
): AsyncGenerator<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-export-'));
  try {
    await writeTables(folder, objects);
    yield* zipped(folder, dataPackage(completeUntil));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* zipped(folder: string, descriptor: string): AsyncGenerator<Buffer> {
  const opened: ReadStream[] = [];
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(descriptor), 'datapackage.json');
  for (const { path } of hsdsTables) {
    zip.addReadStreamLazy(path, (give) => {
      const stream = createReadStream(join(folder, path));
      opened.push(stream);
      give(null, stream);
    });
  }
  zip.end();
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    // whoever hangs up leaves a file open
    for (const stream of opened) stream.destroy();
  }
}
