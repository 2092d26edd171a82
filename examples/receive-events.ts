// Receives events: PORT=8080 WEBHOOK_SECRET=whsec_... node examples/receive-events.ts
// Needs nothing but Node 22.18 or newer; in this repository `npx node` is one. Put a TLS proxy before it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

const { PORT = '8080', WEBHOOK_SECRET = '' } = process.env;
const key = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64');
const toleranceSeconds = 300;
if (!WEBHOOK_SECRET.startsWith('whsec_') || key.length < 24)
  stop('Set WEBHOOK_SECRET to the secret that the hub gave with the subscription: whsec_ and base64.');
/** In earnest: a table with a unique id, written in the transaction of what you do with the event. */
const seen = new Set<string>();

type Event = {
  id: string;
  type: string;
  time: string;
  cursor: string;
  data: { offerIds: string[]; holdId: string | null };
};

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Whether the hub sent this body, and not long ago (Standard Webhooks). */
function isSigned(headers: IncomingHttpHeaders, body: string): boolean {
  const id = String(headers['webhook-id']);
  const sentAt = String(headers['webhook-timestamp']);
  const expected = createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest();
  const isRecent = Math.abs(Date.now() / 1_000 - Number(sentAt)) < toleranceSeconds;
  const signatures = String(headers['webhook-signature']).split(' ');
  return (
    isRecent && signatures.some((signature) => isSame(Buffer.from(signature.replace(/^v1,/, ''), 'base64'), expected))
  );
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

createServer((request, response) => {
  void text(request).then((body) => {
    if (!isSigned(request.headers, body)) return response.writeHead(401).end();
    const event = JSON.parse(body) as Event;
    // the same event may come twice: answer 2xx again, do nothing again
    if (!seen.has(event.id)) console.log(`${event.type} ${event.data.holdId ?? event.data.offerIds.join(' ')}`);
    seen.add(event.id);
    return response.writeHead(204).end();
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${PORT}`));
