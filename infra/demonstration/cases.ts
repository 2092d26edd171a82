import type { DataSource, EntityManager } from '../../platform/database/database.js';
import { CasePlaceRow } from '../../subgraphs/cases/case/whereabouts/case-place.entity.js';
import { CaseRow } from '../../subgraphs/cases/case/case.entity.js';
import { NeedRow } from '../../subgraphs/cases/need/need.entity.js';
import { ConsentRow } from '../../subgraphs/cases/consent/consent.entity.js';
import { ConsultationRow } from '../../subgraphs/cases/consultation/consultation.entity.js';
import { PseudonymRow, ReferralRow } from '../../subgraphs/cases/referral/referral.entity.js';
import type { LoadingDay } from './cases/calendar.js';
import { copiesOfRegion, missingRegions } from './cases/growth.js';
import { demonstrationCases } from './cases/case-rows.js';
import { demonstrationReferrals } from './cases/referral-rows.js';
import { demonstrationConsultations } from './cases/consultations.js';
import { loadStories } from './cases/stories/stories.js';

/** Writes the cases of the demonstration region with their needs, what was done in some of them, and consultations, in one transaction. */
export async function loadCases(db: DataSource, progress: (rows: number) => void): Promise<void> {
  await db.transaction(async (tx) => {
    const day = await loadingDay(tx);
    const { cases, needs, places } = demonstrationCases(day);
    const { consents, pseudonyms, referrals } = demonstrationReferrals(cases, day);
    const tables = [
      [CaseRow, cases],
      [NeedRow, needs],
      [CasePlaceRow, places],
      [ConsultationRow, demonstrationConsultations(day.startOfDay)],
      [ConsentRow, consents],
      [PseudonymRow, pseudonyms],
      [ReferralRow, referrals],
    ] as const;
    for (const [table, rows] of tables) {
      await tx.insert<object>(table, rows);
      progress(rows.length);
    }
    await loadStories(tx, cases, day, progress);
  });
  await db.query('analyze');
}

async function loadingDay(tx: EntityManager): Promise<LoadingDay> {
  const [row] = await tx.query<{ startOfDay: Date; on: string }[]>(
    `select date_trunc('day', hub_now(), 'Europe/Amsterdam') as "startOfDay", (hub_now() at time zone 'Europe/Amsterdam')::date as "on"`,
  );
  if (!row) throw new Error('the database knows no today');
  return { ...row, year: Number(row.on.slice(0, 4)) };
}

/** Copies the region to regions 2 to `regions`, set-based; regions that are there already stay as they are. */
export async function growCases(db: DataSource, regions: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(missingRegions, [regions]);
    for (const statement of copiesOfRegion) await tx.query(statement);
  });
  await db.query('analyze');
}
