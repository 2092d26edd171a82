import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf } from './hops.js';

// A process of its own: subgraphs that answer from memory, so that the gateway is what is measured. Prints where it listens.

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const asked = JSON.parse(Buffer.concat(parts).toString()) as Parameters<typeof answerOf>[1];
    const text = JSON.stringify(answerOf((request.url ?? '').slice(1), asked));
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
