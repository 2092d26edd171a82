import { developmentIssuer, type DevelopmentAccount } from '../../gateway/oauth/development/accounts.js';
import type { Development } from '../../gateway/people/development-sign-in.js';
import { roles, type Role } from '../../platform/identity/caller.js';
import { organisationByKey } from '../demonstration/organisations.js';
import { tokenClaims } from './token-claims.js';

type PersonRole = Exclude<Role, 'provider-system'>;

/** Invented people, one for each role, and what they do. */
const people: Readonly<Record<PersonRole, readonly [name: string, work: string]>> = {
  'case-owner': ['Fenna Oosterhof', 'casushouder'],
  'care-broker': ['Jurre Lammertink', 'zorgbemiddelaar'],
  'ret-member': ['Hanneke Tuinstra', 'lid van het regionaal expertteam'],
  'provider-planner': ['Ravi Kanhai', 'planner van een aanbieder'],
  analyst: ['Yara Bouazza', 'analist van de regio'],
  'privacy-officer': ['Sietske Waringa', 'functionaris gegevensbescherming'],
  operator: ['Bram Nijenhuis', 'beheerder van de hub'],
  developer: ['Noor Haverkamp', 'ontwikkelaar'],
};

/** As whom a developer may sign in: the same claims as those of `npm run token`. */
const oneOfEachRole: readonly DevelopmentAccount[] = roles
  .filter((role) => role !== 'provider-system')
  .map((role) => {
    const { sub, ...claims } = tokenClaims(role);
    const [name, work] = people[role];
    return { id: sub, name, work, ...claims };
  });

/** Who answers for the place that the first search of the demonstration finds first. */
function plannerOfFirstPlace(): DevelopmentAccount {
  const organisation = organisationByKey('vlonder');
  const { sub, ...claims } = tokenClaims('provider-planner', { organisation });
  return { id: `${sub}-vlonder`, name: 'Tijmen Roorda', work: `planner van ${organisation.name}`, ...claims };
}

export const developmentAccounts: readonly DevelopmentAccount[] = [...oneOfEachRole, plannerOfFirstPlace()];

/** What is believed in development alone. */
export const development: Development = { issuer: developmentIssuer, accounts: developmentAccounts };
