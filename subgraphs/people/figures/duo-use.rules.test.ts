import { describe, expect, it } from '@jest/globals';
import type { DuoUse } from './duo-use.read-model.js';
import { duoRows } from './duo-use.rules.js';

const groups = ['A', 'B', 'C'].map((key) => ({ key, title: key }));
const use = (group: string, duos: number): DuoUse => ({
  ...{ group, title: null, duos, hours: duos * 20.2 },
  ...{ medianHours: duos > 0 ? 18.4 : null, medianWeeks: duos > 0 ? 4.6 : null },
});
const told = [use('A', 32), use('B', 3), use('C', 21), use('TOTAL', 56)];

describe('hours of duos', () => {
  it('are told to a broker as they are', () => {
    const { rows, total } = duoRows('EXACT', groups, told, 'ONCE');
    expect([...rows, total].map((row) => row?.cells.map(({ value }) => value))).toEqual([
      [32, 646, 18, 5],
      [3, 61, 18, 5],
      [21, 424, 18, 5],
      [56, 1131, 18, 5],
    ]);
  });

  it('are told to an analyst where the duos are, and give away no exact number of these', () => {
    const { rows, total } = duoRows('SUPPRESSED', groups, told, 'ONCE');
    expect([...rows, total].map((row) => row?.cells.map(({ value }) => value))).toEqual([
      // a median of a group is that of one duo
      [30, 600, null, null],
      [null, null, null, null],
      // beside the few another is withheld, so that they do not follow from the total
      [null, null, null, null],
      [55, 1100, 20, 5],
    ]);
  });

  it('are the same for an analyst whichever number of duos is rounded to what is shown', () => {
    const hours = [28, 29, 30, 31, 32].map(
      (duos) => duoRows('SUPPRESSED', groups, [use('A', duos)], 'OVERLAPS').rows[0]?.cells,
    );
    for (const cells of hours) expect(cells?.map(({ value }) => value)).toEqual([30, 600, null, null]);
  });

  it('of organisations, where a duo counts once or twice, are withheld together, and add up to nothing', () => {
    const { rows, total } = duoRows('SUPPRESSED', groups, told, 'TWICE');
    expect([rows.map(({ cells }) => cells[0]?.value), total]).toEqual([[30, null, null], null]);
  });

  it('of groups that overlap are each weighed by themselves, and add up to nothing', () => {
    const { rows, total } = duoRows('SUPPRESSED', groups, told, 'OVERLAPS');
    expect([rows.map(({ cells }) => cells[0]?.value), total]).toEqual([[30, null, 20], null]);
  });
});
