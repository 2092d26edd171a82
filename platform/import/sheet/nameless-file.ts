import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a temporary file that has lost its name already: it is gone when it is closed, and also when the process ends before that. */
export async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `thuisbasis-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
