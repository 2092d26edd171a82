import type { Role } from '../../platform/identity/caller.js';
import type { Scope } from '../../platform/identity/scopes.js';
import type { Policy } from '../../platform/policy/policy.js';

const workers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner', 'provider-system'];
const profileReaders: readonly Role[] = [...workers, 'analyst', 'privacy-officer'];
const organisationsRead: Scope = 'registers/people/organisations:read';
const professionalsRead: Scope = 'registers/people/professionals:read';
/** An offer or professional is told with whose it is. */
const profileRead: readonly Scope[] = [organisationsRead, professionalsRead, 'registers/capacity/offers:read'];
const publicProfile = 'all: the public profile';
const teamRows = "all; a provider's system: those in which the own organisation takes part";
const professionalRows =
  'those who want to be found, and all of the own organisation; a provider: own organisation only';
const reviewers: readonly Role[] = ['provider-planner', 'privacy-officer'];
const reviewRows = 'planner: of the own professionals; privacy officer: all, without the professional';

/**
 * Who may use people. The profile of an organisation is public within the hub; teams and professionals are for those who work
 * with families or plan that work. Which teams and professionals each of them sees is held to in the stores.
 */
export const peoplePolicy: Policy = {
  operations: [
    {
      names: ['organisation', 'organisations'],
      roles: profileReaders,
      rows: publicProfile,
      scopes: [organisationsRead],
    },
    { names: ['team', 'teams'], roles: workers, rows: teamRows, scopes: [organisationsRead] },
    { names: ['professionals'], roles: workers, rows: professionalRows, scopes: [professionalsRead] },
    { names: ['professionalAccesses'], roles: reviewers, rows: reviewRows },
  ],
  types: [
    { names: ['Organisation', 'OrganisationContact'], roles: profileReaders, rows: publicProfile, scopes: profileRead },
    { names: ['Team', 'TeamMembership'], roles: workers, rows: teamRows, scopes: [organisationsRead] },
    {
      names: ['Professional', 'Registration', 'WorkContact', 'Expertise'],
      roles: workers,
      rows: professionalRows,
      scopes: [professionalsRead],
    },
    { names: ['ProfessionalAccess'], roles: reviewers, rows: reviewRows },
  ],
};
