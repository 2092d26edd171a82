import type { ConsultationRow } from '../../../../subgraphs/cases/consultation/consultation.entity.js';
import { createRandom } from '../../random.js';
import { daysBefore, workdayBefore, yearOf, type LoadingDay } from '../calendar.js';
import type { StoredCase } from '../case-rows.js';
import { receivedConsultation } from '../consultation-row.js';

/** A row for a table of cases: column names and values, all that its table asks for. */
export type Row = Readonly<Record<string, unknown>>;

/** What was done in one case, in the order in which it is written. */
export interface Story {
  readonly consultation: ConsultationRow;
  readonly written: readonly (readonly [table: string, rows: readonly Row[]])[];
}

/** So many hours after the midnight of a working day, some days before the loading or up to two more. */
export function atWork(day: LoadingDay, days: number, hours: number): Date {
  return daysBefore(day, workdayBefore(day, days), hours * 60);
}

/** The question that became a case: its owner asked it by telephone. */
export function questionOf(
  file: StoredCase,
  daysAgo: number,
  day: LoadingDay,
  done: Partial<ConsultationRow>,
): ConsultationRow {
  const { number, municipalityCode, legalFrameworks } = file;
  const receivedAt = atWork(day, daysAgo, 10);
  const referral = {
    municipalityCode,
    referrerKind: legalFrameworks.includes('VOLUNTARY')
      ? ('LOCAL_ACCESS' as const)
      : ('CERTIFIED_INSTITUTION' as const),
    referrerMunicipalityCode: municipalityCode,
  };
  const random = createRandom(`question:${number}`);
  return {
    ...receivedConsultation(`case:${number}`, yearOf(receivedAt), referral, receivedAt, random),
    ...{ referrerOrganisationId: file.ownerOrganisationId, isIdentified: true, channel: 'PHONE', caseId: file.id },
    ...done,
  };
}
