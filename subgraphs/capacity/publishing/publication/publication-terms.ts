import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import type { ChangeOptions } from '../../context.js';
import type { PublishMethod } from '../../availability/capacity-codes.js';

/** Bulk work takes longer than a question, and waits its turn behind another publication of the same organisation. */
export const publishing: ChangeOptions = { bulk: 'short', statementTimeoutMs: 4_000, lockTimeoutMs: 3_000 };

/** How figures reach the hub, by who sends them. */
export function publishMethodOf(caller: Caller): PublishMethod {
  return hasRole(caller, 'provider-system') ? 'MACHINE' : 'MANUAL';
}
