import { HubError } from '../errors/errors.js';

/** A few places for work that reads or writes much: whoever finds none free is sent away at once, instead of waiting. */
export interface Places {
  /** Takes a place and gives what frees it. Throws OVERLOADED when none is left, or none for him. */
  take(who: string): () => void;
}

/** `atOnce` places, of which nobody has more than `ofOne`. */
export function createPlaces({ atOnce, ofOne }: { readonly atOnce: number; readonly ofOne: number }): Places {
  const taken = new Map<symbol, string>();
  return {
    take(who) {
      const own = [...taken.values()].filter((other) => other === who).length;
      if (taken.size >= atOnce || own >= ofOne) throw new HubError('OVERLOADED');
      const place = Symbol();
      taken.set(place, who);
      return () => void taken.delete(place);
    },
  };
}
