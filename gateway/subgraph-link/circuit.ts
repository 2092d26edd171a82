import CircuitBreaker from 'opossum';

export type CircuitState = 'closed' | 'open' | 'half-open';

/** Keeps a subgraph that fails from being asked: half of ten seconds' requests failing opens it, one good probe closes it. */
export interface Circuit {
  run<T>(work: () => Promise<T>): Promise<T>;
  state(): CircuitState;
  close(): void;
}

const settings = {
  // the link has its own timeout, which also breaks off the request
  timeout: false,
  errorThresholdPercentage: 50,
  volumeThreshold: 5,
  rollingCountTimeout: 10_000,
  rollingPercentilesEnabled: false,
  enableSnapshots: false,
} as const;

/** `resetMs`: how long the circuit stays open before one request may try again. */
export function openCircuit(name: string, resetMs: number, onChange: (state: CircuitState) => void): Circuit {
  const breaker = new CircuitBreaker((work: () => Promise<unknown>) => work(), {
    ...settings,
    name,
    resetTimeout: resetMs,
  });
  breaker.on('open', () => onChange('open'));
  breaker.on('close', () => onChange('closed'));

  return {
    run: <T>(work: () => Promise<T>) => breaker.fire(work) as Promise<T>,
    state: () => (breaker.opened ? 'open' : breaker.halfOpen ? 'half-open' : 'closed'),
    close: () => breaker.shutdown(),
  };
}
