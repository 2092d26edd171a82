import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Avoided } from './cost-benefit.read-model.js';
import { assertReckonable, benefitColumns, benefitRows, type Tariff } from './cost-benefit.rules.js';

const tariffs: Tariff[] = [
  { rung: 'RESIDENTIAL_GROUP', euroPerDay: 250.5 },
  { rung: 'SECURE', euroPerDay: 400 },
];
const avoided = (children: number, days: number): Avoided[] => [{ group: 'PREVENTED', children, days }];

function told(form: 'EXACT' | 'SUPPRESSED', all: readonly Avoided[] | null): (number | string | null)[][] {
  return benefitRows(form, all, tariffs).map(({ cells }) =>
    cells.map(({ value, whyWithheld }) => value ?? whyWithheld),
  );
}

describe('days that were avoided', () => {
  it('are told to a broker as they are, at each price', () => {
    expect(told('EXACT', avoided(3, 301))).toEqual([
      [3, 301, 75401, 120400],
      [0, 0, 0, 0],
    ]);
  });

  it('are told to an analyst of ten children and more, as the rounded number of these times their mean', () => {
    expect(told('SUPPRESSED', avoided(12, 1236))[0]).toEqual([10, 1050, 263025, 420000]);
    expect(told('SUPPRESSED', avoided(9, 900))[0]).toEqual(['FEW', 'FEW', 'FEW', 'FEW']);
    expect(new Set(told('SUPPRESSED', null).flat())).toEqual(new Set(['PERIOD_OPEN']));
  });

  it('tell an analyst the same whichever number of children it is that is rounded', () => {
    const children = fc.integer({ min: 2, max: 200 });
    fc.assert(
      fc.property(children, fc.integer({ min: 1, max: 1826 }), (fifths, days) => {
        const shown = [-2, -1, 0, 1, 2].map((off) => 5 * fifths + off).filter((count) => count >= 10);
        const answers = shown.map((count) => told('SUPPRESSED', avoided(count, count * days))[0]);
        return answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]));
      }),
    );
  });

  it('stand in columns that say at which price', () => {
    expect(benefitColumns(tariffs).map(({ key }) => key)).toEqual([
      ...['CHILDREN', 'DAYS', 'EURO_RESIDENTIAL_GROUP', 'EURO_SECURE'],
    ]);
    expect(benefitColumns(tariffs)[2]?.title).toBe('Euro, als het € 250,50 per dag was (leef- of behandelgroep)');
  });
});

describe('what can be reckoned with', () => {
  it.each<[string, Tariff[], number]>([
    ['no price', [], 360],
    ['two prices of a rung', [...tariffs, { rung: 'SECURE', euroPerDay: 1 }], 360],
    [
      'too many prices',
      (['KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME', 'SMALL_SCALE', 'ASSISTED_LIVING', 'SECURE'] as const).map(
        (rung) => ({ rung, euroPerDay: 1 }),
      ),
      360,
    ],
    ['a rung on which nobody stays', [{ rung: 'AMBULATORY', euroPerDay: 1 }], 360],
    ['a tailored arrangement, of which the rung is not known', [{ rung: 'TAILORED', euroPerDay: 1 }], 360],
    ['nothing for a day', [{ rung: 'SECURE', euroPerDay: 0 }], 360],
    ['a part of a cent', [{ rung: 'SECURE', euroPerDay: 1.005 }], 360],
    ['more than any day costs', [{ rung: 'SECURE', euroPerDay: 10000 }], 360],
    ['no day', tariffs, 0],
    ['more than five years', tariffs, 1827],
  ])('is not %s', (_, given, days) => {
    expect(() => assertReckonable('EXACT', given, days)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('is any number of days for a broker, and steps of thirty for an analyst', () => {
    expect(() => assertReckonable('EXACT', tariffs, 361)).not.toThrow();
    expect(() => assertReckonable('SUPPRESSED', tariffs, 360)).not.toThrow();
    for (const days of [30, 330, 390, 720])
      expect(() => assertReckonable('SUPPRESSED', tariffs, days)).toThrow('assumedStayDays');
    expect(() => assertReckonable('SUPPRESSED', tariffs, 361)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
