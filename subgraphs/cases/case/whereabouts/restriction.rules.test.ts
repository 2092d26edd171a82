import { describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../../platform/identity/caller.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { knowsWhereabouts } from './restriction.rules.js';

const owner = callerAs('case-owner', idOf(901));
const restricted = { isRestricted: true, ownerOrganisationId: idOf(901), glass: null };

describe('where the child of a restricted case lives', () => {
  it.each<[string, Caller, boolean]>([
    ['known to the owner', owner, true],
    ['known to an owner who is a broker too', { ...owner, roles: ['care-broker', 'case-owner'] }, true],
    ['not known to a broker', callerAs('care-broker'), false],
    ['not known to a broker who works for the owner', callerAs('care-broker', idOf(901)), false],
    ['not known to another case owner', callerAs('case-owner', idOf(902)), false],
    ['not known to a case owner without an organisation', callerAs('case-owner'), false],
  ])('is %s', (_, caller, knows) => {
    expect(knowsWhereabouts(caller, restricted)).toBe(knows);
  });

  it('is known to nobody when nobody owns the case', () => {
    const nobodys = { isRestricted: true, ownerOrganisationId: null, glass: null };
    for (const role of roles) expect(knowsWhereabouts(callerAs(role), nobodys)).toBe(false);
  });
});

it('of a case without precautions is known to whoever may see the case', () => {
  expect(knowsWhereabouts(callerAs('care-broker'), { ...restricted, isRestricted: false })).toBe(true);
});
