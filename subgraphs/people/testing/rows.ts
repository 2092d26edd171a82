import type { WorkContactRow } from '../contact/work-contact.entity.js';
import type { ExperienceRow } from '../experience/experience.entity.js';
import type { ExpertiseRow } from '../expertise/expertise.entity.js';
import type { MembershipRow } from '../membership/membership.entity.js';
import type { NetworkRow } from '../networks/network.entity.js';
import type { OrganisationRow } from '../organisation/organisation.entity.js';
import type { ProfessionalRow } from '../professional/professional.entity.js';
import type { TeamRow } from '../team/team.entity.js';

type Stored<Row> = Omit<Row, 'sortName'>;

/** The identifier of the nth thing of a test. */
export function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export function organisationRow(n: number, other: Partial<Stored<OrganisationRow>> = {}): Stored<OrganisationRow> {
  return {
    id: idOf(n),
    key: `organisation-${n}`,
    name: `Organisatie ${n}`,
    kind: 'CARE_PROVIDER',
    kvk: null,
    agb: [],
    oin: null,
    municipalityCodes: ['0995'],
    phone: '+31320000101',
    email: `intake@organisation-${n}.example`,
    website: null,
    contractedUntilOn: null,
    ...other,
  };
}

export function professionalRow(
  n: number,
  organisation: number,
  other: Partial<Stored<ProfessionalRow>> = {},
): Stored<ProfessionalRow> {
  return {
    id: idOf(n),
    organisationId: idOf(organisation),
    name: `Medewerker ${n}`,
    jobTitle: 'gezinsbegeleider',
    register: null,
    registrationNumber: null,
    isRegistrationVerified: false,
    municipalityCodes: ['0995'],
    languages: ['nl'],
    isVisible: true,
    isActive: true,
    isExperienceShown: false,
    leftOn: null,
    ...other,
  };
}

export function expertiseRow(professional: number, code: ExpertiseRow['code']): ExpertiseRow {
  return { professionalId: idOf(professional), code, level: 'EXPERIENCED' };
}

export function contactRow(professional: number, other: Partial<WorkContactRow> = {}): WorkContactRow {
  return {
    professionalId: idOf(professional),
    kind: 'EMAIL',
    value: `medewerker-${professional}@organisatie.example`,
    isShown: true,
    ...other,
  };
}

export function experienceRow(professional: number, code: ExperienceRow['code']): ExperienceRow {
  return { professionalId: idOf(professional), code };
}

export function teamRow(n: number, host: number | null, other: Partial<Stored<TeamRow>> = {}): Stored<TeamRow> {
  return {
    id: idOf(n),
    name: `Team ${n}`,
    kind: 'FACT',
    organisationId: host === null ? null : idOf(host),
    municipalityCodes: ['0995'],
    mandate: null,
    meetingRhythm: 'P1W',
    maxHoursPerWeek: null,
    validFromOn: '2020-01-01',
    validToOn: null,
    successorId: null,
    networkId: null,
    ...other,
  };
}

export function networkRow(n: number, other: Partial<Stored<NetworkRow>> = {}): Stored<NetworkRow> {
  return {
    id: idOf(n),
    name: `Netwerk ${n}`,
    kind: 'EXPERTISE',
    municipalityCodes: ['0995'],
    coordinatingMunicipalityCode: '0344',
    functions: ['CONSULT_ADVICE'],
    ...other,
  };
}

export function membershipRow(team: number, professional: number, other: Partial<MembershipRow> = {}): MembershipRow {
  return {
    teamId: idOf(team),
    professionalId: idOf(professional),
    fromOn: '2020-01-01',
    toOn: null,
    role: 'lid',
    hoursAverage: 16,
    ...other,
  };
}
