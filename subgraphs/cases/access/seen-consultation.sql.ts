import type { Caller } from '../../../platform/identity/caller.js';
import { sightOf } from './visibility.rules.js';

/** The SQL condition that the consultation of a row is the caller's to see; its parameters are numbered from `first`. */
export function ofSeenConsultation(
  caller: Caller,
  row: string,
  first: number,
): { readonly condition: string; readonly values: readonly (string | null)[] } {
  const { region, organisationId } = sightOf(caller);
  return {
    condition: `exists (select from consultation c where c.id = ${row}.consultation_id
      and (c.region = $${first} or c.referrer_organisation_id = $${first + 1}))`,
    values: [region, organisationId],
  };
}
