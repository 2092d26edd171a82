import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { needStore } from '../../../subgraphs/cases/need/need.store.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../../builders/ask-subgraph.js';
import { caseRow, consultationRow, idOf, needRow, placeRow } from '../../builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../builders/databases/cases-database.js';
import { consentRow, referralRow } from '../../builders/rows/referral.js';
import { askers, subjects, type Asker, type Subject } from './subjects.js';

let database: CasesDatabase;
const rows = [1, 2, 3, 4];
const regionOf = (n: number): string => (n <= 2 ? 'flevoland' : 'region-2');
const ownerOf = (n: number): string => idOf(n % 2 === 1 ? 901 : 902);

/** Of each case a kinship placement with its term, a mentor, a judgement and a hold, each with the identifier of the case. */
const ofCare = [
  `insert into placement (id, case_id, region, municipality_code, birth_year, rung) select f.id, f.id, f.region, '0995', 2012, 'KINSHIP_FOSTER'`,
  `insert into mentor (id, case_id, chosen_on) select f.id, f.id, '2026-01-05'`,
  `insert into judgement (id, case_id, offer_id, verdict) select f.id, f.id, f.id, 'SHORTLISTED'`,
  `insert into known_hold (hold_id, case_id, organisation_id, offer_id, rung, state, changed_at, version)
   select f.id, f.id, f.id, f.id, 'FOSTER', 'REQUESTED', hub_now(), 1`,
];

beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({
    cases: rows.map((n) => caseRow(n, { region: regionOf(n), ownerOrganisationId: ownerOf(n) })),
    needs: rows.map((n) => needRow(n)),
    consultations: rows.map((n) => consultationRow(n, { region: regionOf(n), referrerOrganisationId: ownerOf(n) })),
    consents: rows.map((n) => consentRow(n, { recordedByOrganisationId: ownerOf(n) })),
    places: rows.map((n) => placeRow(n)),
    referrals: [referralRow(1), referralRow(4, { organisationId: idOf(802) })],
  });
  for (const sql of ofCare)
    await database.owner.query(`${sql} from case_file f join unnest($1::uuid[]) as n (id) on n.id = f.id`, [
      rows.map((n) => idOf(n)),
    ]);
  await database.owner.query(`update placement set status = 'STARTED', started_at = hub_now()`);
  for (const { id } of rows.map((n) => caseRow(n))) {
    await needStore(database.owner.manager).keepFormer(id);
    await database.owner.query(
      `insert into case_change (case_id, version, kind, roles, purpose) values ($1, 1, 'OPENED', '{care-broker}', 'FIND_CARE')`,
      [id],
    );
  }
});
afterAll(() => database.close());

type SeenBy = (caller: Caller, subject: Subject) => Promise<number[]>;

const numberOf = (id: string): number => Number(id.slice(-4));

/** The numbers of all identifiers in an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === 'id' && typeof below === 'string' ? [numberOf(below)] : numbersIn(below),
  );
}

/** The subgraph past the gateway: what it answers who asks it itself. */
function askedOf(db: DataSource): SeenBy {
  let subgraph: Promise<Subgraph> | null = null;
  return async (caller, { document }) => {
    const cases = await (subgraph ??= openCases(db, toCasesConfig({})));
    return numbersIn((await askSubgraph(cases, caller, document)).data);
  };
}

/** No guard and no condition: a statement that forgot both. */
const bareStatement: SeenBy = async (caller, { table, key }) => {
  const sql = `select ${key} as id from ${table}`;
  const found = await withCaller(database.db, caller, (tx) => tx.query<{ id: string }[]>(sql));
  return found.map(({ id }) => numberOf(id));
};

const layers: readonly (readonly [string, () => SeenBy, boolean])[] = [
  ['the subgraph, without the gateway before it', () => askedOf(database.db), false],
  ['the guards and statements, without row level security beneath them', () => askedOf(database.owner), false],
  ['row level security, without guards and statements above it', () => bareStatement, true],
];

describe.each(layers)('%s', (_name, open, isDatabase) => {
  it.each(subjects)('shows each caller its own rows of $table and no others', async (subject) => {
    const seenBy = open();
    const seen: Partial<Record<Asker, number[]>> = {};
    for (const [name, caller] of Object.entries(askers))
      seen[name as Asker] = [...new Set(await seenBy(caller, subject))].sort((a, b) => a - b);
    const expected = Object.keys(askers).map((name) => {
      const own = subject.seen[name as Asker] ?? [];
      const counted = isDatabase ? (subject.alsoInDatabase?.[name as Asker] ?? []) : [];
      return [name, [...own, ...counted]];
    });
    expect(seen).toEqual(Object.fromEntries(expected));
  });
});
