import CircuitBreaker from 'opossum';

type Forgives = (error: unknown) => boolean;

export type CircuitState = 'closed' | 'open' | 'half-open';

/** Keeps a subgraph that fails from being asked: half of ten seconds' requests failing opens it, one good probe closes it. */
export interface Circuit {
  /** Runs work; an error that `forgives` accepts reaches the caller but does not count. */
  run<T>(work: () => Promise<T>, forgives?: Forgives): Promise<T>;
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

/** An error that passes the circuit as if nothing had gone wrong. */
class Forgiven {
  constructor(readonly error: unknown) {}
}

function forgive(error: unknown, forgives: Forgives): Forgiven {
  if (forgives(error)) return new Forgiven(error);
  throw error;
}

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
    async run<T>(work: () => Promise<T>, forgives: Forgives = () => false) {
      const done = (await breaker.fire(() => work().catch((error: unknown) => forgive(error, forgives)))) as
        T | Forgiven;
      if (done instanceof Forgiven) throw done.error;
      return done;
    },
    state: () => (breaker.opened ? 'open' : breaker.halfOpen ? 'half-open' : 'closed'),
    close: () => breaker.shutdown(),
  };
}
