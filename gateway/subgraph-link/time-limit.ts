import { SubgraphFault } from './subgraph-fault.js';

/** Runs work that heeds a signal, and breaks it off with SUBGRAPH_TIMEOUT after so many milliseconds. */
export async function withinTime<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new SubgraphFault('SUBGRAPH_TIMEOUT')), timeoutMs);
  try {
    return await work(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}
