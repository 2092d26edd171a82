import { TextDecoder } from 'node:util';
import { HubError } from '../../errors/errors.js';

type Bytes = AsyncIterable<Uint8Array>;

/** A character of UTF-8 has at most so many bytes. */
const longestCharacter = 4;

/**
 * The text of a file in UTF-8, with or without a byte order mark, or in windows-1252, as spreadsheets still write it. Both agree on
 * ASCII: the first other character decides. Throws IMPORT_ENCODING_UNKNOWN for a file that is neither.
 */
export async function* decodeText(bytes: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let undecided = new Uint8Array();
  for await (const chunk of bytes) {
    if (decoder) {
      yield decode(decoder, chunk);
      continue;
    }
    const part = Buffer.concat([undecided, chunk]);
    const start = part.findIndex((byte) => byte > 0x7f);
    const isKnown = start !== -1 && part.length - start >= longestCharacter;
    undecided = start === -1 ? new Uint8Array() : part.subarray(start);
    yield part.toString('latin1', 0, start === -1 ? part.length : start);
    if (!isKnown) continue;
    decoder = decoderFor(undecided);
    yield decode(decoder, undecided);
  }
  yield decoder ? decode(decoder) : decode(decoderFor(undecided), undecided);
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  return new TextDecoder(startsAsUtf8(bytes) ? 'utf-8' : 'windows-1252', { fatal: true });
}

/** Whether the first character, which is no ASCII, is one of UTF-8. */
function startsAsUtf8(bytes: Uint8Array): boolean {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lengths = Array.from({ length: Math.min(longestCharacter, bytes.length) }, (_, index) => index + 1);
  return lengths.some((length) => {
    try {
      return utf8.decode(bytes.subarray(0, length)) !== '';
    } catch {
      return false;
    }
  });
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new HubError('IMPORT_ENCODING_UNKNOWN');
  }
}
