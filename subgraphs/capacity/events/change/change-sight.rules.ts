import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import { sightOf, type Sight } from '../../access/visibility.rules.js';

/** Of which events a caller is told: those of holds that it may see, of its own offers, and as a broker those of every offer. */
export interface ChangeSight extends Sight {
  readonly isBroker: boolean;
}

export function changeSight(caller: Caller): ChangeSight {
  return { ...sightOf(caller), isBroker: hasRole(caller, 'care-broker') };
}
