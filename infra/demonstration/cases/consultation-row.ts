import type { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';
import type {
  ConsultationChannel,
  ReferrerKind,
} from '../../../subgraphs/cases/consultation/consultation.vocabulary.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { localAccessOf, organisationByKey, organisations } from '../organisations.js';
import { demonstrationId, type Random } from '../random.js';

/** Who referred a child, and where both are. */
export interface Referral {
  readonly municipalityCode: string;
  readonly referrerKind: ReferrerKind;
  readonly referrerMunicipalityCode: string;
}

/** The referrers that the year report takes together in one line. */
export const otherReferrers: readonly ReferrerKind[] = [
  'PARENT',
  'PARENT',
  'CARE_PROVIDER',
  'CARE_PROVIDER',
  'EDUCATION',
  'OTHER',
];

const hour = 3_600_000;
const timelyHours = [1, 2, 3, 20, 22, 23, 24, 25, 26, 46, 47];
const lateHours = [52, 70, 71, 96, 118];
const channels: readonly ConsultationChannel[] = [
  'PHONE',
  'PHONE',
  'PHONE',
  'EMAIL',
  'EMAIL',
  'EMAIL',
  'FORM',
  'ROUND_TABLE',
];

/** What a consultation knows from its first day; nothing has been done yet. */
export function receivedConsultation(
  key: string,
  year: number,
  referral: Referral,
  receivedAt: Date,
  random: Random,
): ConsultationRow {
  const { referrerKind } = referral;
  const isStranger = referrerKind === 'PARENT' || referrerKind === 'EDUCATION' || referrerKind === 'OTHER';
  return {
    ...referral,
    id: demonstrationId(`consultation:${key}`),
    region: flevoland.key,
    reportingYear: year,
    referrerOrganisationId: referrerOrganisation(referral, random),
    isIdentified: !(isStranger && random.chance(0.5)),
    receivedAt,
    firstContactAt: null,
    channel: random.pick(channels),
    interventions: [],
    result: 'OPEN',
    status: 'RECEIVED',
    closedAt: null,
    abandonReason: null,
    caseId: null,
    version: 1,
  };
}

/** When somebody first answered: mostly within 48 hours, seldom later. */
export function firstContact(receivedAt: Date, random: Random): Date {
  return hoursAfter(receivedAt, random.pick(random.chance(0.05) ? lateHours : timelyHours));
}

export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hour);
}

function referrerOrganisation({ referrerKind, referrerMunicipalityCode }: Referral, random: Random): string | null {
  switch (referrerKind) {
    case 'LOCAL_ACCESS':
      return localAccessOf(referrerMunicipalityCode).id;
    case 'SAFE_HOME':
      return organisationByKey('veilig-thuis').id;
    case 'CERTIFIED_INSTITUTION':
      return random.pick(organisations.filter(({ kind }) => kind === 'CERTIFIED_INSTITUTION')).id;
    case 'CARE_PROVIDER':
      return random.pick(organisations.filter(({ kind }) => kind === 'CARE_PROVIDER')).id;
    default:
      return null;
  }
}
