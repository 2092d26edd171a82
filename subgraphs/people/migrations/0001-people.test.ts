import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import type { DataSource } from '../../../platform/database/database.js';
import { ExpertiseCode, ExpertiseLevel } from '../expertise/expertise.vocabulary.js';
import { OrganisationKind } from '../organisation/organisation.vocabulary.js';
import { oinVectors } from '../../../vocabulary/codes/oin-vectors.js';
import { TeamKind } from '../team/team.vocabulary.js';
import { ThemeCancelReason, ThemeSessionState } from '../themes/session/theme-session.vocabulary.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { expertiseRow, idOf, membershipRow, organisationRow, professionalRow, teamRow } from '../testing/rows.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('owner'));
  await plant(db, {
    organisations: [organisationRow(1)],
    professionals: [professionalRow(2, 1)],
    teams: [teamRow(3, 1)],
  });
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** The codes that the check of a column allows. */
async function allowedCodes(table: string, column: string): Promise<string[]> {
  const rows = await db.query<{ definition: string }[]>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and conname = $2`,
    [table, `${table}_${column}_check`],
  );
  return [...(rows[0]?.definition ?? '').matchAll(/'([A-Z0-9_]+)'/g)].map(([, code]) => code ?? '');
}

describe('the codes that the tables of people allow', () => {
  it.each([
    ['organisation', 'kind', OrganisationKind],
    ['team', 'kind', TeamKind],
    ['expertise', 'code', ExpertiseCode],
    ['expertise', 'level', ExpertiseLevel],
    ['theme_session', 'state', ThemeSessionState],
    ['theme_session', 'cancel_reason', ThemeCancelReason],
  ])('%s.%s: those of the vocabulary', async (table, column, { codes }) => {
    expect(await allowedCodes(table, column)).toEqual(codes);
  });
});

describe('the check of an OIN', () => {
  it.each(oinVectors)('%j: %s (%s)', async (oin, expected) => {
    const saved = db.query('update organisation set oin = $1', [oin]);
    await (expected ? expect(saved).resolves.toBeDefined() : expect(saved).rejects.toThrow('organisation_oin_check'));
  });
});

describe('the tables of people refuse', () => {
  it.each([
    [
      'a KvK number of seven digits',
      'organisation_kvk_check',
      { organisations: [organisationRow(9, { kvk: '1234567' })] },
    ],
    [
      'one bad AGB code among good ones',
      'organisation_agb_check',
      { organisations: [organisationRow(9, { agb: ['00000101', '1'] })] },
    ],
    [
      'a municipality code with letters',
      'organisation_municipality_codes_check',
      { organisations: [organisationRow(9, { municipalityCodes: ['GM09'] })] },
    ],
    [
      'a telephone number of no country',
      'organisation_phone_check',
      { organisations: [organisationRow(9, { phone: '0320000101' })] },
    ],
    [
      'a website without encryption',
      'organisation_website_check',
      { organisations: [organisationRow(9, { website: 'http://a.example' })] },
    ],
    ['a key with capitals', 'organisation_key_check', { organisations: [organisationRow(9, { key: 'Alder' })] }],
    [
      'two organisations under one key',
      'organisation_key_key',
      { organisations: [organisationRow(9, { key: 'organisation-1' })] },
    ],
    [
      'a language that is no tag',
      'professional_languages_check',
      { professionals: [professionalRow(9, 1, { languages: ['Dutch'] })] },
    ],
    [
      'a register without a number',
      'professional_check',
      { professionals: [professionalRow(9, 1, { register: 'SKJ' })] },
    ],
    [
      'a verified number that is not there',
      'professional_check1',
      { professionals: [professionalRow(9, 1, { isRegistrationVerified: true })] },
    ],
    ['a professional of nobody', 'professional_organisation_id_fkey', { professionals: [professionalRow(9, 8)] }],
    ['one expertise twice', 'expertise_pkey', { expertise: [expertiseRow(2, 'AUTISM'), expertiseRow(2, 'AUTISM')] }],
    ['a team that ends before it begins', 'team_check', { teams: [teamRow(9, null, { validToOn: '2019-12-31' })] }],
    ['a team that succeeds itself', 'team_check1', { teams: [teamRow(9, null, { successorId: idOf(9) })] }],
    [
      'a rhythm that is no duration',
      'team_meeting_rhythm_check',
      { teams: [teamRow(9, null, { meetingRhythm: 'weekly' })] },
    ],
    [
      'a stay that ends before it begins',
      'team_membership_check',
      { memberships: [membershipRow(3, 2, { toOn: '2019-12-31' })] },
    ],
    [
      'a stay of no hours',
      'team_membership_hours_average_check',
      { memberships: [membershipRow(3, 2, { hoursAverage: 0 })] },
    ],
  ])('%s', async (_, constraint, rows) => {
    await expect(plant(db, rows)).rejects.toThrow(`"${constraint}"`);
  });
});
