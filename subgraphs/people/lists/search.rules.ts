import { HubError } from '../../../platform/errors/errors.js';
import { isMunicipality } from '../../../vocabulary/places/municipality.js';

/** A text to compare with what is stored. PostgreSQL knows no NUL: the replacement character takes its place and matches nothing. */
export function searchText(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** The values to narrow a list to; `null`, as for an empty list, narrows nothing. */
export function narrowing<T>(values: readonly T[] | null | undefined): readonly T[] | null {
  return values && values.length > 0 ? values : null;
}

/** The municipality to narrow a list to. Throws UNKNOWN_MUNICIPALITY for a code that no municipality has. */
export function narrowingMunicipality(code: string | null | undefined): string | null {
  if (code == null) return null;
  if (!isMunicipality(code)) throw new HubError('UNKNOWN_MUNICIPALITY', { field: 'municipalityCode' });
  return code;
}

/** The day to narrow a list to. Throws BAD_USER_INPUT for the year 0, which LocalDate knows and PostgreSQL does not. */
export function narrowingDay(day: string | null | undefined, field: string): string | null {
  if (day?.startsWith('0000')) throw new HubError('BAD_USER_INPUT', { field, expected: '0001-01-01 … 9999-12-31' });
  return day ?? null;
}
