import type { SubgraphRights } from '../rights/subgraph-rights.js';

/** What the gateway asks of systems before it plans, made from the tables of rights: `gateway/scopes.csv`. */
export function scopesFile(rights: readonly SubgraphRights[]): string {
  const lines = rights.flatMap(({ policy }) =>
    policy.operations.flatMap(({ names, scope }) => (scope ? names.map((name) => `${name},${scope}`) : [])),
  );
  return ['operation,scope', ...lines.sort()].join('\n') + '\n';
}
