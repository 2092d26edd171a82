import { readContentKeys } from '../../../platform/secrecy/content-keys.js';
import { sealerWith } from '../../../platform/secrecy/sealer.js';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { WorkContactRow } from '../contact/work-contact.entity.js';
import { ExperienceRow } from '../experience/experience.entity.js';
import { ExpertiseRow } from '../expertise/expertise.entity.js';
import { MembershipRow } from '../membership/membership.entity.js';
import { NetworkRow } from '../networks/network.entity.js';
import { OrganisationRow } from '../organisation/organisation.entity.js';
import { ProfessionalRow } from '../professional/professional.entity.js';
import { peopleStorage } from '../storage.js';
import { TeamRow } from '../team/team.entity.js';
import type {
  contactRow,
  experienceRow,
  expertiseRow,
  membershipRow,
  networkRow,
  organisationRow,
  professionalRow,
  teamRow,
} from './rows.js';

interface Rows {
  readonly organisations?: ReturnType<typeof organisationRow>[];
  readonly professionals?: ReturnType<typeof professionalRow>[];
  readonly contacts?: ReturnType<typeof contactRow>[];
  readonly expertise?: ReturnType<typeof expertiseRow>[];
  readonly experience?: ReturnType<typeof experienceRow>[];
  readonly networks?: ReturnType<typeof networkRow>[];
  readonly teams?: ReturnType<typeof teamRow>[];
  readonly memberships?: ReturnType<typeof membershipRow>[];
}

/** Opens a test database as the subgraph does; `onStatement` hears of every statement. */
export function openPeopleDatabase(
  url: string,
  onStatement?: (sql: string) => void,
  poolSize = 2,
): Promise<DataSource> {
  const options = {
    sealer: sealerWith(readContentKeys(process.env)),
    url,
    applicationName: 'people-test',
    poolSize,
    poolWaitMs: 10_000,
    statementTimeoutMs: 10_000,
  };
  return openDatabase(peopleStorage, onStatement ? { ...options, onStatement } : options);
}

export async function plant(db: DataSource, rows: Rows): Promise<void> {
  await db.manager.insert(OrganisationRow, rows.organisations ?? []);
  await db.manager.insert(ProfessionalRow, rows.professionals ?? []);
  await db.manager.insert(WorkContactRow, rows.contacts ?? []);
  await db.manager.insert(ExpertiseRow, rows.expertise ?? []);
  await db.manager.insert(ExperienceRow, rows.experience ?? []);
  await db.manager.insert(NetworkRow, rows.networks ?? []);
  await db.manager.insert(TeamRow, rows.teams ?? []);
  await db.manager.insert(MembershipRow, rows.memberships ?? []);
}
