import { describe, expect, it } from '@jest/globals';
import type { Waiting } from './waiting-times.read-model.js';
import { waitingRows } from './waiting-times.rules.js';

const groups = ['FOSTER', 'FAMILY_HOME', 'SMALL_SCALE'].map((key) => ({ key, title: key }));
const waiting = (group: string, outcome: Waiting['outcome'], count: number, providers: number): Waiting => ({
  ...{ group, outcome, count, providers },
  medianDays: 20.4,
  ninetiethDays: 50.6,
});

function told(form: 'EXACT' | 'SUPPRESSED', all: readonly Waiting[] | null): (number | string | null)[][] {
  return waitingRows(form, groups, all).map(({ cells }) => cells.map(({ value, whyWithheld }) => value ?? whyWithheld));
}

describe('days of waiting', () => {
  const all = [
    ...[waiting('FOSTER', 'PLACED', 42, 3), waiting('FOSTER', 'REPORTED', 3, 3)],
    ...[waiting('FAMILY_HOME', 'PLACED', 33, 2), waiting('FAMILY_HOME', 'REPORTED', 2, 2)],
    ...[waiting('SMALL_SCALE', 'PLACED', 30, 9), waiting('SMALL_SCALE', 'WAITING', 12, 9)],
  ];

  it('are told to a broker of everything that was measured', () => {
    expect(told('EXACT', all)).toEqual([
      [42, 0, 20, 51, 'NOT_MEASURED', 'NOT_MEASURED', 20],
      [33, 0, 20, 51, 'NOT_MEASURED', 'NOT_MEASURED', 20],
      [30, 12, 20, 51, 20, 51, 'NOT_MEASURED'],
    ]);
  });

  it('are told to an analyst where the count is shown and three providers lie behind them', () => {
    expect(told('SUPPRESSED', all)).toEqual([
      [40, 0, 20, 'FEW', 'NOT_MEASURED', 'NOT_MEASURED', 20],
      [35, 0, 'FEW_PROVIDERS', 'FEW_PROVIDERS', 'NOT_MEASURED', 'NOT_MEASURED', 'FEW_PROVIDERS'],
      [30, 10, 20, 'FEW', 20, 'FEW', 'NOT_MEASURED'],
    ]);
  });

  it('are told to an analyst to 5 days, and the longest where ten children or more wait longer', () => {
    const days = (count: number) =>
      told('SUPPRESSED', [
        { ...waiting('FOSTER', 'PLACED', count, 3), medianDays: 22.6, ninetiethDays: 53.4 },
        ...[waiting('FAMILY_HOME', 'PLACED', 40, 3), waiting('SMALL_SCALE', 'PLACED', 40, 3)],
      ])[0]?.slice(2, 4);
    // 97 is shown as 95, and 98 as 100
    expect([97, 98, 100, 240].map(days)).toEqual([
      [25, 'FEW'],
      [25, 55],
      [25, 55],
      [25, 55],
    ]);
  });

  it('are told of no year that goes on, whatever is known of it', () => {
    expect(new Set(told('SUPPRESSED', null).flat())).toEqual(new Set(['PERIOD_OPEN']));
  });
});
