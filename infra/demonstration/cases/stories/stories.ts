import type { EntityManager } from '../../../../platform/database/database.js';
import { ConsultationRow } from '../../../../subgraphs/cases/consultation/consultation.entity.js';
import type { LoadingDay } from '../calendar.js';
import { caseOf, type StoredCase } from '../case-rows.js';
import { careReferral } from '../referral-rows.js';
import { careBegins, careStory } from './care-story.js';
import { tableStory, tableStoryNumber } from './table-story.js';

/** Writes what was done in the cases that show every part of a case: their own referrals stand there already. */
export async function loadStories(
  tx: EntityManager,
  cases: readonly StoredCase[],
  day: LoadingDay,
  progress: (rows: number) => void,
): Promise<void> {
  const stories = [
    careStory(caseOf(cases, careReferral.number), day),
    tableStory(caseOf(cases, tableStoryNumber), day),
  ];
  for (const { consultation, written } of stories) {
    await tx.insert(ConsultationRow, consultation);
    progress(1);
    for (const [table, rows] of written) {
      await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
      progress(rows.length);
    }
  }
  await tx.query(careBegins.statement, careBegins.values(day));
}
