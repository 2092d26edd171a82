import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';
import { makeFolder } from '../data-folder.js';

const folderName = 'identity';

/** Where a file with keys lies: below the data folder, where only its owner may read. */
export function privateFile(dataFolder: string, name: string): string {
  return join(dataFolder, folderName, name);
}

/** Makes such a file where it is not there yet; of several who do so at once, one does. Throws a ConfigurationError when nobody can. */
export async function makePrivateFile(dataFolder: string, name: string, text: string): Promise<void> {
  try {
    await makeFolder(dataFolder);
    await mkdir(join(dataFolder, folderName), { recursive: true });
    await chmod(join(dataFolder, folderName), 0o700);
    // a link is made whole or not at all: whoever comes second takes the file of the first
    await withDraft(privateFile(dataFolder, name), text, (draft, file) => link(draft, file).catch(() => undefined));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(
      `The data folder ${dataFolder} cannot be written: give yourself that right, or choose another with DATA_DIR.`,
    );
  }
}

/** Puts another text in the place of a file, all at once. */
export async function replacePrivateFile(file: string, text: string): Promise<void> {
  await withDraft(file, text, rename);
}

async function withDraft(
  file: string,
  text: string,
  take: (draft: string, file: string) => Promise<unknown>,
): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await take(draft, file);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
