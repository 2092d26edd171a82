import { HubError } from '../../../platform/errors/errors.js';
import { isMunicipality } from '../../../vocabulary/places/municipality.js';

/** Throws UNKNOWN_MUNICIPALITY, naming the field, when a code is given that no municipality has. */
export function knownMunicipality(field: string, code: string | null | undefined): void {
  if (code != null && !isMunicipality(code)) throw new HubError('UNKNOWN_MUNICIPALITY', { field });
}
