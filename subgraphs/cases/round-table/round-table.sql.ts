import type { Caller } from '../../../platform/identity/caller.js';
import { isConsultationOf } from '../access/seen-consultation.sql.js';
import { memberOf, sightOf } from '../access/visibility.rules.js';

/** The SQL condition that a member of a table that stands, here parameter `member`, sees its case or consultation `row`. */
export const atTable = (row: string, column: 'case_id' | 'consultation_id', member: string): string =>
  `${row}.id = any(array(select t.${column} from round_table t
     where t.participant_ids @> array[cast(${member} as uuid)] and round_table_stands(t)))`;

/** The SQL condition that the round table `t` is the caller's to see; its parameters are numbered from `first`. */
export function ofSeenTable(
  caller: Caller,
  first: number,
): { readonly condition: string; readonly values: readonly (string | null)[] } {
  const { region, organisationId } = sightOf(caller);
  return {
    condition: `(${workedOn(first)} or ${askedBy(first + 1)}
      or (t.participant_ids @> array[$${first + 2}::uuid] and round_table_stands(t)))`,
    values: [region, organisationId, memberOf(caller)],
  };
}

/** The SQL condition that the caller works on what the round table `t` is about: $`first` is the region, the next the organisation. */
export function workedOn(first: number): string {
  const [region, organisation] = [`$${first}`, `$${first + 1}::uuid`];
  return `(exists (select from case_file f where f.id = t.case_id and (f.region = ${region} or f.owner_organisation_id = ${organisation}))
    or exists (select from consultation c where c.id = t.consultation_id and ${isConsultationOf('c', region, 'null')}))`;
}

/** Who asked the question reads what is done with it. */
function askedBy(organisation: number): string {
  return `exists (select from consultation c where c.id = t.consultation_id and ${isConsultationOf('c', 'null', `$${organisation}::uuid`)})`;
}
