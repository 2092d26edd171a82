import type { EntityManager } from 'typeorm';
import type { OfferRecord, RegisteredOffer } from './registration.rules.js';
import type { SiteRecord } from './sites.rules.js';

const siteColumns = `id, key, name, municipality_code as "municipalityCode", postcode4, establishment_number as "establishmentNumber"`;

/** What of an offer its provider registers, with the types of the columns. */
const columns: Readonly<Record<string, string>> = {
  site_id: 'uuid',
  title: 'text',
  description: 'text',
  rung: 'text',
  home_rung: 'text',
  category: 'text',
  product_code: 'text',
  is_crisis: 'boolean',
  age_min: 'smallint',
  age_max: 'smallint',
  sex: 'text',
  target_groups: 'text[]',
  exclusions: 'text[]',
  legal_frameworks: 'text[]',
  children_together: 'smallint',
  time_windows: 'text[]',
  unit: 'text',
  capacity_model: 'text',
  working_area: 'text[]',
  contracted_municipalities: 'text[]',
  languages: 'text[]',
  place_features: 'text[]',
};
const names = Object.keys(columns);

/** Reads what registering must know and writes offers and sites, each in one statement however many there are. */
export function registrationStore(db: EntityManager) {
  return {
    /** The offers of an organisation with these keys, locked: no hold of them is made meanwhile. */
    async lock(organisationId: string, keys: readonly string[]): Promise<Map<string, RegisteredOffer>> {
      const locked: { id: string }[] = await db.query(
        'select id from offer where organisation_id = $1 and key = any($2::text[]) order by id for no key update',
        [organisationId, keys],
      );
      const rows: RegisteredOffer[] = await db.query(
        `select o.id, o.key, to_jsonb(o) as record, o.retired_at is not null as "isRetired",
           exists (select from capacity_report r where r.offer_id = o.id) as "isReported",
           exists (select from hold h where h.offer_id = o.id and hold_state(h, hub_now()) in ('REQUESTED', 'ACTIVE')) as "isHeld"
         from offer o where o.id = any($1::uuid[])`,
        [locked.map(({ id }) => id)],
      );
      return new Map(rows.map((row) => [row.key, row]));
    },

    async findSites(organisationId: string): Promise<SiteRecord[]> {
      return db.query(`select ${siteColumns} from site where organisation_id = $1 order by id`, [organisationId]);
    },

    /** Those of the postcode areas that exist. */
    async findPostcodes(postcodes: readonly string[]): Promise<Set<string>> {
      const rows: { postcode4: string }[] = await db.query(
        'select postcode4 from postcode_area where postcode4 = any($1::text[])',
        [postcodes],
      );
      return new Set(rows.map(({ postcode4 }) => postcode4));
    },

    async writeSites(organisationId: string, sites: readonly SiteRecord[]): Promise<void> {
      if (sites.length === 0) return;
      await db.query(
        `insert into site (id, organisation_id, key, name, municipality_code, postcode4, establishment_number)
         select id, $1, key, name, "municipalityCode", postcode4, "establishmentNumber" from jsonb_to_recordset($2::jsonb)
           as s (id uuid, key text, name text, "municipalityCode" text, postcode4 text, "establishmentNumber" text)
         on conflict (id) do update set name = excluded.name, municipality_code = excluded.municipality_code,
           postcode4 = excluded.postcode4, establishment_number = excluded.establishment_number`,
        [organisationId, JSON.stringify(sites)],
      );
    },

    /** Writes offers by their keys; one that had ended begins again. Gives their ids by key. */
    async writeOffers(organisationId: string, records: ReadonlyMap<string, OfferRecord>): Promise<Map<string, string>> {
      if (records.size === 0) return new Map();
      const rows: { id: string; key: string }[] = await db.query(
        `insert into offer (organisation_id, key, ${names.join(', ')})
         select $1, key, ${names.join(', ')} from jsonb_to_recordset($2::jsonb)
           as o (key text, ${Object.entries(columns)
             .map((column) => column.join(' '))
             .join(', ')})
         on conflict (organisation_id, key) do update set retired_at = null, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
         returning id, key`,
        [organisationId, JSON.stringify([...records].map(([key, record]) => ({ key, ...record })))],
      );
      return new Map(rows.map(({ id, key }) => [key, id]));
    },

    async retire(offerIds: readonly string[]): Promise<void> {
      if (offerIds.length > 0)
        await db.query('update offer set retired_at = hub_now() where id = any($1::uuid[])', [offerIds]);
    },
  };
}

export type RegistrationStore = ReturnType<typeof registrationStore>;
