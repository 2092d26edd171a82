import type { Readable } from 'node:stream';
import { HubError } from '../../errors/errors.js';
import { decodeText } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { readNdjson } from './read-ndjson.js';
import { readXlsx } from './read-xlsx.js';
import type { Sheet } from './sheet.js';

/** As much as says what a file is. */
const headBytes = 512;

const zip = /^PK\u0003\u0004/;
/** Web pages and other XML, PDF, RTF, and whatever holds bytes that no text has. */
const noTable = /^\s*<|^%PDF|^\{\\rtf|[\u0000-\u0008\u000e-\u001f]/;

/** Text in UTF-16 says so with its first bytes, or has a NUL beside every letter. */
const utf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff|(?:[^\u0000]\u0000){4}|(?:\u0000[^\u0000]){4})/;

/** Recognises a file by how it begins, whatever it is called. Throws IMPORT_FILE_EMPTY, IMPORT_FILE_UNKNOWN and IMPORT_ENCODING_UNKNOWN. */
export async function openSheet(body: Readable, mediaType: string | null, signal?: AbortSignal): Promise<Sheet> {
  if (mediaType?.startsWith('multipart/') === true) throw new HubError('IMPORT_FILE_UNKNOWN');
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  const head = await readHead(chunks);
  const bytes = joined(head, chunks);
  const start = head.toString('latin1', 0, headBytes).replace(/^\u00ef\u00bb\u00bf/, '');
  if (zip.test(start)) return { kind: 'XLSX', rows: readXlsx(bytes, signal) };
  if (utf16.test(start)) throw new HubError('IMPORT_ENCODING_UNKNOWN');
  if (noTable.test(start) || /^\s*\[/.test(start)) throw new HubError('IMPORT_FILE_UNKNOWN');
  if (start.trim() === '') throw new HubError('IMPORT_FILE_EMPTY');
  const text = decodeText(bytes);
  return /^\s*\{/.test(start) ? { kind: 'NDJSON', lines: readNdjson(text) } : { kind: 'CSV', rows: readCsv(text) };
}

async function readHead(chunks: AsyncIterator<Uint8Array, undefined>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < headBytes) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* joined(head: Uint8Array, chunks: AsyncIterator<Uint8Array, undefined>): AsyncGenerator<Uint8Array> {
  yield head;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) return;
    yield value;
  }
}
