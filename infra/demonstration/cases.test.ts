import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { toCasesConfig } from '../../subgraphs/cases/config.js';
import { casesServices } from '../../subgraphs/cases/services.js';
import { timelinePage, timelineReadModel } from '../../subgraphs/cases/timeline/timeline.read-model.js';
import { casesStorage } from '../../subgraphs/cases/storage.js';
import { callerAs } from '../../test/builders/callers.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { growCases, loadCases } from './cases.js';
import { dayAfter, workdayBefore } from './cases/calendar.js';
import { demonstrationRows } from './load.js';
import { organisations } from './organisations.js';

let database: TestDatabase;
let db: DataSource;
let progressed = 0;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openDatabase(casesStorage, {
    url: database.url('owner'),
    applicationName: 'test',
    poolSize: 1,
    statementTimeoutMs: 60_000,
  });
  await loadCases(db, (rows) => (progressed += rows));
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function values<T>(sql: string): Promise<T[]> {
  const rows = await db.query<{ value: T }[]>(`select value from (${sql}) found (value)`);
  return rows.map(({ value }) => value);
}

async function counts(): Promise<number[]> {
  const tables = ['case_file', 'need', 'consultation'];
  return Promise.all(tables.map(async (table) => (await values<number>(`select count(*) from ${table}`))[0] ?? 0));
}

describe('the cases of the demonstration region', () => {
  it('are 62 with 61 needs beside 294 consultations, as told', async () => {
    expect(await counts()).toEqual([62, 61, 294]);
    expect(progressed).toBe(demonstrationRows.cases);
  });

  it('are numbered FL-26-0001 to FL-26-0062: sixty open with a need, one without, one closed', async () => {
    const open = `select number from case_file join need on case_id = id where status = 'OPEN' order by number`;
    expect(await values(open)).toEqual(
      Array.from({ length: 60 }, (_, index) => `FL-26-${String(index + 1).padStart(4, '0')}`),
    );
    expect(await values(`select number from case_file where not exists (select from need where case_id = id)`)).toEqual(
      ['FL-26-0061'],
    );
    expect(await values(`select number from case_file where status = 'CLOSED'`)).toEqual(['FL-26-0062']);
  });

  it('live in all six municipalities, are 0 to 22 years old and seek every rung with help', async () => {
    expect(await values('select distinct municipality_code from case_file')).toHaveLength(6);
    expect(await values('select distinct this_year() - birth_year between 0 and 22 from case_file')).toEqual([true]);
    const sought = await values<LadderRung>('select distinct unnest(rungs) from need');
    expect([...sought].sort()).toEqual(LadderRung.codes.filter((rung) => rung !== 'OWN_HOME').sort());
  });

  it('lie before one provider: the case of the first search, with the consent of the youth and the parents', async () => {
    const open = `select f.number from referral r join case_file f on f.id = r.case_id where referral_state(r) = 'OPEN'`;
    expect(await values(open)).toEqual(['FL-26-0042']);
    const agreed = `select given_by from consent c join referral r on c.id = any(r.consent_ids)`;
    expect(await values(`${agreed} where referral_state(r) = 'OPEN' order by 1`)).toEqual(['PARENT', 'YOUTH']);
    expect(await values('select id from consent where not consent_holds(consent)')).toHaveLength(1);
  });

  it('belong to local access, certified institutions and Veilig Thuis, and some are restricted', async () => {
    const owners = await values<string>('select distinct owner_organisation_id from case_file');
    const kinds = organisations.filter(({ id }) => owners.includes(id)).map(({ kind }) => kind);
    expect(kinds).toHaveLength(owners.length);
    expect(new Set(kinds)).toEqual(new Set(['LOCAL_ACCESS', 'CERTIFIED_INSTITUTION', 'SAFE_HOME']));
    expect((await values('select id from case_file where is_restricted')).length).toBeGreaterThan(3);
  });

  it('have FL-26-0042 to begin with', async () => {
    const [flagship] = await values<object>(
      `select to_jsonb(n) || to_jsonb(p) || jsonb_build_object('age', this_year() - birth_year, 'municipality', municipality_code, 'weeks',
         (start_by_on - (hub_now() at time zone 'Europe/Amsterdam')::date) / 7, 'legal', legal_frameworks)
       from case_file join need n on case_id = id join case_place p using (case_id) where number = 'FL-26-0042'`,
    );
    expect(flagship).toMatchObject({
      age: 12,
      municipality: '0995',
      postcode4: '8232',
      legal: ['VOLUNTARY'],
      weeks: 6,
      rungs: ['AMBULATORY', 'INTENSIVE_AMBULATORY', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'],
      heaviest_rung: 'FAMILY_HOME',
      characteristics: ['AUTISM'],
      hours_per_week: 6,
      time_windows: ['EVENING', 'WEEKEND'],
      children_together: 1,
      near_postcode4: '8232',
      max_distance_km: null,
    });
  });

  it('were opened before the loading, the higher number later', async () => {
    expect(await values(`select max(opened_at) < hub_now() from case_file`)).toEqual([true]);
    expect(
      await values(`select number from case_file where number < 'FL-26-0062' order by opened_at desc limit 2`),
    ).toEqual(['FL-26-0061', 'FL-26-0060']);
  });
});

describe('the cases that show what a case goes through', () => {
  const ofCase = (number: string): string => `(select id from case_file where number = '${number}')`;

  it('have care under way in one, which came of a referral, and of which it is time to ask whether it lasts', async () => {
    const care = `select rung || ' after ' || previous_rung || ' ' || r.accepted_at::text from placement p join referral r on r.id = p.referral_id
      where p.status = 'STARTED' and p.case_id = ${ofCase('FL-26-0030')} and r.accepted_at < p.allocated_at and p.allocated_at < p.started_at`;
    expect(await values(care)).toEqual([expect.stringMatching(/^AMBULATORY after OWN_HOME /)]);
    expect(await values(`select current_rung from case_file where number = 'FL-26-0030'`)).toEqual(['AMBULATORY']);
    const due = `select f.number from outcome o join consultation c on c.id = o.consultation_id join case_file f on f.id = c.case_id where o.follow_up_on <= (hub_now() at time zone 'Europe/Amsterdam')::date`;
    expect(await values(due)).toEqual(['FL-26-0030']);
  });

  it('have a timeline of more than a dozen events there, of as many kinds', async () => {
    const read = timelineReadModel(db.manager);
    const caseId = (await values<string>(ofCase('FL-26-0030')))[0] ?? '';
    const found = await read.findPages(callerAs('care-broker'), [caseId], {
      ...timelinePage({ first: 50, after: null }),
      withoutLooks: false,
    });
    const kinds = (found.get(caseId) ?? []).map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(12);
    expect(new Set(kinds).size).toBeGreaterThanOrEqual(11);
  });

  it('were worked on from Monday to Friday, whatever day it is', () => {
    const days = Array.from({ length: 7 }, (_, index) => `2026-11-${String(23 + index)}`);
    const worked = days.flatMap((on) =>
      [0, 6, 40, -6].map((ago) => {
        const day = { on, startOfDay: new Date(`${on}T00:00:00Z`), year: 2026 };
        const before = workdayBefore(day, ago);
        return { before: before - ago, weekday: new Date(`${dayAfter(day, -before)}T00:00:00Z`).getUTCDay() };
      }),
    );
    expect(worked.filter(({ weekday }) => weekday === 0 || weekday === 6)).toEqual([]);
    expect(new Set(worked.map(({ before }) => before))).toEqual(new Set([0, 1, 2]));
  });

  it('have another with a round table that was held, one that comes, and a checklist that is half answered', async () => {
    const tables = `select state || ' ' || (planned_at > hub_now()) || ' ' || (decisions <> '{}') from round_table where case_id = ${ofCase('FL-26-0052')} order by 1`;
    expect(await values(tables)).toEqual(['HELD false true', 'PLANNED true false']);
    const answered = `select count(*) from checklist join checklist_alternative using (case_id) where state = 'OPEN' and case_id = ${ofCase('FL-26-0052')}`;
    expect(await values(answered)).toEqual([4]);
  });
});

describe('the consultations of the demonstration region', () => {
  it('of 2023 are the same wherever they are loaded', async () => {
    const facts = `id || ' ' || extract(epoch from received_at) || referrer_kind || interventions::text || result`;
    const all = `select md5(string_agg(${facts}, ',' order by id)) from consultation where reporting_year = 2023`;
    expect(await values(all)).toEqual(['d1c37769484a335e6fa5bc23c67335d2']);
  });

  it('of 2023 were mostly answered within 48 hours, a few too late; many had no intervention, others several', async () => {
    const [late] = await values<number>(
      `select count(*) from consultation where reporting_year = 2023 and first_contact_at > received_at + interval '48 hours'`,
    );
    expect(late).toBeGreaterThan(3);
    expect(late).toBeLessThan(26);
    const per = await values<number>(
      `select count(*) from consultation where reporting_year = 2023 group by least(cardinality(interventions), 2) order by least(cardinality(interventions), 2)`,
    );
    expect(per).toHaveLength(3);
    expect(per[0]).toBeGreaterThan(100);
    expect(per[2]).toBeGreaterThan(40);
  });

  it('of this year and the last are alive: some await an answer, one of them too long', async () => {
    const years = `select distinct reporting_year - this_year() from consultation where reporting_year <> 2023 order by 1`;
    expect(await values(years)).toEqual([-1, 0]);
    const late = `select count(*) > 0 from consultation where status = 'RECEIVED' and received_at < hub_now() - interval '48 hours'`;
    expect(await values(late)).toEqual([true]);
    const ahead = `select id from consultation where greatest(received_at, first_contact_at, closed_at) > hub_now()`;
    expect(await values(ahead)).toEqual([]);
  });
});

describe('a country of three regions', () => {
  beforeAll(() => growCases(db, 3));

  it('is three times as large and grows only by what is missing', async () => {
    expect(await counts()).toEqual([3 * 62, 3 * 61, 3 * 294]);
    await growCases(db, 3);
    expect(await counts()).toEqual([3 * 62, 3 * 61, 3 * 294]);
    await growCases(db, 4);
    expect(await counts()).toEqual([4 * 62, 4 * 61, 4 * 294]);
  });

  it('has the numbers of the first region in each, under its own municipalities', async () => {
    const tables = await Promise.all(
      ['flevoland', 'region-2'].map((region) =>
        casesServices(db.manager, toCasesConfig({})).yearTable.yearTable(
          { ...callerAs('care-broker'), region },
          region,
          2023,
        ),
      ),
    );
    const [own, copy] = tables.map(({ sections }) =>
      sections.flatMap(({ rows }) => rows.map(({ key, total }) => [key, total])),
    );
    expect(copy).toEqual(own);
    expect(await values(`select number from case_file where region = 'region-2' order by number limit 1`)).toEqual([
      'R2-26-0001',
    ]);
    const codes = await values<string>(
      `select municipality_code from case_file where region <> 'flevoland' union select municipality_code from consultation where region <> 'flevoland'`,
    );
    expect(codes.filter((code) => flevoland.municipalityCodes.includes(code))).toEqual([]);
  });
});
