import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { toFormatted } from '../../present-error/present-error.js';

const body = JSON.stringify({ errors: [toFormatted({ code: 'BAD_REQUEST', parameters: {} }, 'nl')] });
const mediaType = 'application/json; charset=utf-8';

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what is not even HTTP, or came too slowly, and hangs up. Nothing of it is logged. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const head = [
    `HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  // a client that never hangs up itself would keep the socket for as long as it lives
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Answers who sends `Expect` with anything but `100-continue`: Node would say so without a word of the hub. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(417, { 'content-type': mediaType, 'cache-control': 'no-store', connection: 'close' });
  response.end(body);
}
