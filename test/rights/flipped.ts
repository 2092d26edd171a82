import type { RightsRow } from '../../infra/rights/rights-table.js';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import type { Policy, Rights } from '../../platform/policy/policy.js';
import type { Asker } from './asker.js';

/** The tables with one cell turned over: a role or scope that was refused is let in, or one that was let in is refused. */
export function flipped(subgraphs: readonly SubgraphRights[], row: RightsRow, asker: Asker): SubgraphRights[] {
  return subgraphs.map((subgraph) =>
    subgraph.name === row.subgraph ? { ...subgraph, policy: flippedPolicy(subgraph.policy, row, asker) } : subgraph,
  );
}

function flippedPolicy(policy: Policy, { kind, name, roles, rows, scopes }: RightsRow, { role, scope }: Asker): Policy {
  const rights: Rights = {
    ...{ names: [name], rows },
    roles: scope === null ? turned(roles, role) : roles,
    ...(scopes && { scopes: scope === null ? scopes : turned(scopes, scope) }),
  };
  const without = (other: Rights): Rights => ({ ...other, names: other.names.filter((one) => one !== name) });
  return { ...policy, [kind]: [...(policy[kind] ?? []).map(without), rights] };
}

function turned<T>(granted: readonly T[], one: T): T[] {
  return granted.includes(one) ? granted.filter((other) => other !== one) : [...granted, one];
}
