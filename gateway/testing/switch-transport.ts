import type { SubgraphTransport } from '../subgraph-link/transport.js';

/** A transport that a test can point elsewhere while the gateway runs. */
export function switchTransport(): SubgraphTransport & { target: SubgraphTransport } {
  const target = null as unknown as SubgraphTransport;
  return {
    target,
    send(...request) {
      return this.target.send(...request);
    },
    ready(...request) {
      return this.target.ready(...request);
    },
    close: () => Promise.resolve(),
  };
}
