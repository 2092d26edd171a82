import type { Sight } from './visibility.rules.js';

/** SQL conditions that hold to what a caller may see, and the values of the parameters in them. */
export interface SightSql {
  /** Whether the case of the row is the caller's. */
  readonly ownCase: string;
  /** Whether the row is the caller's to see: its case is, or its offer, which is in scope as `o`. */
  readonly visible: string;
  readonly values: readonly string[];
}

/**
 * The conditions on a row with `case_id`, which may be missing; their parameters are numbered from `first`. Whose a case is, and of which region, is asked of
 * the case as it is now: what was done for it goes with it when it moves. Who has no right sees nothing.
 */
export function sightSql({ region, ownerId, providerId }: Sight, row: string, first: number): SightSql {
  const values: string[] = [];
  const parameter = (value: string): string => `$${first - 1 + values.push(value)}`;
  const ofCase = [
    ...(region === null ? [] : [`known.region = ${parameter(region)}`]),
    ...(ownerId === null ? [] : [`known.owner_organisation_id = ${parameter(ownerId)}`]),
  ];
  const ownCase = `exists (select from case_projection known where known.id = ${row}.case_id and ${anyOf(ofCase)})`;
  const ofOffer = providerId === null ? [] : [`o.organisation_id = ${parameter(providerId)}`];
  const isOfCase = ofCase.length === 0 ? [] : [ownCase];
  return { ownCase: anyOf(isOfCase), visible: anyOf([...isOfCase, ...ofOffer]), values };
}

/** SQL of the region that the case of a row is in now; where the case is not known, the region in which the row was made. */
export const regionNow = (row: string): string =>
  `coalesce((select known.region from case_projection known where known.id = ${row}.case_id), ${row}.region)`;

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}
