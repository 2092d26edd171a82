import { connect } from 'node:net';
import type { RawRequest } from './raw-request.js';

/** What came back over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const longestMs = 60_000;

/** Sends a request byte for byte, and reads until the hub hangs up; null when it hung up without an answer. */
export async function sendRaw(url: string, request: RawRequest, token: string | null): Promise<RawAnswer | null> {
  const { hostname, port } = new URL(url);
  const text = await exchange(Number(port), hostname, bytesOf(request, token), request.isBroken);
  if (text === '') return null;
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = rest.join('\r\n\r\n');
  const whole = headers['transfer-encoding'] === 'chunked' ? unchunked(body) : body;
  return { status: Number(first.split(' ')[1]), headers, body: Buffer.from(whole, 'latin1').toString('utf8') };
}

function bytesOf({ method, path, headers, body }: RawRequest, token: string | null): Buffer {
  const own = headers.filter(([name]) => token === null || name !== 'authorization');
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'connection: close',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...own.map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
}

/** Whoever tells a length that is not true says at once that nothing more comes. */
async function exchange(port: number, host: string, bytes: Buffer, isBroken: boolean): Promise<string> {
  const received: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ port, host });
    socket.setTimeout(longestMs, () => {
      socket.destroy();
      reject(new Error('the hub neither answers nor hangs up'));
    });
    socket.on('data', (chunk) => void received.push(chunk));
    // the hub may hang up before everything was sent
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    if (isBroken) socket.end(bytes);
    else socket.write(bytes);
  });
  return Buffer.concat(received).toString('latin1');
}

function unchunked(text: string): string {
  const end = text.indexOf('\r\n');
  const size = Number.parseInt(text.slice(0, end), 16);
  if (end === -1 || !(size > 0)) return '';
  return text.slice(end + 2, end + 2 + size) + unchunked(text.slice(end + 2 + size + 2));
}
