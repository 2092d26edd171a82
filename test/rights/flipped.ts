import type { RightsRow } from '../../infra/rights/rights-table.js';
import type { SubgraphRights } from '../../infra/rights/subgraph-rights.js';
import type { Role } from '../../platform/identity/caller.js';
import type { Policy, Rights } from '../../platform/policy/policy.js';

/** The tables with one cell turned over: a role that was refused is let in, or one that was let in is refused. */
export function flipped(subgraphs: readonly SubgraphRights[], row: RightsRow, role: Role): SubgraphRights[] {
  return subgraphs.map((subgraph) =>
    subgraph.name === row.subgraph ? { ...subgraph, policy: flippedPolicy(subgraph.policy, row, role) } : subgraph,
  );
}

function flippedPolicy(policy: Policy, { kind, name, roles, rows }: RightsRow, role: Role): Policy {
  const turned = roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role];
  const without = (rights: Rights): Rights => ({ ...rights, names: rights.names.filter((one) => one !== name) });
  return { ...policy, [kind]: [...(policy[kind] ?? []).map(without), { names: [name], roles: turned, rows }] };
}
