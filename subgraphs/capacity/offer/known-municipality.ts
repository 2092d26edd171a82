import { HubError } from '../../../platform/errors/errors.js';
import { isMunicipality } from '../../../vocabulary/places/municipality.js';

/** A code that is given, or null. Throws UNKNOWN_MUNICIPALITY, naming the field, for a code that no municipality has. */
export function knownMunicipality(field: string, code: string | null | undefined): string | null {
  if (code != null && !isMunicipality(code)) throw new HubError('UNKNOWN_MUNICIPALITY', { field });
  return code ?? null;
}
