import { describe, expect, it } from '@jest/globals';
import { goingNames, joiningWords, leavingWords, type DeployedMember } from './people.js';

const member = (id: string, name: string | null, toOn: string): DeployedMember => ({
  ...{ professionalId: id, fromOn: '2027-01-01', toOn, hours: [] },
  professional: name === null ? null : { id, name, jobTitle: 'gezinsbegeleider', workContact: null },
});
const toOn = '2027-03-01';
const deployment = {
  toOn,
  members: [member('a', 'Ans', '2027-01-31'), member('b', 'Bas', toOn), member('c', null, toOn)],
};
const joins = (id: string, until: string | null) => ({
  ...{ fromOn: '2022-03-01', toOn: until },
  professional: { id, name: id.toUpperCase(), jobTitle: 'therapeut', freshness: null },
});

describe('who goes to a family', () => {
  it('is named, but whoever stopped before, or may be found no more', () => {
    expect(goingNames(deployment)).toBe('Bas en iemand die niet meer te vinden is');
  });

  it('may stop, also where the name is not to be found any more', () => {
    expect(leavingWords(deployment)).toEqual({ b: 'Bas', c: 'iemand die niet meer te vinden is' });
  });

  it('is followed by somebody who does not go already and stays in the team until the last day', () => {
    const memberships = [joins('a', null), joins('b', null), joins('d', '2027-02-01'), joins('e', toOn)];
    expect(joiningWords(memberships, deployment)).toEqual({ a: 'A, therapeut', e: 'E, therapeut' });
  });

  it('is followed by nobody whose name is not told', () => {
    expect(joiningWords([{ ...joins('d', null), professional: null }], deployment)).toEqual({});
  });
});
