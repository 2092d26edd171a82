import type { Caller } from '../identity/caller.js';
import { storableCaller } from '../identity/storable-caller.js';

/** Whose key it is: what a request of another client is called is no concern of this one. */
export function clientOf(caller: Caller): string {
  return `${storableCaller(caller).organisation ?? ''}/${caller.subject}`;
}
