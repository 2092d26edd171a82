import { flevoland } from '../../../vocabulary/places/region.js';
import { growth } from '../growth.js';

type Columns = Readonly<Record<string, string>>;

const flevolandCodes = `'{${flevoland.municipalityCodes.join(',')}}'::text[]`;

/** Eight digits, moved on by a thousand for each region: the region itself uses three. */
const number = (code: string): string => `lpad((${code}::integer + g * 1000)::text, 8, '0')`;

/** The municipalities of region g in the place of those of Flevoland; neighbours are left out, so that they keep their own density. */
const municipalities = `array(select ${growth.municipality('code')} from unnest(b.municipality_codes) code where code = any(${flevolandCodes}))`;

const copiedName = `b.name || ' (regio ' || g || ')'`;

const address = (column: string): string => `replace(${column}, '.example', '-' || g || '.example')`;

const same = (...columns: string[]): Columns => Object.fromEntries(columns.map((column) => [column, `b.${column}`]));

const organisation: Columns = {
  ...same('kind', 'phone', 'contracted_until_on', 'intake_phone', 'intake_confirmed_at'),
  name: copiedName,
  id: growth.id('b.id'),
  key: `b.key || '-' || g`,
  kvk: number('b.kvk'),
  agb: `array(select ${number('code')} from unnest(b.agb) code)`,
  oin: `left(b.oin, 8) || ${number('b.kvk')} || '0000'`,
  municipality_codes: municipalities,
  email: address('b.email'),
  intake_email: address('b.intake_email'),
  website: address('b.website'),
};

const professional: Columns = {
  ...same('name', 'job_title', 'register', 'registration_number', 'is_registration_verified', 'languages'),
  ...same('is_visible', 'is_active', 'is_experience_shown', 'left_on'),
  id: growth.id('b.id'),
  organisation_id: growth.id('b.organisation_id'),
  municipality_codes: municipalities,
};

const contact: Columns = {
  ...same('kind', 'is_shown'),
  professional_id: growth.id('b.professional_id'),
  value: `case b.kind when 'EMAIL' then ${address('b.value')} else b.value end`,
};

const experience: Columns = { ...same('code'), professional_id: growth.id('b.professional_id') };

const expertise: Columns = { ...same('code', 'level'), professional_id: growth.id('b.professional_id') };

/** A network of more regions than one is coordinated from the copy by one of its own municipalities. */
const coordinator = growth.municipality(
  `(case when b.coordinating_municipality_code = any(${flevolandCodes}) then b.coordinating_municipality_code else '${flevoland.municipalityCodes[0]}' end)`,
);

const network: Columns = {
  ...same('kind', 'functions'),
  id: growth.id('b.id'),
  name: copiedName,
  municipality_codes: municipalities,
  coordinating_municipality_code: coordinator,
};

const team: Columns = {
  ...same('kind', 'mandate', 'meeting_rhythm', 'max_hours_per_week', 'valid_from_on', 'valid_to_on'),
  id: growth.id('b.id'),
  name: copiedName,
  organisation_id: growth.id('b.organisation_id'),
  municipality_codes: municipalities,
  successor_id: growth.id('b.successor_id'),
  network_id: growth.id('b.network_id'),
};

const membership: Columns = {
  ...same('role', 'hours_average', 'from_on', 'to_on'),
  team_id: growth.id('b.team_id'),
  professional_id: growth.id('b.professional_id'),
};

const availability: Columns = {
  ...same('time_window', 'hours_per_week', 'from_on', 'to_on'),
  professional_id: growth.id('b.professional_id'),
};

/** Copies the rows of a table that belong to the region, some of their columns replaced. */
function copy(table: string, columns: Columns, isOfRegion: string): string {
  return `insert into ${table} (${Object.keys(columns).join(', ')})
    select ${Object.values(columns).join(', ')} from ${table} b cross join missing_region where ${isOfRegion}`;
}

const worksInRegion = `b.municipality_codes && ${flevolandCodes}`;

/** The statements that copy the region into each number of the table `missing_region`, in order. */
export const copiesOfRegion: readonly string[] = [
  `create temporary table base_organisation on commit drop as select id from organisation b where ${worksInRegion}`,
  `create temporary table base_professional on commit drop as
    select id from professional where organisation_id in (select id from base_organisation)`,
  copy('organisation', organisation, worksInRegion),
  copy('professional', professional, 'b.id in (select id from base_professional)'),
  copy('work_contact', contact, 'b.professional_id in (select id from base_professional)'),
  copy('experience', experience, 'b.professional_id in (select id from base_professional)'),
  copy('expertise', expertise, 'b.professional_id in (select id from base_professional)'),
  copy('network', network, worksInRegion),
  copy('team', team, worksInRegion),
  copy('team_membership', membership, 'b.professional_id in (select id from base_professional)'),
  copy('availability_window', availability, 'b.professional_id in (select id from base_professional)'),
];

/** Makes `missing_region`: each number from 2 to $1 of which no organisation is there yet. */
export const missingRegions = `create temporary table missing_region on commit drop as
  select g from generate_series(2, $1::integer) g
  where not exists (
    select from organisation copied
    where copied.id = (select ${growth.id('b.id')} from organisation b where ${worksInRegion} order by b.id limit 1)
  )`;
