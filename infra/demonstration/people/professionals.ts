import type { WorkContactRow } from '../../../subgraphs/people/contact/work-contact.entity.js';
import type { ExperienceRow } from '../../../subgraphs/people/experience/experience.entity.js';
import type { ExpertiseRow } from '../../../subgraphs/people/expertise/expertise.entity.js';
import { ExpertiseLevel } from '../../../subgraphs/people/expertise/expertise.vocabulary.js';
import type { ProfessionalRow } from '../../../subgraphs/people/professional/professional.entity.js';
import { organisations, type DemonstrationOrganisation } from '../organisations.js';
import { createRandom, demonstrationId, type Random } from '../random.js';
import { jobsOf, type Job } from './jobs.js';
import { drawNames, type PersonName } from './names.js';
import { inventedPhone, workingMunicipalities } from './profiles.js';

/** One of the staff of an organisation: its number counts from 1 in the organisation, its place in the region. */
export interface Employee {
  readonly id: string;
  readonly organisation: DemonstrationOrganisation;
  readonly number: number;
  readonly place: number;
  readonly job: Job;
}

const firstPhone = 201;

export const employees: readonly Employee[] = organisations
  .flatMap((organisation, index) =>
    jobsOf(organisation, index).map((job, at) => ({ organisation, job, number: at + 1 })),
  )
  .map((employee, place) => ({ ...employee, place, id: employeeId(employee.organisation.key, employee.number) }));

function employeeId(organisationKey: string, number: number): string {
  return demonstrationId(`professional:${organisationKey}:${number}`);
}

/** Someone of the staff of an organisation. Throws when there is nobody with that number. */
export function employeeOf(organisationKey: string, number: number): Employee {
  const found = employees.find(({ id }) => id === employeeId(organisationKey, number));
  if (!found) throw new Error(`nobody has number ${number} at "${organisationKey}"`);
  return found;
}

/** The rows of `people.professional`. */
export function demonstrationProfessionals(): Omit<ProfessionalRow, 'sortName'>[] {
  return named(professional);
}

/** The rows of `people.work_contact`: a few show their telephone number or address in the own organisation only. */
export function demonstrationContacts(): WorkContactRow[] {
  return named(contacts).flat();
}

/** The rows of `people.experience`: of those whose job it is. */
export function demonstrationExperience(): ExperienceRow[] {
  return employees.flatMap(({ id, job }) => {
    const random = createRandom(`experience:${id}`);
    if (job.experience.length === 0) return [];
    return random.sample(job.experience, random.whole(1, 3)).map((code) => ({ professionalId: id, code }));
  });
}

function named<T>(make: (employee: Employee, name: PersonName) => T): T[] {
  const names = drawNames(employees.length);
  return names.flatMap((name, index) => {
    const employee = employees[index];
    return employee ? [make(employee, name)] : [];
  });
}

function contacts({ id, organisation, place }: Employee, { mailbox }: PersonName): WorkContactRow[] {
  const random = createRandom(`contact:${id}`);
  const phone = inventedPhone(organisation.municipalityCode, firstPhone + place);
  const email = `${mailbox}@${organisation.key}.example`;
  return [
    { professionalId: id, kind: 'PHONE', value: phone, isShown: random.chance(0.9) },
    { professionalId: id, kind: 'EMAIL', value: email, isShown: random.chance(0.95) },
  ];
}

function professional(employee: Employee, { name, languages }: PersonName): Omit<ProfessionalRow, 'sortName'> {
  const { id, organisation, job, place } = employee;
  const random = createRandom(`professional:${id}`);
  const [home = '', ...others] = workingMunicipalities(organisation);
  return {
    ...{ id, name, organisationId: organisation.id, jobTitle: job.title },
    ...registration(job, place, random),
    municipalityCodes: [home, ...random.sample(others, random.whole(1, 3))],
    languages: ['nl', ...languages.filter(() => random.chance(languages.includes('dse') ? 0.25 : 0.8))],
    isVisible: random.chance(0.94),
    isActive: random.chance(0.96),
    isExperienceShown: job.experience.length > 0,
    leftOn: null,
  };
}

function registration(
  { register }: Job,
  place: number,
  random: Random,
): Pick<ProfessionalRow, 'register' | 'registrationNumber' | 'isRegistrationVerified'> {
  if (register === null) return { register, registrationNumber: null, isRegistrationVerified: false };
  const registrationNumber = `VOORBEELD-${register}-${String(place + 1).padStart(4, '0')}`;
  return { register, registrationNumber, isRegistrationVerified: random.chance(0.8) };
}

/** The rows of `people.expertise`: what the job is about, most of it. */
export function demonstrationExpertise(): ExpertiseRow[] {
  return employees.flatMap(({ id, job }) => {
    const random = createRandom(`expertise:${id}`);
    return random.sample(job.expertise, random.whole(1, 3)).map((code) => ({
      professionalId: id,
      code,
      level: random.pick(ExpertiseLevel.codes),
    }));
  });
}
