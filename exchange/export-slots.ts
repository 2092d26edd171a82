import { HubError } from '../platform/errors/errors.js';

/** How many exports run at once: each reads everything, so that a few leave room for the work itself. */
export interface ExportSlots {
  /** Takes a place and gives what frees it. Throws OVERLOADED when none is left, or when this subject has an export under way. */
  take(subject: string): () => void;
}

export function exportSlots(atOnce: number): ExportSlots {
  const taken = new Set<string>();
  return {
    take(subject) {
      if (taken.size >= atOnce || taken.has(subject)) throw new HubError('OVERLOADED');
      taken.add(subject);
      return () => taken.delete(subject);
    },
  };
}
