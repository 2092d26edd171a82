import type { Readable } from 'node:stream';
import type { FormattedExecutionResult } from 'graphql';
import type { CryptoKey } from 'jose';
import type { Caller } from '../../platform/identity/caller.js';
import { signInternalToken } from '../../platform/identity/internal-token.js';
import { describeError, type Logger } from '../../platform/process/logger.js';
import type { RoadAnswer, RoadHead } from '../../platform/subgraph/roads/road.js';
import type { SubgraphAnswer } from '../../platform/subgraph/subgraph-endpoint.js';
import { travel } from '../roads/travel.js';
import { openCircuit } from './circuit.js';
import { checkHealth, type SubgraphHealth } from './health.js';
import { isOpen, watchCircuit, watchedAsk } from './link-telemetry.js';
import { SubgraphFault } from './subgraph-fault.js';
import { withinTime } from './time-limit.js';
import type { SubgraphTransport } from './transport.js';

/** What the gateway asks a subgraph for one caller. */
export interface SubgraphRequest {
  readonly query: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  /** The whole of it as JSON, where it is known already. */
  readonly body?: string | undefined;
}

/** How long an answer may take. Bulk work that is merely slow says nothing against the subgraph: it does not open its circuit. */
export interface AskTerms {
  readonly timeoutMs: number;
  readonly isWrite: boolean;
}

/** The only road to one subgraph: signed, timed, and shut while the subgraph fails. */
export interface SubgraphLink {
  readonly name: string;
  /** Throws SubgraphFault when no usable answer came within the time. */
  ask(request: SubgraphRequest, caller: Caller, terms: AskTerms): Promise<FormattedExecutionResult>;
  /** Sends a body along a road of the subgraph. Throws HubError when it is refused, or not reached. */
  travel(head: RoadHead, body: Readable, caller: Caller, signal: AbortSignal): Promise<RoadAnswer>;
  health(): Promise<SubgraphHealth>;
  close(): Promise<void>;
}

export interface SubgraphLinkOptions {
  readonly name: string;
  readonly transport: SubgraphTransport;
  readonly signingKey: CryptoKey;
  readonly logger: Logger;
  /** How long an open circuit waits before one request may try again. */
  readonly resetMs: number;
  /** Told of every request: tests count with it. */
  readonly onRequest?: (name: string, body: string) => void;
}

export function openLink(options: SubgraphLinkOptions): SubgraphLink {
  const { name, transport, signingKey, logger, resetMs } = options;
  const circuit = openCircuit(name, resetMs, (state) => logger.warn({ subgraph: name, state }, 'circuit changed'));
  const unwatch = watchCircuit((gauge) => gauge.set({ subgraph: name }, isOpen(circuit.state())));
  return {
    name,

    ask: (request, caller, { timeoutMs, isWrite }) =>
      watchedAsk(name, () =>
        circuit
          .run(
            async () => resultOf(await send(options, request, caller, timeoutMs)),
            (error) => error instanceof SubgraphFault && isForgiven(error, isWrite),
          )
          .catch((error: unknown) => {
            throw noted(toFault(error), options, caller);
          }),
      ),

    travel: (head, body, caller, signal) => travel(options, circuit.state(), { head, body, caller, signal }),

    health: () => checkHealth(name, transport, signingKey, circuit.state()),

    async close() {
      unwatch();
      circuit.close();
      await transport.close();
    },
  };
}

async function send(
  { name, transport, signingKey, onRequest }: SubgraphLinkOptions,
  request: SubgraphRequest,
  caller: Caller,
  timeoutMs: number,
): Promise<SubgraphAnswer> {
  const body = request.body ?? JSON.stringify(request);
  onRequest?.(name, body);
  const authorization = `Bearer ${await signInternalToken(signingKey, name, caller, body)}`;
  return withinTime(timeoutMs, (signal) => transport.send(body, authorization, signal));
}

/** A refusal is the gateway's fault or the subgraph's, never the client's: of what it says travels on only that its database is away. */
function resultOf({ status, result }: SubgraphAnswer): FormattedExecutionResult {
  if (status === 200) return result;
  if (status === 503 && isWithoutDatabase(result)) throw new SubgraphFault('DATABASE_UNAVAILABLE');
  const isElsewhere = status === 401 || status === 403 || status >= 500;
  throw new SubgraphFault(isElsewhere ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ANSWER_INVALID');
}

function isWithoutDatabase({ data, errors = [] }: FormattedExecutionResult): boolean {
  const codes = new Set(errors.map(({ extensions }) => extensions?.['code']));
  return data === undefined && codes.size === 1 && codes.has('DATABASE_UNAVAILABLE');
}

/** Bulk work that is merely slow, and a database that is away, say nothing against the subgraph. */
function isForgiven({ code }: SubgraphFault, isWrite: boolean): boolean {
  return code === 'DATABASE_UNAVAILABLE' || (isWrite && code === 'SUBGRAPH_TIMEOUT');
}

/** What is not a fault of the subgraph itself is its open circuit. */
function toFault(error: unknown): SubgraphFault {
  return error instanceof SubgraphFault ? error : new SubgraphFault('SUBGRAPH_UNAVAILABLE', { cause: error });
}

function noted(fault: SubgraphFault, { name, logger }: SubgraphLinkOptions, { requestId }: Caller): SubgraphFault {
  logger.warn(
    { ...describeError(fault.cause ?? fault), requestId, subgraph: name, code: fault.code },
    'subgraph failed',
  );
  return fault;
}
