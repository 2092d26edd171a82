import type { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';
import type {
  ConsultationStatus,
  InterventionKind,
  ReferrerKind,
  ResultKind,
} from '../../../subgraphs/cases/consultation/consultation.vocabulary.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { createRandom, type Random } from '../random.js';
import { yearOf } from './calendar.js';
import { firstContact, hoursAfter, otherReferrers, receivedConsultation } from './consultation-row.js';

const count = 40;
const unanswered = 3;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const daysUntilClosed = 60;

/** What is being done in a state that is on its way. */
const underway: readonly (readonly [ConsultationStatus, readonly InterventionKind[]])[] = [
  ['CONTACTED', []],
  ['IN_CONSULTATION', []],
  ['ROUND_TABLE_PLANNED', []],
  ['ROUND_TABLE_HELD', ['ACCELERATION_TABLE']],
  ['TEAM_DEPLOYED', ['ACCELERATION_TABLE', 'TEAM_ANDERS_DEPLOYMENT']],
  ['EXPLANATORY_ANALYSIS', ['EXPLANATORY_ANALYSIS_SUPPORT']],
  ['MATCHING', ['OTHER_MEDIATION']],
];

const finished: readonly (readonly [ResultKind, readonly InterventionKind[]])[] = [
  ['OUT_OF_HOME_PREVENTED', ['ACCELERATION_TABLE', 'TEAM_ANDERS_DEPLOYMENT']],
  ['AS_HOME_AS_POSSIBLE', ['TAILOR_MADE']],
  ['MOVED_ON_TO_SUITABLE_CARE', ['REFERRED_TO_REGULAR_CARE']],
  ['NOT_SUCCESSFUL', ['INDEPENDENT_FACILITATION']],
  ['OPEN', []],
];

/** Forty consultations of this year and the last, half of them of the last two months; the newest await an answer, the oldest of them too long. */
export function recentConsultations(startOfToday: Date): ConsultationRow[] {
  const random = createRandom('recent consultations');
  const oldest = Math.floor((startOfToday.getTime() - Date.UTC(yearOf(startOfToday) - 1, 0, 2)) / dayMs);
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = ageInDays(index, oldest, random);
    const receivedAt = new Date(startOfToday.getTime() + random.whole(8 * 60, 17 * 60) * minuteMs - daysAgo * dayMs);
    const municipalityCode = random.pick(flevoland.municipalityCodes);
    const referral = {
      municipalityCode,
      referrerKind: pickReferrer(random),
      referrerMunicipalityCode: municipalityCode,
    };
    const row = receivedConsultation(`recent:${index}`, yearOf(receivedAt), referral, receivedAt, random);
    if (index >= unanswered) answer(row, random, daysAgo);
    return row;
  });
}

function ageInDays(index: number, oldest: number, random: Random): number {
  if (index < unanswered) return index + 1;
  return index < count / 2 ? random.whole(unanswered, daysUntilClosed) : random.whole(daysUntilClosed + 1, oldest);
}

function answer(row: ConsultationRow, random: Random, daysAgo: number): void {
  row.firstContactAt = daysAgo < 6 ? hoursAfter(row.receivedAt, 2) : firstContact(row.receivedAt, random);
  if (daysAgo <= daysUntilClosed) {
    const [status, interventions] = random.pick(underway);
    Object.assign(row, { status, interventions });
    return;
  }
  row.closedAt = hoursAfter(row.receivedAt, 24 * random.whole(10, daysUntilClosed - 1));
  row.status = random.chance(0.1) ? 'ABANDONED' : 'CLOSED';
  const [result, interventions] = random.pick(finished);
  if (row.status === 'CLOSED') Object.assign(row, { result, interventions });
}

function pickReferrer(random: Random): ReferrerKind {
  return random.pick([
    'LOCAL_ACCESS',
    'LOCAL_ACCESS',
    'CERTIFIED_INSTITUTION',
    'CERTIFIED_INSTITUTION',
    'SAFE_HOME',
    'GP',
    random.pick(otherReferrers),
  ]);
}
