import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NetworkResponse } from './network-response.read-model.js';
import { responseColumns, responseRows } from './network-response.rules.js';

const groups = ['A', 'B', 'C'].map((key) => ({ key, title: key }));

interface Became {
  readonly inTime: number;
  readonly late?: number;
  readonly overdue?: number;
  readonly waiting?: number;
  readonly answered: number;
  readonly escalated: number;
}

/** A group with what became of its questions, all of which follow from these. */
function response(group: string, { late = 0, overdue = 0, waiting = 0, ...became }: Became): NetworkResponse {
  const asked = became.inTime + late + overdue + waiting;
  return { group, title: null, ...became, asked, late, overdue, waiting, medianHours: asked > 0 ? 20.6 : null };
}

const told = [
  response('A', { inTime: 40, late: 15, answered: 50, escalated: 12 }),
  response('B', { inTime: 3, answered: 2, escalated: 1 }),
  response('C', { inTime: 20, late: 10, overdue: 1, answered: 29, escalated: 2 }),
  response('TOTAL', { inTime: 63, late: 25, overdue: 1, answered: 81, escalated: 15 }),
];
const valuesOf = (form: 'EXACT' | 'SUPPRESSED', use: readonly NetworkResponse[] | null) => {
  const { rows, total } = responseRows(form, groups, use);
  return [...rows, total].map(({ cells }) => cells.map(({ value, whyWithheld }) => value ?? whyWithheld));
};
const place = (column: string): number => responseColumns.findIndex(({ key }) => key === column);

describe('how the network answers', () => {
  it('is told to a broker as it is', () => {
    expect(valuesOf('EXACT', told)).toEqual([
      [55, 40, 15, 0, 0, 50, 12, 21],
      [3, 3, 0, 0, 0, 2, 1, 21],
      [31, 20, 10, 1, 0, 29, 2, 21],
      [89, 63, 25, 1, 0, 81, 15, 21],
    ]);
  });

  it('is told to an analyst where it says too much of few no longer', () => {
    const [a = [], b = [], , total = []] = valuesOf('SUPPRESSED', told);
    expect([a[place('ASKED')], b[place('ASKED')], total[place('ASKED')]]).toEqual([55, 'FEW', 90]);
    // three are too few, and so is one that is overdue
    expect(new Set(b.filter((_, index) => index !== place('WAITING')))).toEqual(new Set(['FEW']));
    expect(total[place('OVERDUE')]).toBe('FEW');
    // eight without an answer are few
    expect(total[place('ANSWERED')]).toBe('FEW');
    expect(total[place('HOURS_MEDIAN')]).toBe(21);
  });

  it('gives an analyst answers and the median of all together only', () => {
    for (const row of valuesOf('SUPPRESSED', told).slice(0, -1))
      expect([row[place('ANSWERED')], row[place('HOURS_MEDIAN')]]).toEqual(['FEW', 'FEW']);
    const many = [response('A', { inTime: 60, answered: 30, escalated: 30 })];
    const all = [...many, response('TOTAL', { inTime: 60, answered: 30, escalated: 30 })];
    expect(valuesOf('SUPPRESSED', all).at(-1)).toEqual([60, 60, 0, 0, 0, 30, 30, 21]);
  });

  it.each([
    ['seven were called back and have no answer', { inTime: 63, late: 25, overdue: 20, answered: 81, escalated: 0 }],
    ['nobody called back for three', { inTime: 60, overdue: 3, answered: 40, escalated: 0 }],
    ['two were answered', { inTime: 60, overdue: 20, answered: 2, escalated: 0 }],
  ])('does not tell an analyst how many were answered where %s', (_what, became) => {
    const all = [response('A', became), response('TOTAL', became)];
    expect(valuesOf('SUPPRESSED', all).at(-1)?.[place('ANSWERED')]).toBe('FEW');
  });

  it('does not tell an analyst after how many hours a few were called back', () => {
    const became = { inTime: 3, overdue: 60, answered: 0, escalated: 0 };
    const all = [response('A', became), response('TOTAL', became)];
    expect(valuesOf('SUPPRESSED', all).at(-1)?.[place('HOURS_MEDIAN')]).toBe('FEW');
    expect(valuesOf('EXACT', all).at(-1)?.[place('HOURS_MEDIAN')]).toBe(21);
  });

  it('has no number of a year that is not over, for an analyst', () => {
    for (const row of valuesOf('SUPPRESSED', null)) expect(new Set(row)).toEqual(new Set(['PERIOD_OPEN']));
  });

  it('never shows an analyst a count of one to nine, whatever became of the questions', () => {
    const few = fc.nat(30);
    const became = fc
      .record({ inTime: few, late: few, overdue: few, waiting: few, share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ share, ...one }) => ({
        ...one,
        answered: Math.floor(share * (one.inTime + one.late)),
        escalated: Math.floor(share * (one.inTime + one.overdue)),
      }));
    fc.assert(
      fc.property(fc.array(became, { minLength: 3, maxLength: 3 }), (parts) => {
        const use = parts.map((one, index) => response(groups[index]?.key ?? '', one));
        for (const row of valuesOf('SUPPRESSED', use))
          for (const value of row.slice(0, -1))
            expect(typeof value === 'number' && value > 0 && value < 10).toBe(false);
      }),
    );
  });

  it('tells an analyst what was answered only where each part of the whole is none or ten', () => {
    const few = fc.nat(30);
    const became = fc.record({ inTime: few, late: few, overdue: few, waiting: few, share: fc.nat(60) });
    let told = 0;
    fc.assert(
      fc.property(became, ({ share, ...one }) => {
        const contacted = one.inTime + one.late;
        const use = { ...one, answered: Math.min(share, contacted), escalated: 0 };
        const total = valuesOf('SUPPRESSED', [response('A', use), response('TOTAL', use)]).at(-1) ?? [];
        if (typeof total[place('ANSWERED')] !== 'number') return;
        told += 1;
        for (const part of [use.answered, contacted - use.answered, one.overdue + one.waiting])
          expect(part === 0 || part >= 10).toBe(true);
      }),
    );
    expect(told).toBeGreaterThan(0);
  });
});
