import type { DataSource, EntityManager } from '../../platform/database/database.js';
import { AvailabilityWindowRow } from '../../subgraphs/people/availability/availability-window.entity.js';
import { WorkContactRow } from '../../subgraphs/people/contact/work-contact.entity.js';
import { ExperienceRow } from '../../subgraphs/people/experience/experience.entity.js';
import { ExpertiseRow } from '../../subgraphs/people/expertise/expertise.entity.js';
import { MembershipRow } from '../../subgraphs/people/membership/membership.entity.js';
import { NetworkRow } from '../../subgraphs/people/networks/network.entity.js';
import { OrganisationRow } from '../../subgraphs/people/organisation/organisation.entity.js';
import { ProfessionalRow } from '../../subgraphs/people/professional/professional.entity.js';
import { TeamRow } from '../../subgraphs/people/team/team.entity.js';
import { demonstrationAvailability } from './people/availability.js';
import { demonstrationNetworks } from './people/networks.js';
import { copiesOfRegion, missingRegions } from './people/growth.js';
import { demonstrationQuestions, insertQuestions, questionsTold } from './people/questions.js';
import {
  demonstrationParticipants,
  demonstrationSessions,
  insertParticipants,
  insertSessions,
} from './people/sessions.js';
import {
  demonstrationContacts,
  demonstrationExperience,
  demonstrationExpertise,
  demonstrationProfessionals,
} from './people/professionals.js';
import { demonstrationOrganisations } from './people/profiles.js';
import { demonstrationMemberships, demonstrationTeams } from './people/teams.js';

/** Writes the organisations, professionals and teams of the demonstration region, and what the network did and will do, in one transaction. */
export async function loadPeople(db: DataSource, progress: (rows: number) => void): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.query<{ today: string }[]>('select today()');
    if (!row) throw new Error('the database knows no today');
    const tables = [
      [OrganisationRow, demonstrationOrganisations(row.today)],
      [ProfessionalRow, demonstrationProfessionals()],
      [WorkContactRow, demonstrationContacts()],
      [ExpertiseRow, demonstrationExpertise()],
      [ExperienceRow, demonstrationExperience()],
      [NetworkRow, demonstrationNetworks()],
      [TeamRow, demonstrationTeams(row.today)],
      [MembershipRow, demonstrationMemberships(row.today)],
      [AvailabilityWindowRow, demonstrationAvailability(row.today)],
    ] as const;
    for (const [table, rows] of tables) {
      await tx.insert<object>(table, rows);
      progress(rows.length);
    }
    await loadNetworkWork(tx, row.today, progress);
  });
  await db.query('analyze');
}

/** Sessions of theme tables, and questions to the network. Copies of the region have none. */
async function loadNetworkWork(tx: EntityManager, today: string, progress: (rows: number) => void): Promise<void> {
  const written = [
    [insertSessions, demonstrationSessions(today)],
    [insertParticipants, demonstrationParticipants()],
    [insertQuestions, demonstrationQuestions()],
  ] as const;
  for (const [statement, rows] of written) {
    await tx.query(statement, [JSON.stringify(rows)]);
    progress(rows.length);
  }
  await tx.query(questionsTold);
}

/** Copies the region to regions 2 to `regions`, set-based; regions that are there already stay as they are. */
export async function growPeople(db: DataSource, regions: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(missingRegions, [regions]);
    for (const statement of copiesOfRegion) await tx.query(statement);
  });
  await db.query('analyze');
}
