import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A partner's server on this machine. */
export interface WebhookReceiver {
  readonly url: string;
  /** What it took, in the order of arrival. */
  readonly taken: readonly ReceivedMessage[];
  /** How it answers the next messages: with this status, until told otherwise. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const taken: ReceivedMessage[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (status < 300) taken.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    taken,
    answerWith(next) {
      status = next;
    },
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
