import type { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';
import {
  InterventionKind,
  type ReferrerKind,
  type ResultKind,
} from '../../../subgraphs/cases/consultation/consultation.vocabulary.js';
import { createRandom, type Random } from '../random.js';
import { firstContact, hoursAfter, otherReferrers, receivedConsultation, type Referral } from './consultation-row.js';

/** Almere, Dronten, Lelystad, Noordoostpolder and Urk: the columns of the year report of 2023. */
const columns = ['0034', '0303', '0995', '0171', '0184'] as const;
const [almere, , lelystad] = columns;

/** Children by the municipality of their referrer, in the order of the columns. `OTHER` is the report's line for all others. */
const referred: readonly (readonly [ReferrerKind, ...number[]])[] = [
  ['LOCAL_ACCESS', 40, 15, 1, 13, 5],
  ['CERTIFIED_INSTITUTION', 38, 8, 48, 9, 0],
  ['SAFE_HOME', 24, 0, 3, 0, 2],
  ['OTHER', 25, 2, 15, 2, 2],
];

/** The report counts two children fewer with referrers in Almere than with children there, and two more in Lelystad. */
const referredAcross = { kind: 'CERTIFIED_INSTITUTION', from: lelystad, to: almere, children: 2 } as const;

const intervened: Readonly<Record<InterventionKind, readonly number[]>> = {
  REFERRED_TO_REGULAR_CARE: [23, 8, 28, 8, 4],
  TAILOR_MADE: [0, 0, 0, 4, 0],
  NON_CONTRACTED_OFFER: [0, 0, 0, 3, 0],
  EXPLANATORY_ANALYSIS_SUPPORT: [1, 1, 0, 0, 0],
  ACCELERATION_TABLE: [36, 10, 29, 8, 2],
  REFERRED_TO_RET: [1, 0, 0, 0, 0],
  INDEPENDENT_FACILITATION: [8, 0, 0, 1, 0],
  TEAM_ANDERS_DEPLOYMENT: [23, 7, 8, 5, 0],
  OTHER_MEDIATION: [5, 2, 1, 1, 0],
};

const resulted: readonly (readonly [ResultKind, ...number[]])[] = [
  ['NOT_SUCCESSFUL', 3, 0, 2, 0, 0],
  ['OUT_OF_HOME_PREVENTED', 19, 8, 7, 6, 2],
  ['AS_HOME_AS_POSSIBLE', 2, 3, 6, 3, 0],
  ['MOVED_ON_TO_SUITABLE_CARE', 4, 1, 1, 2, 0],
];

/** In each municipality the interventions fall to this share of the children, so that many have several and many have none. */
const shareHelped = 0.6;

/** The 252 consultations of 2023, oldest first: counted together they give every cell of the year report. */
export function consultationsOf2023(): ConsultationRow[] {
  const random = createRandom('consultations of 2023');
  const instants = workingHours(random, 252);
  const rows = random
    .sample(referrals(random), 252)
    .map((referral, index) =>
      receivedConsultation(`2023:${index}`, 2023, referral, instants[index] ?? new Date(0), random),
    );
  for (const [column, code] of columns.entries()) {
    const children = rows.filter(({ municipalityCode }) => municipalityCode === code);
    const helped = random.sample(children, Math.ceil(children.length * shareHelped));
    giveInterventions(random, helped, column);
    giveResults(random, children, column);
  }
  for (const row of rows) close(row, random);
  return rows;
}

/** One entry for each child: where it lives, who referred it and from where. */
function referrals(random: Random): Referral[] {
  const all = referred.flatMap(([line, ...counts]) =>
    columns.flatMap((code, column) =>
      Array.from({ length: counts[column] ?? 0 }, () => ({
        municipalityCode: code,
        referrerKind: line === 'OTHER' ? random.pick(otherReferrers) : line,
        referrerMunicipalityCode: code,
      })),
    ),
  );
  const { kind, from, to, children } = referredAcross;
  const across = all.filter(({ referrerKind, municipalityCode }) => referrerKind === kind && municipalityCode === from);
  for (const referral of across.slice(0, children)) referral.municipalityCode = to;
  return all;
}

/** Instants on working days of 2023 between eight and five o'clock, oldest first. */
function workingHours(random: Random, count: number): Date[] {
  const instants = Array.from(
    { length: 366 * 3 },
    () => new Date(Date.UTC(2023, 0, random.whole(2, 362), random.whole(7, 15), random.whole(0, 59))),
  );
  const onWorkingDays = instants.filter((instant) => instant.getUTCDay() % 6 !== 0);
  return onWorkingDays.slice(0, count).sort((one, other) => one.getTime() - other.getTime());
}

function giveInterventions(random: Random, helped: readonly ConsultationRow[], column: number): void {
  for (const kind of InterventionKind.codes) {
    for (const child of random.sample(helped, intervened[kind][column] ?? 0)) child.interventions.push(kind);
  }
}

/** A child has one result at the most; what did not succeed did so in spite of an intervention. */
function giveResults(random: Random, children: readonly ConsultationRow[], column: number): void {
  for (const [result, ...counts] of resulted) {
    const open = children.filter((child) => child.result === 'OPEN');
    const eligible = result === 'NOT_SUCCESSFUL' ? open.filter(({ interventions }) => interventions.length > 0) : open;
    for (const child of random.sample(eligible, counts[column] ?? 0)) child.result = result;
  }
}

function close(row: ConsultationRow, random: Random): void {
  row.firstContactAt = firstContact(row.receivedAt, random);
  row.closedAt = hoursAfter(
    row.firstContactAt,
    24 * (row.interventions.length === 0 ? random.whole(0, 14) : random.whole(20, 150)),
  );
  row.status = 'CLOSED';
}
