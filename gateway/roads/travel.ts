import type { Readable } from 'node:stream';
import type { Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { signInternalToken } from '../../platform/identity/internal-token.js';
import { describeError } from '../../platform/process/logger.js';
import { writeHead, type RoadAnswer, type RoadHead } from '../../platform/subgraph/roads/road.js';
import { readError } from '../federation/answers/subgraph-errors.js';
import type { CircuitState } from '../subgraph-link/circuit.js';
import { readResult } from '../subgraph-link/read-result.js';
import { SubgraphFault } from '../subgraph-link/subgraph-fault.js';
import type { SubgraphLinkOptions } from '../subgraph-link/subgraph-link.js';

interface Journey {
  readonly head: RoadHead;
  readonly body: Readable;
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

const longestRefusal = 10_000;

/**
 * Takes a body to a subgraph and gives its answer, which may still be coming. The token says who asks and what the head says; the
 * body is not known when it is signed. Throws HubError when the subgraph refuses or cannot be reached. Nothing here counts for the
 * circuit: it lasts as long as the body takes.
 */
export async function travel(
  { name, transport, signingKey, logger }: SubgraphLinkOptions,
  state: CircuitState,
  { head, body, caller, signal }: Journey,
): Promise<RoadAnswer> {
  if (state === 'open') throw new HubError('SUBGRAPH_UNAVAILABLE', { subgraph: name });
  const text = writeHead(head);
  const authorization = `Bearer ${await signInternalToken(signingKey, name, caller, text)}`;
  try {
    const answer = await transport.travel(text, body, authorization, signal);
    return answer.status < 400 ? answer : await refuse(answer, name);
  } catch (error) {
    if (error instanceof HubError) throw error;
    logger.warn({ ...describeError(error), requestId: caller.requestId, subgraph: name }, 'subgraph failed');
    throw new HubError(error instanceof SubgraphFault ? error.code : 'SUBGRAPH_UNAVAILABLE', { subgraph: name });
  }
}

/** What a subgraph refuses it says as it does in GraphQL. */
async function refuse({ body }: RoadAnswer, subgraph: string): Promise<never> {
  let text = '';
  for await (const chunk of body) {
    text += String(chunk);
    if (text.length > longestRefusal) break;
  }
  const [error] = readResult(text).errors ?? [];
  const { code, parameters } = readError(error ?? { message: '' }, subgraph);
  throw new HubError(code, parameters);
}
