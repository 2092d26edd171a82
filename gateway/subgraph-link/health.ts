import type { CryptoKey } from 'jose';
import type { Caller } from '../../platform/identity/caller.js';
import { signInternalToken } from '../../platform/identity/internal-token.js';
import type { CircuitState } from './circuit.js';
import { withinTime } from './time-limit.js';
import type { SubgraphTransport } from './transport.js';

/** What is known of one subgraph: whether it answers, whether its database does, and whether it is being asked. */
export interface SubgraphHealth {
  readonly state: 'ready' | 'not-ready';
  readonly database: 'ready' | 'not-ready' | 'unknown';
  readonly circuit: CircuitState;
}

const timeoutMs = 1_000;

/** The gateway asks for itself here: nobody's rights, nobody's data. */
const nobody: Caller = {
  subject: 'gateway',
  roles: [],
  organisationId: null,
  region: null,
  language: 'nl',
  requestId: 'health',
  accessPoint: 'health',
  scopes: null,
  purpose: 'OPERATION',
  operation: null,
};

/** Asks the subgraph itself, past its circuit: an open circuit must not hide that it is back. */
export async function checkHealth(
  name: string,
  transport: SubgraphTransport,
  signingKey: CryptoKey,
  circuit: CircuitState,
): Promise<SubgraphHealth> {
  const status = await askReady(name, transport, signingKey);
  if (status === 200) return { state: 'ready', database: 'ready', circuit };
  return { state: 'not-ready', database: status === 503 ? 'not-ready' : 'unknown', circuit };
}

async function askReady(name: string, transport: SubgraphTransport, signingKey: CryptoKey): Promise<number | null> {
  const authorization = `Bearer ${await signInternalToken(signingKey, name, nobody, '')}`;
  return withinTime(timeoutMs, (signal) => transport.ready(authorization, signal)).catch(() => null);
}
