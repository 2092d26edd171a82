import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, type Dispatcher } from 'undici';

/** Asks the lane, each time only for as long as the client of the request is there. */
export interface LaneClient {
  readonly request: Dispatcher['request'];
  /** What is asked within `ask` is broken off when the signal fires, also while the lane has said nothing yet. */
  until(signal: AbortSignal, ask: () => void): void;
  destroy(): Promise<void>;
}

/** Longer than the lane itself lets anything take. */
const patienceMs = 140_000;

export function laneClient(): LaneClient {
  const agent = new Agent({ connections: 64, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  const present = new AsyncLocalStorage<AbortSignal>();
  function request(options: Dispatcher.RequestOptions, answered: never): void {
    agent.request({ ...options, signal: present.getStore() ?? null }, answered);
  }
  return {
    request: request as unknown as Dispatcher['request'],
    until: (signal, ask) => present.run(signal, ask),
    destroy: () => agent.destroy(),
  };
}
