import type { Caller } from '../../../platform/identity/caller.js';
import { sightOf } from './visibility.rules.js';

/** The SQL condition that a consultation is for one region or organisation: as it came in, and once it became a case as that case is. */
export function isConsultationOf(consultation: string, region: string, organisation: string): string {
  return `((${consultation}.case_id is null and (${consultation}.region = ${region} or ${consultation}.referrer_organisation_id = ${organisation}))
    or exists (select from case_file own where own.id = ${consultation}.case_id and (own.region = ${region} or own.owner_organisation_id = ${organisation})))`;
}

/** The SQL condition that the consultation of a row is the caller's to see; its parameters are numbered from `first`. */
export function ofSeenConsultation(
  caller: Caller,
  row: string,
  first: number,
): { readonly condition: string; readonly values: readonly (string | null)[] } {
  const { region, organisationId } = sightOf(caller);
  return {
    condition: `exists (select from consultation c where c.id = ${row}.consultation_id and ${isConsultationOf('c', `$${first}`, `$${first + 1}`)})`,
    values: [region, organisationId],
  };
}
