import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counts, partiesMissing, partiesNeeded, type NeededParty } from './consent.rules.js';
import { ConsentParty } from './consent.vocabulary.js';

const parents: NeededParty = 'PARENT_OR_GUARDIAN';

describe('whose consent is needed (Jeugdwet 7.3.4), when only the birth year is known', () => {
  it.each<[number, string, NeededParty[]]>([
    [-1, 'not yet born: the parents', [parents]],
    [0, 'a baby: the parents', [parents]],
    [11, 'ten or eleven: the parents', [parents]],
    [12, 'eleven or twelve: the youth and the parents', ['YOUTH', parents]],
    [15, 'fourteen or fifteen: the youth and the parents', ['YOUTH', parents]],
    [16, 'fifteen or sixteen: the youth and the parents', ['YOUTH', parents]],
    [17, 'sixteen or seventeen: the youth alone', ['YOUTH']],
    [22, 'an adult: alone', ['YOUTH']],
  ])('for who becomes %i this year, %s', (age, _who, needed) => {
    expect(partiesNeeded(age)).toEqual(needed);
  });

  it.each<[number, ConsentParty[], NeededParty[]]>([
    [8, ['YOUTH'], [parents]],
    [8, ['PARENT'], []],
    [8, ['GUARDIAN'], []],
    [13, ['PARENT'], ['YOUTH']],
    [13, ['YOUTH'], [parents]],
    [13, ['YOUTH', 'GUARDIAN'], []],
    [16, ['YOUTH'], [parents]],
    [18, ['PARENT', 'GUARDIAN'], ['YOUTH']],
    [18, ['YOUTH'], []],
  ])('at %i with that of %j, there lacks that of %j', (age, given, missing) => {
    expect(partiesMissing(age, given)).toEqual(missing);
  });
});

describe('at any age', () => {
  const ages = fc.integer({ min: -1, max: 27 });
  const givens = fc.subarray([...ConsentParty.codes]);

  it('what either possible age needs is needed, and nothing else', () => {
    const neededOnly = (age: number): NeededParty[] =>
      age < 12 ? [parents] : age < 16 ? ['YOUTH', parents] : ['YOUTH'];
    fc.assert(
      fc.property(ages, (age) => {
        expect(new Set(partiesNeeded(age))).toEqual(new Set([...neededOnly(age - 1), ...neededOnly(age)]));
      }),
    );
  });

  it('no consent more ever makes something lacking', () => {
    fc.assert(
      fc.property(ages, givens, fc.constantFrom(...ConsentParty.codes), (age, given, more) => {
        const before = partiesMissing(age, given);
        expect(before).toEqual(expect.arrayContaining([...partiesMissing(age, [...given, more])]));
      }),
    );
  });

  it('somebody must always agree, and everybody together is enough', () => {
    fc.assert(
      fc.property(ages, (age) => {
        expect(partiesMissing(age, []).length).toBeGreaterThan(0);
        expect(partiesMissing(age, ConsentParty.codes)).toEqual([]);
      }),
    );
  });

  it('a consent that does not count makes no difference', () => {
    fc.assert(
      fc.property(ages, givens, (age, given) => {
        const counting = given.filter((party) => counts(age, party));
        expect(partiesMissing(age, counting)).toEqual(partiesMissing(age, given));
      }),
    );
  });
});
