import type { EntityManager } from 'typeorm';
import type { CodeCount } from './year-table.rules.js';

/** Interventions are listed once for each child, so every line counts children. */
const countByCode = `
  select counted.section, counted.code, counted.municipality_code as "municipalityCode", count(*) as count
  from consultation
  cross join lateral (
    values
      ('CONSULTATIONS', 'CONSULTATIONS', municipality_code),
      ('REFERRERS', referrer_kind, referrer_municipality_code),
      ('RESULTS', result, municipality_code)
    union all
    select 'INTERVENTIONS', kind, municipality_code from unnest(interventions) as kind
  ) as counted (section, code, municipality_code)
  where consultation.region = $1 and consultation.reporting_year = $2::integer
  group by counted.section, counted.code, counted.municipality_code`;

/** Counts the consultations of a region and a reporting year by what they carry, in one statement. */
export function yearTableReadModel(db: EntityManager) {
  return {
    countByCode: (region: string, year: number): Promise<CodeCount[]> => db.query(countByCode, [region, year]),
  };
}
