import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ConfigurationError } from '../../platform/process/environment.js';

/** A line of the hub's answer to a file. */
export interface AnswerLine {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export interface SentFile {
  readonly path: string;
  /** Where the hub is, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Where files of this kind are taken: `/import` or `/import/professionals`. */
  readonly route: string;
  readonly token: string;
  readonly isRehearsal: boolean;
  readonly isAtomic: boolean;
  /** The key of this import, against doing it twice. */
  readonly key: string | undefined;
  /** Told how many bytes of how many are read. */
  readonly onBytes: (bytes: number, total: number) => void;
}

/** Sends a file and gives the lines of the answer as they come. Throws ConfigurationError with what a person must mend. */
export async function* sendFile(file: SentFile): AsyncGenerator<AnswerLine> {
  const response = await post(file);
  if (!response.body || response.status !== 200) throw new ConfigurationError(await refusalOf(response));
  const lines = createInterface({ input: Readable.fromWeb(response.body), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as AnswerLine;
}

async function post(file: SentFile): Promise<Response> {
  const { url, route, token, isRehearsal, isAtomic, key } = file;
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(key !== undefined && { 'idempotency-key': key }) },
    body: Readable.toWeb(await open(file)),
    duplex: 'half',
  };
  const address = `${url}${route}?isRehearsal=${String(isRehearsal)}&isAtomic=${String(isAtomic)}`;
  try {
    return await fetch(address, init as RequestInit);
  } catch {
    throw new ConfigurationError(`No hub answers at ${url}: start one with npm start, or name another with --url.`);
  }
}

async function open({ path, onBytes }: SentFile): Promise<Readable> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ConfigurationError(`There is no file ${path}.`);
  const stream = createReadStream(path);
  let bytes = 0;
  stream.on('data', (chunk) => onBytes((bytes += chunk.length), found.size));
  return stream;
}

async function refusalOf(response: Response): Promise<string> {
  try {
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return errors.map(({ message }) => message).join('\n');
  } catch {
    return `The hub answered ${response.status}.`;
  }
}
