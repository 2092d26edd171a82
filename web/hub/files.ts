import { hubAddress } from './place.js';

/** A line of what the hub answers to a file. */
export interface FileLine {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** What came of a file on its way from or to the hub. */
export type FileAnswer<Content> =
  | { readonly kind: 'ok'; readonly content: Content }
  /** The hub said no, in its own words. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'lapsed' }
  /** Nobody can tell what came of it. */
  | { readonly kind: 'lost' };

/** Sends the bytes of a file and gives the lines of the answer. With a key the same bytes are taken once. */
export function sendFile(
  path: string,
  bytes: ArrayBuffer,
  idempotencyKey: string | null,
): Promise<FileAnswer<readonly FileLine[]>> {
  const key = idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey };
  const headers = { 'content-type': 'application/octet-stream', 'accept-language': 'nl', ...key };
  return answerOf(path, { method: 'POST', body: bytes, headers }, async (response) => linesOf(await response.text()));
}

/** Takes a file of the hub and gives it to the browser to keep, under a name. */
export function takeFile(path: string, name: string): Promise<FileAnswer<null>> {
  return answerOf(path, { headers: { 'accept-language': 'nl' } }, async (response) => {
    keepFile(await response.blob(), name);
    return null;
  });
}

/** Gives the browser a file to keep, under a name. */
export function keepFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function answerOf<Content>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<Content>,
): Promise<FileAnswer<Content>> {
  try {
    const response = await fetch(hubAddress(path), { credentials: 'same-origin', ...init });
    if (response.status === 401) return { kind: 'lapsed' };
    if (response.ok) return { kind: 'ok', content: await read(response) };
    return { kind: 'refused', message: messageOf(await response.text()) };
  } catch {
    return { kind: 'lost' };
  }
}

/** NDJSON: a line that broke off is no line. */
function linesOf(text: string): FileLine[] {
  return text
    .split('\n')
    .map((line) => parsed(line) as FileLine | null)
    .filter((line): line is FileLine => typeof line?.kind === 'string');
}

function messageOf(text: string): string {
  const read = parsed(text) as { readonly errors?: readonly { readonly message: string }[] } | null;
  const messages = (read?.errors ?? []).map(({ message }) => message);
  return messages.length === 0 ? 'Dit lukte niet. Probeer het straks opnieuw.' : messages.join(' ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
