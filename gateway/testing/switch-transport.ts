import type { SubgraphTransport } from '../subgraph-link/transport.js';

/** A transport that a test can point elsewhere while the gateway runs. */
export function switchTransport(): SubgraphTransport & { target: SubgraphTransport } {
  const target = null as unknown as SubgraphTransport;
  return {
    target,
    send(...request) {
      return this.target.send(...request);
    },
    travel(head, body, authorization, signal) {
      return this.target.travel(head, body, authorization, signal);
    },
    ready(...request) {
      return this.target.ready(...request);
    },
    close: () => Promise.resolve(),
  };
}
