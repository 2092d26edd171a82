import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
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

/** What is packed is given before more is read. */
async function* zipped(folder: string, descriptor: string): AsyncGenerator<Buffer> {
  const packed: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(Buffer.from(chunk));
  });
  const entry = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name);
    zip.add(file);
    return file;
  };
  entry('datapackage.json').push(strToU8(descriptor), true);
  for (const { path } of hsdsTables) {
    const file = entry(path);
    for await (const chunk of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
      file.push(chunk);
      yield* packed.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* packed.splice(0);
}
