import { HubError } from '../errors/errors.js';
import type { Caller } from '../identity/caller.js';
import type { Scope } from '../identity/scopes.js';

/** A system does what its token is for and nothing else. Throws REQUEST_DOES_NOT_MATCH_SCOPES, naming what is lacking. */
export function assertScope({ scopes }: Pick<Caller, 'scopes'>, scope: Scope): void {
  if (scopes !== null && !scopes.includes(scope)) throw new HubError('REQUEST_DOES_NOT_MATCH_SCOPES', { scope });
}
