import type { EntityManager } from '../../platform/database/database.js';
import { professionalAccessReadModel } from './access-log/professional-access.read-model.js';
import { expertiseStore } from './expertise/expertise.store.js';
import { membershipStore } from './membership/membership.store.js';
import { organisationStore } from './organisation/organisation.store.js';
import { professionalStore } from './professional/professional.store.js';
import { teamStore } from './team/team.store.js';

/** Everything that people can do, wired to one database handle: a pool or a transaction. */
export function peopleServices(db: EntityManager) {
  return {
    accesses: professionalAccessReadModel(db),
    organisations: organisationStore(db),
    professionals: professionalStore(db),
    expertise: expertiseStore(db),
    teams: teamStore(db),
    memberships: membershipStore(db),
  };
}

export type PeopleServices = ReturnType<typeof peopleServices>;
