import type { FastifyInstance } from 'fastify';
import type { SubgraphHealth } from '../../subgraph-link/health.js';
import type { SubgraphLink } from '../../subgraph-link/subgraph-link.js';
import { onlyMethod } from '../requests/only-method.js';

/** What `/health/ready` answers, with status 503 while it is not ready. */
export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly subgraphs: Readonly<Record<string, SubgraphHealth>>;
}

/** How long one answer serves everybody: who asks without a token must not be able to make the databases work. */
const keepMs = 500;

/**
 * `GET /health/live`: the process serves. `GET /health/ready`: so do every subgraph and its database, and new requests are welcome, which they are no
 * longer once `isDraining`. Both without a token.
 */
export function addHealthRoutes(
  http: FastifyInstance,
  links: readonly SubgraphLink[],
  isDraining: () => boolean,
): void {
  const readiness = keepFor(keepMs, () => checkReadiness(links));

  http.get('/health/live', () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) => {
    const found = await readiness();
    // asked after the wait, which may have been long
    const status = isDraining() ? 'not-ready' : found.status;
    return reply.code(status === 'ready' ? 200 : 503).send({ ...found, status });
  });
  onlyMethod(http, 'GET', '/health/live');
  onlyMethod(http, 'GET', '/health/ready');
}

async function checkReadiness(links: readonly SubgraphLink[]): Promise<Readiness> {
  const found = await Promise.all(links.map(async (link) => [link.name, await link.health()] as const));
  const isReady = found.every(([, { state }]) => state === 'ready');
  return { status: isReady ? 'ready' : 'not-ready', subgraphs: Object.fromEntries(found) };
}

function keepFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | null = null;
  return () => {
    if (kept && performance.now() < kept.until) return kept.value;
    kept = { value: read(), until: performance.now() + ms };
    return kept.value;
  };
}
