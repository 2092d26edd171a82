import type { Sight } from './sight.rules.js';

/** SQL conditions that hold to what a caller may see, and the values of the parameters in them. */
export interface SightSql {
  /** Whether the case of the row is the caller's. */
  readonly ownCase: string;
  /** Whether the row is the caller's to see: its case is, or its offer, which is in scope as `o`. */
  readonly visible: string;
  readonly values: readonly string[];
}

/** The conditions on a row with `region` and `case_id`; their parameters are numbered from `first`. Who has no right sees nothing. */
export function sightSql({ region, ownerId, providerId }: Sight, row: string, first: number): SightSql {
  const values: string[] = [];
  const parameter = (value: string): string => `$${first - 1 + values.push(value)}`;
  const ofCase = [
    ...(region === null ? [] : [`${row}.region = ${parameter(region)}`]),
    ...(ownerId === null
      ? []
      : [
          `${row}.case_id in (select known.id from case_projection known where known.owner_organisation_id = ${parameter(ownerId)})`,
        ]),
  ];
  const ofOffer = providerId === null ? [] : [`o.organisation_id = ${parameter(providerId)}`];
  return { ownCase: anyOf(ofCase), visible: anyOf([...ofCase, ...ofOffer]), values };
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}
