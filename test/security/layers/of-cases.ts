import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { needStore } from '../../../subgraphs/cases/need/need.store.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { openCasesDatabase, type CasesDatabase } from '../../builders/databases/cases-database.js';
import { caseRow, consultationRow, idOf, needRow, placeRow } from '../../builders/rows/case.js';
import { consentRow, referralRow } from '../../builders/rows/referral.js';
import { askersOf, twoOwners, type LayeredDatabase, type LayeredSubgraph, type Subject } from './layered.js';

const rows = [1, 2, 3, 4];
const regionOf = (n: number): string => (n <= 2 ? 'flevoland' : 'region-2');
const ownerOf = (n: number): string => twoOwners[n % 2 === 1 ? 0 : 1];

/** Of each case a kinship placement with its term, a mentor, a judgement and a hold, each with the identifier of the case. */
const ofCare = [
  `insert into placement (id, case_id, region, municipality_code, birth_year, rung) select f.id, f.id, f.region, '0995', 2012, 'KINSHIP_FOSTER'`,
  `insert into placement_product (placement_id, allocation_number) select f.id, 4711`,
  `insert into mentor (id, case_id, chosen_on) select f.id, f.id, '2026-01-05'`,
  `insert into judgement (id, case_id, offer_id, verdict) select f.id, f.id, f.id, 'SHORTLISTED'`,
  `insert into known_deployment (deployment_id, case_id, from_on, to_on, version) select f.id, f.id, '2026-01-05', '2026-02-05', 1`,
  `insert into known_hold (hold_id, case_id, organisation_id, offer_id, rung, state, changed_at, version)
   select f.id, f.id, f.id, f.id, 'FOSTER', 'REQUESTED', hub_now(), 1`,
];

/** Rows 1 and 2 are of Flevoland, 3 and 4 of another region; 1 and 3 of one owner, 2 and 4 of another; 1 and 4 lie before providers. */
async function open(): Promise<LayeredDatabase> {
  const database = await openCasesDatabase();
  await database.write({
    cases: rows.map((n) => caseRow(n, { region: regionOf(n), ownerOrganisationId: ownerOf(n) })),
    needs: rows.map((n) => needRow(n)),
    consultations: rows.map((n) => consultationRow(n, { region: regionOf(n), referrerOrganisationId: ownerOf(n) })),
    consents: rows.map((n) => consentRow(n, { recordedByOrganisationId: ownerOf(n) })),
    places: rows.map((n) => placeRow(n)),
    referrals: [referralRow(1), referralRow(4, { organisationId: idOf(802) })],
  });
  for (const sql of ofCare) await database.owner.query(`${sql} from case_file f`);
  await database.owner.query(`update placement set status = 'STARTED', started_at = hub_now()`);
  await addRelatives(database);
  for (const id of rows.map(idOf)) {
    await needStore(database.owner.manager).keepFormer(id);
    await database.owner.query(
      `insert into case_change (case_id, version, kind, roles, purpose) values ($1, 1, 'OPENED', '{care-broker}', 'FIND_CARE')`,
      [id],
    );
  }
  return { ...database, openOver: (db) => openCases(db, toCasesConfig({})) };
}

/** Of each case a brother or sister in the same hands, whose identifier ends in the same digits. */
async function addRelatives(database: CasesDatabase): Promise<void> {
  const relative = (n: number): number => 10_000 + n;
  await database.write({
    cases: rows.map((n) => caseRow(relative(n), { region: regionOf(n), ownerOrganisationId: ownerOf(n) })),
  });
  for (const n of rows)
    await database.owner.query('insert into case_sibling (case_id, sibling_id) values ($1, $2), ($2, $1)', [
      idOf(n),
      idOf(relative(n)),
    ]);
}

const seen = { broker: [1, 2], 'broker of another region': [3, 4], owner: [1, 3], 'another owner': [2, 4] };
const ofCases = (what: string, table: string, key: string, asked = ''): Subject => ({
  ...{ what, table, key, seen },
  document: `{ cases(first: 50) { edges { node { id ${asked} } } } }`,
});

export const layeredCases: LayeredSubgraph = {
  name: 'cases',
  askers: askersOf({ owners: twoOwners, providers: [idOf(801), idOf(802)] }),
  subjects: [
    ofCases('cases', 'case_file', 'id'),
    ofCases('needs', 'need', 'case_id', 'need { birthYear }'),
    ofCases('changes of cases', 'case_change', 'case_id', 'timeline { edges { node { kind } } }'),
    ofCases('former needs', 'former_need', 'case_id', 'formerNeeds { version }'),
    ofCases('former places', 'former_place', 'case_id', 'formerNeeds { need { nearPostcode4 } }'),
    { ...ofCases('placements', 'placement', 'id', 'placements { id }'), alsoInDatabase: { analyst: [1, 2] } },
    {
      ...ofCases('kinship terms', 'kinship_term', 'placement_id'),
      document: '{ kinshipTermsDue(first: 50) { edges { node { id } } } }',
      alsoInDatabase: { analyst: [1, 2] },
    },
    ofCases(
      'allocated products',
      'placement_product',
      'placement_id',
      'placements { id product { allocationNumber } }',
    ),
    ofCases('siblings', 'case_sibling', 'case_id', 'siblings { id }'),
    ofCases('mentors', 'mentor', 'id', 'mentors { id }'),
    ofCases('judgements', 'judgement', 'id', 'judgements { id }'),
    ofCases('holds as cases knows them', 'known_hold', 'hold_id', 'declineCount'),
    ofCases('duos as cases knows them', 'known_deployment', 'deployment_id'),
    ofCases('consents', 'consent', 'id', 'consents { purpose }'),
    {
      ...{ what: 'consultations', table: 'consultation', key: 'id', seen },
      document: '{ consultations(first: 50) { edges { node { id } } } }',
      alsoInDatabase: { analyst: [1, 2] },
    },
    {
      ...{ what: 'referrals', table: 'referral', key: 'id' },
      document: '{ referrals(first: 50) { edges { node { id } } } }',
      seen: {
        ...{ broker: [1], 'broker of another region': [4], owner: [1], 'another owner': [4] },
        ...{ planner: [1], 'planner of another provider': [4], 'system of a provider': [4] },
      },
    },
  ],
  open,
};
