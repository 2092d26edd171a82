import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTogether } from '../../../../test/oracle/two-way-reader.js';
import type { QuarterWaiting } from './waiting-quarters.read-model.js';
import { quarterRows, quartersOf } from './waiting-quarters.rules.js';

const rungs = ['FOSTER', 'FAMILY_HOME', 'SECURE'].map((key) => ({ key, title: key }));
const [first, second] = quartersOf(2023) as [
  ReturnType<typeof quartersOf>[number],
  ReturnType<typeof quartersOf>[number],
];
const waiting = (rung: string, toldChildren: number, telling: number | null, listed = 0): QuarterWaiting => ({
  ...{ quarter: 1, rung, providers: 5, telling, toldChildren, listed },
  medianDays: telling === null ? null : 20.4,
  ninetiethDays: telling === null ? null : 50.6,
});

const told = (form: 'EXACT' | 'SUPPRESSED', all: readonly QuarterWaiting[] | null, quarter = first) =>
  quarterRows(form, quarter, rungs, all).map(({ cells }) =>
    cells.map(({ value, whyWithheld }) => value ?? whyWithheld),
  );

describe('waiting at the end of a quarter', () => {
  const all = [waiting('FOSTER', 42, 4, 12), waiting('FAMILY_HOME', 33, 2, 14), waiting('SECURE', 31, null, 17)];

  it('is told to a broker as it is, for every form of help, of its own quarter only', () => {
    expect(told('EXACT', all)).toEqual([
      [5, 20, 51, 42, 12],
      [5, 20, 51, 33, 14],
      [5, 'NOT_MEASURED', 'NOT_MEASURED', 31, 17],
    ]);
    expect(told('EXACT', all, second)).toEqual(rungs.map(() => [0, 'NOT_MEASURED', 'NOT_MEASURED', 0, 0]));
  });

  it('is told to an analyst rounded, and in days where three providers told them', () => {
    expect(told('SUPPRESSED', all)).toEqual([
      [5, 20, 51, 40, 10],
      [5, 'FEW_PROVIDERS', 'FEW_PROVIDERS', 35, 15],
      [5, 'NOT_MEASURED', 'NOT_MEASURED', 30, 15],
    ]);
  });

  it('is told of no quarter that has not begun', () => {
    expect(new Set(told('SUPPRESSED', null).flat())).toEqual(new Set(['PERIOD_OPEN']));
  });

  it('tells an analyst nothing of a count that is withheld, whatever the others are', () => {
    const counts = fc.array(fc.nat(30), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(counts, counts, (children, listed) => {
        const rows = rungs.map(({ key }, index) => waiting(key, children[index] ?? 0, 3, listed[index]));
        const shown = quarterRows('SUPPRESSED', first, rungs, rows);
        const possible = [children, listed].flatMap((counted, column) => {
          const cells = shown.map((row) => [row.cells[3 + column]?.value ?? null]);
          // a reader may know how many there are together, where that is not itself too few
          const all = counted.reduce((sum, value) => sum + value, 0);
          const total = all < 10 ? null : all;
          const table = { cells, groups: cells.map(([value = null]) => value), outcomes: [total], total };
          return readTogether([{ counted: counted.map((value) => [value]), shown: table }]);
        });
        return possible.every(({ lowest, highest }) => highest - lowest >= 10);
      }),
    );
  });
});
