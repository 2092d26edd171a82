import { testSealer } from '../../content-keys.js';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { CasePlaceRow } from '../../../subgraphs/cases/case/whereabouts/case-place.entity.js';
import { CaseRow } from '../../../subgraphs/cases/case/case.entity.js';
import { NeedRow } from '../../../subgraphs/cases/need/need.entity.js';
import { ConsentRow } from '../../../subgraphs/cases/consent/consent.entity.js';
import { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';
import { PseudonymRow, ReferralRow } from '../../../subgraphs/cases/referral/referral.entity.js';
import { casesStorage } from '../../../subgraphs/cases/storage.js';
import { cloneDatabase, type DatabaseKind, type TestDatabase } from '../../database.js';
import type { caseRow } from '../rows/case.js';
import { pseudonymsOf } from '../rows/referral.js';

/** A database of cases, opened as the subgraph opens it. */
export interface CasesDatabase extends Pick<TestDatabase, 'moveClock' | 'url'> {
  /** As the login role of cases: row level security holds. */
  readonly db: DataSource;
  /** As the owner, whom row level security lets pass: what is held to here is held to by the statements alone. */
  readonly owner: DataSource;
  /** The statements that either has sent. */
  readonly statements: string[];
  write(rows: Rows): Promise<void>;
  close(): Promise<void>;
}

interface Rows {
  readonly cases?: readonly ReturnType<typeof caseRow>[];
  readonly needs?: readonly NeedRow[];
  readonly places?: readonly CasePlaceRow[];
  readonly consultations?: readonly ConsultationRow[];
  readonly consents?: readonly ConsentRow[];
  readonly referrals?: readonly ReferralRow[];
}

export async function openCasesDatabase(kind: DatabaseKind = 'empty'): Promise<CasesDatabase> {
  const database = await cloneDatabase(kind);
  const statements: string[] = [];
  const open = (role: 'owner' | 'cases'): Promise<DataSource> =>
    openDatabase(casesStorage, {
      sealer: testSealer(),
      url: database.url(role),
      applicationName: 'cases-test',
      poolSize: 1,
      poolWaitMs: 10_000,
      statementTimeoutMs: 10_000,
      onStatement: (sql) => statements.push(sql),
    });
  const [db, owner] = [await open('cases'), await open('owner')];
  return {
    db,
    owner,
    statements,
    url: (role) => database.url(role),
    moveClock: (interval) => database.moveClock(interval),
    async write({ cases = [], needs = [], places = [], consultations = [], consents = [], referrals = [] }) {
      await owner.manager.insert(CaseRow, [...cases]);
      await owner.manager.insert(NeedRow, [...needs]);
      await owner.manager.insert(CasePlaceRow, [...places]);
      await owner.manager.insert(ConsultationRow, [...consultations]);
      await owner.manager.insert(ConsentRow, [...consents]);
      await owner.manager.insert(PseudonymRow, pseudonymsOf(referrals));
      await owner.manager.insert(ReferralRow, [...referrals]);
    },
    async close() {
      await db.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}
