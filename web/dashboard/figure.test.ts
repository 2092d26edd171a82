import { describe, expect, it } from '@jest/globals';
import type { WithheldReason } from '../generated/words.js';
import { chartOf, hasBars, spoken } from './chart/chart-data.js';
import { chosenPart, partsOf, reasonsOf, reasonTexts, withPart, type Figure, type FigureRow } from './figure.js';

function row(key: string, title: string, values: readonly (number | WithheldReason)[]): FigureRow {
  const cells = values.map((value) =>
    typeof value === 'number' ? { value, whyWithheld: null } : { value: null, whyWithheld: value },
  );
  return { key, title, cells, total: null };
}

function figure(...rows: readonly FigureRow[]): Figure {
  const columns = [
    { key: 'IN', title: 'Instroom' },
    { key: 'OUT', title: 'Uitstroom' },
  ];
  const about = { name: 'ladderShift', title: 'Verschuiving', region: 'flevoland', year: 2026, asOf: '2026-11-28' };
  return { ...about, unit: 'plaatsingen', columns, rows, total: null, howCounted: [], doesNotAddUp: [] };
}

const months = figure(
  row('2026-01/FOSTER', 'januari 2026: pleegzorg', [0, 0]),
  row('2026-02/FOSTER', 'februari 2026: pleegzorg', [4, 1]),
  row('2026-03/FOSTER', 'maart 2026: pleegzorg', [0, 0]),
);
const stacked = { title: 'Plaatsingen', unit: 'keer', isStacked: true };

describe('a figure that repeats for each month', () => {
  it('is shown a month at a time: the one that is asked for, else the last in which something was counted', () => {
    expect(partsOf(months).map(({ title }) => title)).toEqual(['januari 2026', 'februari 2026', 'maart 2026']);
    expect(chosenPart(months, null)?.key).toBe('2026-02');
    expect(chosenPart(months, '2026-03')?.key).toBe('2026-03');
    expect(chosenPart(months, 'gisteren')?.key).toBe('2026-02');
    expect(withPart(months, chosenPart(months, null)).rows.map(({ title }) => title)).toEqual(['pleegzorg']);
  });

  it('is one piece where rows are no months', () => {
    const plain = figure(row('0995', 'Lelystad', [1, 2]));
    expect(chosenPart(plain, '0995')).toBeNull();
    expect(withPart(plain, null)).toBe(plain);
  });
});

describe('what is not shown', () => {
  it('is explained once for each reason', () => {
    const held = figure(row('a', 'A', ['FEW', 'FEW']), row('b', 'B', ['FEW_PROVIDERS', 1]));
    expect(reasonsOf(held)).toEqual(['FEW', 'FEW_PROVIDERS']);
    expect(reasonsOf(held).map((code) => reasonTexts[code])).toEqual([
      expect.stringMatching(/één kind/),
      expect.stringMatching(/één aanbieder/),
    ]);
    expect(reasonsOf(months)).toEqual([]);
  });

  it('leaves no bar that is too short, and says at which row', () => {
    const held = figure(row('a', 'A', [3, 'FEW']), row('b', 'B', [1, 2]), row('c', 'C', [4, 'NOT_MEASURED']));
    expect(chartOf(held, stacked, '2025')).toMatchObject({
      title: 'Plaatsingen, 2025',
      labels: ['A (x)', 'B', 'C'],
      series: [{ values: [null, 1, 4] }, { values: [null, 2, null] }],
    });
    const beside = chartOf(held, { ...stacked, isStacked: false, columns: ['IN'] }, '2025');
    expect(beside).toMatchObject({ labels: ['A', 'B', 'C'], series: [{ title: 'Instroom', values: [3, 1, 4] }] });
    expect(spoken(beside)).toContain('De langste staaf is C, Instroom: 4 keer.');
    expect([hasBars(beside), hasBars(chartOf(figure(row('a', 'A', [0, 'FEW'])), stacked, '2025'))]).toEqual([
      true,
      false,
    ]);
  });
});
