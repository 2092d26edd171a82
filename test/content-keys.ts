import { readContentKeys } from '../platform/secrecy/content-keys.js';
import { sealerWith, type Sealer } from '../platform/secrecy/sealer.js';
import { required } from '../platform/process/environment.js';

/** The file of the keys with which every hub and database of this run seals texts. */
export function testKeysFile(): string {
  return required(process.env, 'CONTENT_KEYS_FILE');
}

export function testSealer(): Sealer {
  return sealerWith(readContentKeys({ CONTENT_KEYS_FILE: testKeysFile() }));
}
