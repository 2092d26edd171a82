import { flevoland } from '../../../vocabulary/places/region.js';
import { growth } from '../growth.js';

/** Of each region up to $1 that has no cases yet: its number. */
export const missingRegions = `
  create temporary table missing_region on commit drop as
  select g from generate_series(2, $1::integer) g
  where not exists (select from case_file where region = ${growth.regionKey()})`;

const ofRegion = `b.region = '${flevoland.key}'`;

/** Copies every row of the region into each missing one, some of its columns replaced. */
function copy(table: string, isOfRegion: string, replaced: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(replaced).map(([column, value]) => `'${column}', ${value}`);
  return `
    insert into ${table}
    select copied.* from ${table} b cross join missing_region
    cross join lateral jsonb_populate_record(b, jsonb_build_object(${pairs.join(', ')})) copied
    where ${isOfRegion}`;
}

/** The statements that fill the missing regions, in the order of their references. */
export const copiesOfRegion: readonly string[] = [
  copy('case_file', ofRegion, {
    id: growth.id('b.id'),
    number: `regexp_replace(b.number, '^${flevoland.prefix}-', 'R' || g || '-')`,
    region: growth.regionKey(),
    responsible_municipality_code: growth.municipality('b.responsible_municipality_code'),
    municipality_code: growth.municipality('b.municipality_code'),
    owner_organisation_id: growth.id('b.owner_organisation_id'),
  }),
  copy('need', `b.case_id in (select b.id from case_file b where ${ofRegion})`, { case_id: growth.id('b.case_id') }),
  copy('case_place', `b.case_id in (select b.id from case_file b where ${ofRegion})`, {
    case_id: growth.id('b.case_id'),
  }),
  copy('consultation', ofRegion, {
    id: growth.id('b.id'),
    region: growth.regionKey(),
    municipality_code: growth.municipality('b.municipality_code'),
    case_id: growth.id('b.case_id'),
    referrer_organisation_id: growth.id('b.referrer_organisation_id'),
    referrer_municipality_code: growth.municipality('b.referrer_municipality_code'),
  }),
];
