import type { FormattedExecutionResult } from 'graphql';
import { Pool, type Dispatcher } from 'undici';
import { HubError } from '../../platform/errors/errors.js';
import { headHeader } from '../../platform/subgraph/roads/serve-roads.js';
import { trailHeaders } from '../../platform/telemetry/traces.js';
import { readResult } from './read-result.js';
import { SubgraphFault, type FaultCode } from './subgraph-fault.js';
import type { SubgraphTransport } from './transport.js';

export interface HttpTransportOptions {
  /** Connections kept to the subgraph; further requests wait for a free one. */
  readonly connections?: number;
  /** Longest wait for a connection, for the headers and between two pieces of the body. */
  readonly timeoutMs?: number;
  readonly maxAnswerBytes?: number;
}

// The subgraph keeps a silent connection for 60 s: the gateway lets go of it first.
const keepAliveMs = 55_000;
const roadConnections = 8;
const anyBytes = 'application/octet-stream';
const defaults = { connections: 64, timeoutMs: 1_500, maxAnswerBytes: 4_000_000 };

/** Reaches a subgraph over HTTP with kept connections. `url` is its origin, such as http://127.0.0.1:4001. */
export function httpTransport(url: string, options: HttpTransportOptions = {}): SubgraphTransport {
  const settings = { ...defaults, ...options };
  const pool = openPool(url, settings);
  const roads = openRoadPool(url, settings);
  return {
    async send(body, authorization, signal) {
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization,
        ...trailHeaders(),
      };
      const response = await ask(pool, { path: '/graphql', method: 'POST', headers, body, signal });
      const code = faultOfHead(response, settings.maxAnswerBytes);
      if (code) return hangUp(response, code);
      return { status: response.statusCode, result: resultIn(await read(response), response.statusCode) };
    },

    async travel(head, body, authorization, signal) {
      const headers = {
        [headHeader]: Buffer.from(head).toString('base64url'),
        authorization,
        'content-type': anyBytes,
      };
      const answer = await ask(roads, { path: '/road', method: 'POST', headers, body, signal });
      return { status: answer.statusCode, mediaType: String(answer.headers['content-type']), body: answer.body };
    },

    async ready(authorization, signal) {
      const response = await ask(pool, { path: '/ready', method: 'GET', headers: { authorization }, signal });
      await read(response);
      return response.statusCode;
    },

    close: async () => {
      await Promise.all([pool.destroy(), roads.destroy()]);
    },
  };
}

function openPool(url: string, { connections, timeoutMs, maxAnswerBytes }: typeof defaults): Pool {
  return new Pool(new URL(url).origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxAnswerBytes,
  });
}

/** Connections for bulk apart, and few: they last long, and must not keep a question waiting. Their time is the caller's signal. */
function openRoadPool(url: string, { timeoutMs }: typeof defaults): Pool {
  return new Pool(new URL(url).origin, {
    connections: roadConnections,
    pipelining: 1,
    connect: { timeout: timeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/**
 * Sends a request. A kept connection may end at the very moment that it is used, as when the subgraph is restarted: what is whole and came to nothing is
 * sent once more, over another. Every change carries a key, under which it is done once.
 */
async function ask(pool: Pool, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
  const isWhole = typeof options.body === 'string' || options.body === undefined;
  try {
    return await pool.request(options);
  } catch (error) {
    if (!isWhole || !wasCut(error)) fail(error);
  }
  return pool.request(options).catch((error: unknown) => fail(error));
}

/** Whether the connection ended before anything of an answer came. */
function wasCut(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

async function read({ body }: Dispatcher.ResponseData): Promise<string> {
  return body.text().catch((error: unknown) => fail(error));
}

function fail(error: unknown): never {
  throw error instanceof SubgraphFault || error instanceof HubError
    ? error
    : new SubgraphFault(codeOfError(error), { cause: error });
}

function codeOfError(error: unknown): FaultCode {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return 'SUBGRAPH_TIMEOUT';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'UND_ERR_HEADERS_OVERFLOW') return 'SUBGRAPH_ANSWER_INVALID';
  return name === 'HTTPParserError' ? 'SUBGRAPH_ANSWER_INVALID' : 'SUBGRAPH_UNAVAILABLE';
}

/** What the status line and headers give away: a page where JSON should be, a redirect, a body that is too large or packed. */
function faultOfHead({ statusCode, headers }: Dispatcher.ResponseData, maxAnswerBytes: number): FaultCode | null {
  const isJson = /^application\/(graphql-response\+)?json\b/.test(String(headers['content-type']));
  const isReadable = isJson && headers['content-encoding'] === undefined;
  if (statusCode >= 500 && !(statusCode === 503 && isReadable)) return 'SUBGRAPH_UNAVAILABLE';
  return isReadable && Number(headers['content-length'] ?? 0) <= maxAnswerBytes ? null : 'SUBGRAPH_ANSWER_INVALID';
}

/** A subgraph that says 503 may say why; what else stands in its place is of no use. */
function resultIn(text: string, statusCode: number): FormattedExecutionResult {
  try {
    return readResult(text);
  } catch (error) {
    throw statusCode === 503 ? new SubgraphFault('SUBGRAPH_UNAVAILABLE', { cause: error }) : error;
  }
}

function hangUp({ body }: Dispatcher.ResponseData, code: FaultCode): never {
  body.once('error', () => undefined).destroy();
  throw new SubgraphFault(code);
}
