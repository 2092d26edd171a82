import type { RightsRow } from '../../infra/rights/rights-table.js';
import { roles, type Role } from '../../platform/identity/caller.js';
import { machineRoles, scopes, type Scope } from '../../platform/identity/scopes.js';

/** Who asks for a cell: somebody of a role, or a system whose token is for one thing alone. */
export interface Asker {
  readonly role: Role;
  readonly scope: Scope | null;
}

/** Who asks for a line of the table: every role; and where systems come, such a system with every scope. */
export function askersOf({ roles: granted, scopes: asked }: RightsRow): Asker[] {
  const system = asked && machineRoles.find((role) => granted.includes(role));
  return [
    ...roles.map((role) => ({ role, scope: null })),
    ...(system ? scopes.map((scope) => ({ role: system, scope })) : []),
  ];
}

export function nameOfAsker({ role, scope }: Asker): string {
  return scope === null ? role : `${role} with ${scope}`;
}
