import { describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { belongsTo, sightOf, type Sight } from './visibility.rules.js';

const nothing: Sight = { region: null, organisationId: null };

describe('what a caller may see', () => {
  it.each<[string, Caller, Sight]>([
    ['a broker: the region', callerAs('care-broker', idOf(1)), { region: 'flevoland', organisationId: null }],
    ['a broker without a region: nothing', { ...callerAs('care-broker'), region: null }, nothing],
    ['a broker of a region that there is not: nothing', { ...callerAs('care-broker'), region: 'atlantis' }, nothing],
    ['a broker of a region with a NUL: nothing', { ...callerAs('care-broker'), region: 'flevoland\0' }, nothing],
    ['a case owner: the organisation', callerAs('case-owner', idOf(1)), { region: null, organisationId: idOf(1) }],
    ['a case owner without an organisation: nothing', callerAs('case-owner'), nothing],
    ['a case owner of an organisation that is no id: nothing', callerAs('case-owner', 'rietvink'), nothing],
    [
      'someone who is both: both',
      { ...callerAs('case-owner', idOf(1)), roles: ['case-owner', 'care-broker'] },
      { region: 'flevoland', organisationId: idOf(1) },
    ],
  ])('%s', (_, caller, sight) => {
    expect(sightOf(caller)).toEqual(sight);
  });

  it.each(roles.filter((role) => role !== 'care-broker' && role !== 'case-owner'))('%s: nothing', (role) => {
    expect(sightOf(callerAs(role, idOf(1)))).toEqual(nothing);
  });

  it('belongs to an organisation only as one who brings its cases', () => {
    expect(belongsTo(callerAs('case-owner', idOf(1)), idOf(1))).toBe(true);
    expect(belongsTo(callerAs('case-owner', idOf(1)), idOf(2))).toBe(false);
    expect(belongsTo(callerAs('care-broker', idOf(1)), idOf(1))).toBe(false);
    expect(belongsTo(callerAs('case-owner'), null)).toBe(false);
  });
});
