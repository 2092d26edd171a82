import type { EntityManager } from 'typeorm';
import type { KnownProfessional, ProfessionalRecord } from './publishing.rules.js';

/** The columns that are published, by the name that they have in a record, with their types. */
const columns: Readonly<Record<string, readonly [column: string, type: string]>> = {
  name: ['name', 'text'],
  jobTitle: ['job_title', 'text'],
  register: ['register', 'text'],
  registrationNumber: ['registration_number', 'text'],
  municipalityCodes: ['municipality_codes', 'text[]'],
  languages: ['languages', 'text[]'],
  workPhone: ['work_phone', 'text'],
  workEmail: ['work_email', 'text'],
  isVisible: ['is_visible', 'boolean'],
  isActive: ['is_active', 'boolean'],
  leftOn: ['left_on', 'date'],
};
const names = Object.values(columns).map(([column]) => column);
const given = Object.keys(columns).map((name) => `"${name}"`);
const typed = Object.entries(columns).map(([name, [, type]]) => `"${name}" ${type}`);
const shown = Object.entries(columns).map(([name, [column]]) => `'${name}', p.${column}`);

/** A verified number stays verified while it is the same. */
const writing = `
  insert into professional as p (organisation_id, key, ${names.join(', ')})
  select $1, key, ${given.join(', ')} from jsonb_to_recordset($2::jsonb) as r (key text, ${typed.join(', ')})
  on conflict (organisation_id, key) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')},
    is_registration_verified = p.is_registration_verified
      and (p.register, p.registration_number) is not distinct from (excluded.register, excluded.registration_number)
  returning p.id, p.key`;

const isOwn = 'p.organisation_id = $1 and (p.left_on is null or p.left_on > today())';

/** Reads what publishing must know and writes professionals, each in one statement however many there are. Row level security holds to the own organisation too. */
export function publishingStore(db: EntityManager) {
  return {
    /** Waits until nobody else publishes professionals of this organisation; gives today. */
    async takeTurn(organisationId: string): Promise<string> {
      const rows: { today: string }[] = await db.query(
        `select today() as today, pg_advisory_xact_lock(hashtextextended('people.publishing/' || $1, 0))`,
        [organisationId],
      );
      if (!rows[0]) throw new Error('the statement gives one row');
      return rows[0].today;
    },

    /** Those of the organisation who have not left, by these keys. */
    async findOwn(organisationId: string, keys: readonly string[]): Promise<Map<string, KnownProfessional>> {
      const rows: KnownProfessional[] = await db.query(
        `select p.id, p.key, jsonb_build_object(${shown.join(', ')}, 'expertise',
           (select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'level', e.level)), '[]') from expertise e where e.professional_id = p.id)) as record
         from professional p where ${isOwn} and p.key = any($2::text[])`,
        [organisationId, keys],
      );
      return new Map(rows.map((row) => [row.key, row]));
    },

    /** Writes professionals with what they are good at. Gives their ids by key. */
    async write(
      organisationId: string,
      records: ReadonlyMap<string, ProfessionalRecord>,
    ): Promise<Map<string, string>> {
      if (records.size === 0) return new Map();
      const rows: { id: string; key: string }[] = await db.query(writing, [
        organisationId,
        JSON.stringify([...records].map(([key, record]) => ({ key, ...record }))),
      ]);
      await writeExpertise(
        db,
        rows.map(({ id, key }) => ({ id, expertise: records.get(key)?.expertise ?? [] })),
      );
      return new Map(rows.map(({ id, key }) => [key, id]));
    },

    async letGo(leaving: readonly { readonly id: string; readonly leftOn: string }[]): Promise<void> {
      if (leaving.length === 0) return;
      const rows = leaving.map(({ id, leftOn }) => ({ id, left_on: leftOn }));
      await db.query('select let_go($1::jsonb)', [JSON.stringify(rows)]);
    },

    /** Notes that these hold as they are; of `null` all of the organisation. Gives the moment and whom, by key. */
    async confirm(
      organisationId: string,
      keys: readonly string[] | null,
    ): Promise<{ at: Date | null; confirmed: Map<string, string> }> {
      const [rows] = await db.query<[{ id: string; key: string; confirmed_at: Date }[], number]>(
        `update professional p set confirmed_at = hub_now() where ${isOwn} and ($2::text[] is null or p.key = any($2)) returning p.id, p.key, p.confirmed_at`,
        [organisationId, keys],
      );
      return { at: rows[0]?.confirmed_at ?? null, confirmed: new Map(rows.map(({ id, key }) => [key, id])) };
    },

    /** Who of the organisation has none of these keys: how many, and the first keys of them. */
    async findLeftOut(organisationId: string, keys: readonly string[]): Promise<{ count: number; keys: string[] }> {
      const rows: { key: string; count: number }[] = await db.query(
        `select p.key, count(*) over ()::integer as count from professional p where ${isOwn} and p.key <> all($2::text[]) order by p.key limit 500`,
        [organisationId, keys],
      );
      return { count: rows[0]?.count ?? 0, keys: rows.map(({ key }) => key) };
    },
  };
}

/** What professionals are good at takes the place of what was known of it. */
async function writeExpertise(
  db: EntityManager,
  professionals: readonly ({ readonly id: string } & Pick<ProfessionalRecord, 'expertise'>)[],
): Promise<void> {
  const rows = professionals.flatMap(({ id, expertise }) => expertise.map(({ code, level }) => ({ id, code, level })));
  await db.query('delete from expertise where professional_id = any($1)', [professionals.map(({ id }) => id)]);
  await db.query(
    `insert into expertise (professional_id, code, level) select id, code, level
     from jsonb_to_recordset($1::jsonb) as e (id uuid, code text, level text)`,
    [JSON.stringify(rows)],
  );
}

export type PublishingStore = ReturnType<typeof publishingStore>;
