import { HubError } from '../errors/errors.js';
import type { Caller } from '../identity/caller.js';
import type { Scope } from '../identity/scopes.js';

/**
 * A system does what its token is for and nothing else: one of the scopes that allow it, whatever it is for where nothing is said. Throws
 * REQUEST_DOES_NOT_MATCH_SCOPES, naming the first that would do.
 */
export function assertScope({ scopes }: Pick<Caller, 'scopes'>, allowed: readonly Scope[] | null): void {
  if (scopes === null || allowed === null || allowed.some((scope) => scopes.includes(scope))) return;
  throw new HubError('REQUEST_DOES_NOT_MATCH_SCOPES', { scope: allowed[0] ?? '' });
}
