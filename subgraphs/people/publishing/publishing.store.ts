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
  isVisible: ['is_visible', 'boolean'],
  isActive: ['is_active', 'boolean'],
  isExperienceShown: ['is_experience_shown', 'boolean'],
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

const contactOf = (kind: string): string => `from work_contact c where c.professional_id = p.id and c.kind = '${kind}'`;

/** What is known of a professional besides the columns of the table itself. */
const known = `
  'workPhone', (select c.value ${contactOf('PHONE')}), 'isPhoneShown', coalesce((select c.is_shown ${contactOf('PHONE')}), true),
  'workEmail', (select c.value ${contactOf('EMAIL')}), 'isEmailShown', coalesce((select c.is_shown ${contactOf('EMAIL')}), true),
  'experience', (select coalesce(jsonb_agg(e.code), '[]') from experience e where e.professional_id = p.id),
  'expertise', (select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'level', e.level)), '[]') from expertise e where e.professional_id = p.id)`;

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
        `select p.id, p.key, jsonb_build_object(${shown.join(', ')}, ${known}) as record from professional p where ${isOwn} and p.key = any($2::text[])`,
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
      await writeDetails(
        db,
        rows.flatMap(({ id, key }) => [records.get(key)].flatMap((record) => (record ? [{ id, ...record }] : []))),
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

type Written = ProfessionalRecord & { readonly id: string };

/** What professionals are good at and went through, and how they are reached, takes the place of what was known of it. */
async function writeDetails(db: EntityManager, professionals: readonly Written[]): Promise<void> {
  const ids = professionals.map(({ id }) => id);
  const replace = async (table: string, columns: readonly string[], rows: readonly object[]): Promise<void> => {
    await db.query(`delete from ${table} where professional_id = any($1)`, [ids]);
    await db.query(
      `insert into ${table} (professional_id, ${columns.join(', ')}) select professional_id, ${columns.join(', ')}
       from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  const each = (rowsOf: (one: Written) => readonly object[]): object[] =>
    professionals.flatMap((one) => rowsOf(one).map((row) => ({ professional_id: one.id, ...row })));
  await replace(
    'expertise',
    ['code', 'level'],
    each(({ expertise }) => expertise.map(({ code, level }) => ({ code, level }))),
  );
  await replace(
    'experience',
    ['code'],
    each(({ experience }) => experience.map((code) => ({ code }))),
  );
  await replace('work_contact', ['kind', 'value', 'is_shown'], each(contactsOf));
}

/** A telephone or address that is not to be shown is remembered as such, also while there is none. */
function contactsOf({ workPhone, isPhoneShown, workEmail, isEmailShown }: Written): object[] {
  return [
    ...(workPhone === null && isPhoneShown ? [] : [{ kind: 'PHONE', value: workPhone, is_shown: isPhoneShown }]),
    ...(workEmail === null && isEmailShown ? [] : [{ kind: 'EMAIL', value: workEmail, is_shown: isEmailShown }]),
  ];
}

export type PublishingStore = ReturnType<typeof publishingStore>;
