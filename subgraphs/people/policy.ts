import type { Role } from '../../platform/identity/caller.js';
import type { Policy } from '../../platform/policy/policy.js';

const workers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner', 'provider-system'];
const profileReaders: readonly Role[] = [...workers, 'analyst', 'privacy-officer'];

/**
 * Who may use people. The profile of an organisation is public within the hub; teams and professionals are for those who work
 * with families or plan that work. Which teams and professionals each of them sees is held to in the stores.
 */
export const peoplePolicy: Policy = {
  operations: {
    organisation: profileReaders,
    organisations: profileReaders,
    team: workers,
    teams: workers,
    professionals: workers,
  },
  types: {
    Organisation: { readers: profileReaders },
    OrganisationContact: { readers: profileReaders },
    Team: { readers: workers },
    TeamMembership: { readers: workers },
    Professional: { readers: workers },
    Registration: { readers: workers },
    WorkContact: { readers: workers },
    Expertise: { readers: workers },
  },
};
