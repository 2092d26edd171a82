import { durations, watched } from '../../platform/telemetry/metrics.js';
import { traced } from '../../platform/telemetry/traces.js';
import type { CircuitState } from './circuit.js';
import { SubgraphFault } from './subgraph-fault.js';

const seconds = durations(
  'subgraph_request_seconds',
  'How long subgraphs took to answer the gateway, by what came of it.',
  ['subgraph', 'outcome'],
);

/** Whether the circuit to a subgraph is open, so that it is not asked: 1 or 0. Gives what ends the watching. */
export const watchCircuit = watched('subgraph_circuit_open', 'Whether a subgraph is left alone because it failed.', [
  'subgraph',
]);

export function isOpen(state: CircuitState): number {
  return state === 'open' ? 1 : 0;
}

/** Asks a subgraph; how long it took is counted, by the code of what went wrong or `answered`. */
export async function watchedAsk<T>(subgraph: string, ask: () => Promise<T>): Promise<T> {
  const end = seconds.startTimer({ subgraph });
  try {
    const answer = await traced('fetch', { subgraph }, ask);
    end({ outcome: 'answered' });
    return answer;
  } catch (error) {
    end({ outcome: error instanceof SubgraphFault ? error.code : 'INTERNAL' });
    throw error;
  }
}
