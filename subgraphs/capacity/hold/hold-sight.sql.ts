import type { HoldSight } from './hold-sight.rules.js';

/** The parameters of a sight, in the order in which the conditions below number them. */
export function sightValues({ region, ownerId, providerId }: HoldSight): (string | null)[] {
  return [region, ownerId, providerId];
}

/** SQL: whether the case of a row (with `region` and `case_id`) is the caller's, whose region is $1 and organisation $2. */
export function ownCase(row: string): string {
  return `(${row}.region = $1 or exists (
    select from case_projection known where known.id = ${row}.case_id and known.owner_organisation_id = $2))`;
}

/** SQL: whether the offer in scope as `o` is the caller's own, whose organisation is $3. */
export const ownOffer = 'o.organisation_id = $3';
