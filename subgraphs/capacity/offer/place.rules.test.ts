import { describe, expect, it } from '@jest/globals';
import { roles } from '../../../platform/identity/caller.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { isPlaceShown } from './place.rules.js';

const open = { organisationId: idOf(1), placeFeatures: ['RURAL'] };
const secret = { organisationId: idOf(1), placeFeatures: ['RURAL', 'SECRET_LOCATION'] };

describe('where an offer is given', () => {
  it.each(roles)('is for a %s to know, unless it is secret', (role) => {
    expect(isPlaceShown(callerAs(role, idOf(2)), open)).toBe(true);
    expect(isPlaceShown(callerAs(role, idOf(2)), secret)).toBe(false);
  });

  it.each(roles)('is kept from a %s of its own organisation, unless it plans or publishes there', (role) => {
    const isProvider = role === 'provider-planner' || role === 'provider-system';
    expect(isPlaceShown(callerAs(role, idOf(1)), secret)).toBe(isProvider);
  });
});
