import type { SubgraphEndpoint } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphTransport } from './transport.js';

/** Reaches a subgraph in this very process, without HTTP. Whoever opened the endpoint closes it. */
export function inProcessTransport(endpoint: SubgraphEndpoint): SubgraphTransport {
  return {
    send: (body, authorization, signal) => orAborted(endpoint.answer(body, authorization), signal),
    travel: (head, body, authorization, signal) =>
      orAborted(endpoint.travel(head, body, authorization, signal), signal),
    ready: (authorization, signal) => orAborted(endpoint.ready(authorization), signal),
    close: () => Promise.resolve(),
  };
}

/** The work itself cannot be broken off; whoever waits for it can. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
