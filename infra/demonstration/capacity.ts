import type { DataSource, EntityManager } from '../../platform/database/database.js';
import { demonstrationOffers, type Row } from './capacity-offers.js';
import { demonstrationFigures, type LoadingTime } from './capacity-reports.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { growth } from './growth.js';

const age = 400 * 24 * 3_600_000;

/** Writes the sites, offers, reports, closures and holds of the demonstration region in one transaction. */
export async function loadCapacity(db: DataSource, progress: (rows: number) => void): Promise<void> {
  await db.transaction(async (tx) => {
    const time = await loadingTime(tx);
    const { sites, offers } = demonstrationOffers(new Date(time.startOfDay.getTime() - age));
    const { reports, closures, holds, holdCases, holdUnits } = demonstrationFigures(offers, time);
    const tables: readonly (readonly [string, Row[]])[] = [
      ['site', sites],
      ['offer', offers],
      ['capacity_report', reports],
      ['closure', closures],
      ['hold', holds],
      ['hold_case', holdCases],
      ['hold_unit', holdUnits],
    ];
    for (const [table, rows] of tables) {
      await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
      progress(rows.length);
    }
  });
  await db.query('analyze');
}

async function loadingTime(tx: EntityManager): Promise<LoadingTime> {
  const [row]: { start_of_day: Date; start_of_hour: Date }[] = await tx.query(
    `select date_trunc('day', hub_now(), 'Europe/Amsterdam') as start_of_day, date_trunc('hour', hub_now()) as start_of_hour`,
  );
  if (!row) throw new Error('the database gives one row');
  return { startOfDay: row.start_of_day, startOfHour: row.start_of_hour };
}

const flevolandCodes = `'{${flevoland.municipalityCodes.join(',')}}'::text[]`;

/** The municipalities of region g in the place of those of Flevoland; neighbours are left out, so that they keep their own density. */
const municipalities = (column: string): string =>
  `to_jsonb(array(select ${growth.municipality('code')} from unnest(${column}) code where code = any(${flevolandCodes})))`;

/** Copies every base row of a table, some of its columns replaced. */
const copy = (table: string, source: string, replaced: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(replaced).map(([column, value]) => `'${column}', ${value}`);
  return `insert into ${table} select copied.* from ${source} cross join missing_region
    cross join lateral jsonb_populate_record(b, jsonb_build_object(${pairs.join(', ')})) copied`;
};

const figures = (table: string, replaced: Readonly<Record<string, string>> = {}): string =>
  copy(table, `${table} b join base_offer on base_offer.id = b.offer_id`, {
    id: growth.id('b.id'),
    offer_id: growth.id('b.offer_id'),
    ...replaced,
  });

const copies = [
  copy('site', 'site b join (select distinct site_id from base_offer) used on used.site_id = b.id', {
    id: growth.id('b.id'),
    organisation_id: growth.id('b.organisation_id'),
    municipality_code: growth.municipality('b.municipality_code'),
  }),
  copy('offer', 'offer b join base_offer on base_offer.id = b.id', {
    id: growth.id('b.id'),
    organisation_id: growth.id('b.organisation_id'),
    site_id: growth.id('b.site_id'),
    working_area: municipalities('b.working_area'),
    contracted_municipalities: municipalities('b.contracted_municipalities'),
  }),
  ...['capacity_report', 'closure'].map((table) => figures(table)),
  figures('hold'),
  copy('hold_case', 'hold_case b join hold h on h.id = b.hold_id join base_offer on base_offer.id = h.offer_id', {
    hold_id: growth.id('b.hold_id'),
    case_id: growth.id('b.case_id'),
    region: growth.regionKey(),
  }),
  copy('hold_unit', 'hold_unit b join base_offer on base_offer.id = b.offer_id', {
    hold_id: growth.id('b.hold_id'),
    offer_id: growth.id('b.offer_id'),
  }),
];

/** Of each region up to $1 that has no offers yet: its number. */
const missingRegions = `create temporary table missing_region on commit drop as
  select g from generate_series(2, $1::integer) g
  where not exists (select from offer o where o.id = (select ${growth.id('b.id')} from base_offer b order by b.id limit 1))`;

/** Copies the region to regions 2 to `regions`, set-based; regions that are there already stay as they are. */
export async function growCapacity(db: DataSource, regions: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      `create temporary table base_offer on commit drop as select id, site_id from offer where working_area && ${flevolandCodes}`,
    );
    await tx.query(missingRegions, [regions]);
    for (const statement of copies) await tx.query(statement);
  });
  await db.query('analyze');
}
