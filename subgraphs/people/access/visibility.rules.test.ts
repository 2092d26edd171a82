import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { findsEveryOrganisation, seesEveryTeam } from './visibility.rules.js';

describe('what a role may see of other organisations', () => {
  it.each<[Role, boolean, boolean]>([
    ['care-broker', true, true],
    ['case-owner', true, true],
    ['ret-member', true, true],
    ['provider-planner', false, true],
    ['provider-system', false, false],
    ['analyst', false, false],
    ['privacy-officer', false, false],
    ['operator', false, false],
  ])('%s: professionals %s, teams %s', (role, professionals, teams) => {
    expect(findsEveryOrganisation(callerAs(role))).toBe(professionals);
    expect(seesEveryTeam(callerAs(role))).toBe(teams);
  });
});
