import { describe, expect, it } from '@jest/globals';
import { HubError } from '../../../../platform/errors/errors.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { changedHolder, newHolder, type AskedHolder } from './hand-over.rules.js';

const [owner, broker, stranger] = [
  callerAs('case-owner', idOf(901)),
  callerAs('care-broker'),
  callerAs('case-owner', idOf(902)),
];
const toRegion = { region: 'region-2', ownerOrganisationId: null };
const toOwner = { region: null, ownerOrganisationId: idOf(902) };
const owned = { region: 'flevoland', ownerOrganisationId: idOf(901), isRestricted: false };
const unowned = { ...owned, ownerOrganisationId: null };
const restricted = { ...owned, isRestricted: true };

function tried(caller: Caller, file: typeof owned | typeof unowned, asked: AskedHolder): unknown {
  try {
    return changedHolder(file, newHolder(caller, file, asked));
  } catch (error) {
    return error instanceof HubError ? error.code : error;
  }
}

describe('a case', () => {
  it.each<[string, Caller, typeof owned | typeof unowned, AskedHolder, unknown]>([
    ['goes to the brokers of another region by its brokers', broker, owned, toRegion, ['region']],
    ['goes to the brokers of another region by its owner', owner, owned, toRegion, ['region']],
    ['goes to another owner by its owner', owner, owned, toOwner, ['ownerOrganisationId']],
    [
      'goes both ways at once',
      owner,
      owned,
      { ...toRegion, ...toOwner, region: 'region-2' },
      ['region', 'ownerOrganisationId'],
    ],
    ['gets an owner from its brokers where it has none', broker, unowned, toOwner, ['ownerOrganisationId']],
    ['is not taken from its owner by its brokers', broker, owned, toOwner, 'ONLY_FOR_OWNER'],
    ['is not taken from its owner by another', stranger, owned, toOwner, 'ONLY_FOR_OWNER'],
    ['that is restricted is not handed over by its brokers', broker, restricted, toRegion, 'ONLY_FOR_OWNER'],
    ['that is restricted is handed over by its owner', owner, restricted, toRegion, ['region']],
    ['goes to no region that does not exist', owner, owned, { ...toRegion, region: 'atlantis' }, 'BAD_USER_INPUT'],
    [
      'goes to nothing that is no organisation',
      owner,
      owned,
      { ...toOwner, ownerOrganisationId: 'x' },
      'BAD_USER_INPUT',
    ],
    ['goes to somebody else', owner, owned, { region: 'flevoland', ownerOrganisationId: null }, 'HOLDER_UNCHANGED'],
  ])('%s', (_, caller, file, asked, expected) => {
    expect(tried(caller, file, asked)).toEqual(expected);
  });
});
