import { ExclusionCode } from './criteria.rules.js';

/** When an offer `o` fails a criterion of a need `n`; what stands beside them is in `options.sql.ts`. */
const failed: Readonly<Record<ExclusionCode, string>> = {
  RUNG_NOT_SOUGHT: 'cardinality(n.rungs) > 0 and not o.rung = any(n.rungs)',
  TOO_HEAVY: 'p.position > n.heaviest_position',
  AGE: 'o.age_min > y.oldest or o.age_max < y.oldest - 1',
  SEX: 'o.sex <> n.sex',
  LEGAL_FRAMEWORK: 'not n.legal_frameworks <@ o.legal_frameworks',
  EXCLUSION: 'o.exclusions && n.characteristics',
  TARGET_GROUP: 'cardinality(o.target_groups) > 0 and not o.target_groups && n.characteristics',
  CHILDREN_TOGETHER: 'o.children_together < n.children_together',
  INTAKE_CLOSED: `exists (
        select from closure c where c.offer_id = o.id and c.closed_at <= n.at and (c.reopened_at is null or c.reopened_at > n.at)
      )`,
  NO_CONTRACT: 'n.contracted_only and not k.is_contracted',
  TOO_FAR: 'd.to_home > n.max_distance_km',
};

const whenFailed = ExclusionCode.codes.map((code) => `when ${failed[code]} then '${code}'`);

/** The first criterion that an offer fails; null for an option. */
export const firstFailedCriterion = `case
      ${whenFailed.join('\n      ')}
    end`;

/** Every criterion that an offer fails. */
export const everyFailedCriterion = `array_remove(array[
      ${whenFailed.map((when) => `case ${when} end`).join(',\n      ')}
    ], null)`;
