import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { signatureHeaders } from './signature.js';
import { isAllowedAddress, isReachable, type Reach } from './webhook-url.js';

export interface WebhookMessage {
  readonly url: string;
  readonly secret: string;
  /** The same for every attempt. */
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
}

/** What became of one attempt: taken, no longer wanted (410), broken off by us, or why it failed. */
export type WebhookOutcome = 'TAKEN' | 'GONE' | 'STOPPED' | WebhookFailure;
export type WebhookFailure = 'ADDRESS_NOT_ALLOWED' | 'NO_CONNECTION' | 'TIMEOUT' | 'NOT_TAKEN';

export interface WebhookSender {
  post(message: WebhookMessage, signal: AbortSignal): Promise<WebhookOutcome>;
  close(): Promise<void>;
}

export interface WebhookOptions extends Reach {
  /** How names are resolved; the system's way unless told otherwise. */
  readonly resolve?: typeof lookup;
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 10_000;
const connectTimeoutMs = 5_000;
const largestAnswer = 16_384;

class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
}

/**
 * Sends messages to the addresses of others, and only to hosts on the public internet. A name is resolved once for each connection and
 * the connection goes to the address that was checked, so that a name cannot stand for one host when checked and another when called.
 * Redirects are not followed, what is answered is not read.
 */
export function webhookSender(options: WebhookOptions): WebhookSender {
  const agent = new Agent({
    connect: { lookup: checkedLookup(options), timeout: connectTimeoutMs },
    pipelining: 0,
    maxHeaderSize: largestAnswer,
    maxResponseSize: largestAnswer,
  });
  return {
    async post(message, signal) {
      if (!isAllowedAddress(new URL(message.url), options)) return 'ADDRESS_NOT_ALLOWED';
      const limit = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
      try {
        return outcomeOf(await send(agent, message, AbortSignal.any([signal, limit])));
      } catch (error) {
        return signal.aborted ? 'STOPPED' : failureOf(error, limit);
      }
    },
    close: () => agent.destroy(),
  };
}

/** The HTTP status of the answer; its body is dropped unread. */
async function send(agent: Agent, message: WebhookMessage, signal: AbortSignal): Promise<number> {
  const { url, secret, id, contentType, body } = message;
  const sentAt = Math.floor(Date.now() / 1_000);
  const answer = await request(url, {
    dispatcher: agent,
    method: 'POST',
    headers: {
      'content-type': contentType,
      'user-agent': 'thuisbasis',
      ...signatureHeaders(secret, id, sentAt, body),
    },
    body,
    signal,
  });
  answer.body.on('error', () => undefined).destroy();
  return answer.statusCode;
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'TAKEN';
  return status === 410 ? 'GONE' : 'NOT_TAKEN';
}

function failureOf(error: unknown, limit: AbortSignal): WebhookFailure {
  if (error instanceof AddressNotAllowed) return 'ADDRESS_NOT_ALLOWED';
  const isTimeout = limit.aborted || (error instanceof Error && error.name.endsWith('TimeoutError'));
  return isTimeout ? 'TIMEOUT' : 'NO_CONNECTION';
}

/** Resolves a name to addresses that may be called; when one of them may not, to none. */
function checkedLookup({ resolve = lookup, ...reach }: WebhookOptions): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isReachable(address, reach)))
        callback(new AddressNotAllowed('not a public host'), '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
