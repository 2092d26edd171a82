import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import type { Caller } from '../../platform/identity/caller.js';
import { createFairTurnstile } from '../../platform/process/fair-turnstile.js';
import type { Budgets } from '../budgets/open-budgets.js';
import { callerOf, type CallerNow, type SentHeaders } from '../http/requests/request-caller.js';
import { operationMark } from '../registered/operation-mark.js';
import type { Admission } from '../overload/admission.js';
import { shareOf } from '../overload/workers.js';
import type { RegisteredOperations } from '../registered/registered-operations.js';
import type { OperationsMode } from '../registered/resolve-document.js';
import type { RunAs } from '../routes/run-as.js';
import type { Changes } from './hear-changes.js';
import { liveLimits } from './live-limits.js';
import { liveResolver, readLiveRequest, type AskedQuery, type ResolveLive } from './live-request.js';
import { openStream, type LetInQuery, type LiveStream, type StreamTools } from './live-stream.js';
import { outletOf } from './outlet.js';

export interface LiveOptions {
  readonly changes: Changes;
  readonly callerNow: CallerNow;
  readonly sessionMarkOf: (sent: SentHeaders) => string | null;
  readonly runAs: RunAs;
  readonly admission: Admission;
  /** How many processes have the streams of this gateway, and the runs of their queries, together. */
  readonly workers: number;
  readonly budgets: Budgets | null;
  readonly operations: RegisteredOperations;
  readonly operationsMode: OperationsMode;
}

/** The streams of one gateway. */
export interface OpenLive {
  /**
   * Opens the stream that a request asks for. Throws BAD_REQUEST for a request that is none, PERSISTED_QUERY_NOT_FOUND or
   * OPERATION_NOT_REGISTERED for a query that is not the caller's or cannot be live, TOO_MANY_STREAMS when the caller has as many as it may,
   * OVERLOADED when the gateway has, or closes.
   */
  open(request: FastifyRequest, raw: ServerResponse): Promise<LiveStream>;
  /** Ends every stream, each told why, and opens none any more. */
  close(): Promise<void>;
}

export function openLive(options: LiveOptions): OpenLive {
  const { changes, callerNow, sessionMarkOf, workers } = options;
  const room = shareOf(liveLimits.streams, workers);
  const tools: StreamTools = { callerNow, ...toolsOf(options) };
  const streams = new Map<LiveStream, string>();
  let isClosed = false;
  const unfollow = changes.follow((change) => {
    for (const stream of streams.keys()) stream.hear(change);
  });

  return {
    async open(request, raw) {
      const asked = readLiveRequest(request.body);
      const sent = { headers: kept(request.headers) };
      const queries = await letIn(asked, sent, callerNow, tools.resolve);
      const who = callerOf(request).subject;
      checkRoom(who, [...streams.values()], isClosed ? 0 : room);
      const outlet = outletOf(raw);
      const stream = openStream({ ...tools, queries, sent, sessionMark: sessionMarkOf(sent), outlet });
      // who hung up while it was let in takes no room
      if (!outlet.isClosed()) streams.set(stream, who);
      raw.once('close', () => streams.delete(stream));
      return stream;
    },
    async close() {
      isClosed = true;
      unfollow();
      for (const stream of streams.keys()) stream.end(new HubError('OVERLOADED'));
      await changes.close();
    },
  };
}

/** Runs take turns: callers among each other, and all of them beside the requests. Each is charged to its caller like a request. */
function toolsOf({
  runAs,
  admission,
  workers,
  budgets,
  operations,
  operationsMode,
}: LiveOptions): Pick<StreamTools, 'resolve' | 'inTurn' | 'run'> {
  const near = createFairTurnstile(shareOf(liveLimits.nearRuns, workers), liveLimits.patienceMs);
  const far = createFairTurnstile(shareOf(liveLimits.farRuns, workers), liveLimits.patienceMs);
  return {
    resolve: liveResolver(operations, operationsMode),
    inTurn: (who, isNear, work) => (isNear ? near : far).pass(who, work),
    async run(known, query, variables) {
      const caller: Caller = { ...known, isLive: true, operation: operationMark({ query }, operations) };
      const meter = budgets?.meterOf(caller) ?? null;
      meter?.checkOpen();
      // whoever waits for an answer goes before who has one already
      return admission.admit('dashboard', () => runAs({ caller, query, variables, meter }));
    },
  };
}

/** Each query as its caller asks it, refused before anything is answered. */
function letIn(
  asked: readonly AskedQuery[],
  sent: SentHeaders,
  callerNow: CallerNow,
  resolve: ResolveLive,
): Promise<LetInQuery[]> {
  return Promise.all(
    asked.map(async (query) => {
      const caller = await callerNow(sent, query.purpose);
      return { ...query, caller, terms: resolve(query.documentId, caller) };
    }),
  );
}

function checkRoom(who: string, all: readonly string[], room: number): void {
  if (all.filter((other) => other === who).length >= liveLimits.ofOne)
    throw new HubError('TOO_MANY_STREAMS', { limit: liveLimits.ofOne });
  if (all.length >= room) throw new HubError('OVERLOADED');
}

/** What says who is asking: nothing else of a request is kept. */
function kept(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const names = ['authorization', 'cookie', 'origin', 'sec-fetch-site', 'content-type', 'accept-language'] as const;
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
