import { describe, expect, it } from '@jest/globals';
import { figureText, readAnswer, summaryText, type FileSummary } from './upload.js';

const counts = { rows: 3, accepted: 1, unchanged: 0, outdated: 0, rejected: 0, passedOver: 0 };
const summary = { kind: 'summary', ...counts, isComplete: true, isRehearsal: true };
const figure = {
  status: 'HAS_CAPACITY',
  available: 3,
  maximum: 8,
  nextAvailableOn: null,
  waitlistCount: 0,
  waitEstimateDays: null,
  note: null,
  asOf: '2026-11-23T08:00:00Z',
} as const;

describe('the answer to a file, on the page', () => {
  it('tells rows that are wrong from rows that change something', () => {
    const read = readAnswer([
      { kind: 'start' },
      { kind: 'row', row: 2, offerKey: 'groep-3', outcome: 'ACCEPTED', from: null, to: figure },
      { kind: 'row', row: 3, column: 'B', offerKey: 'groep-4', outcome: 'REJECTED', message: 'vrij (B3): vul in' },
      { kind: 'notice', offerKey: 'groep-3', message: 'Staat er twee keer.' },
      summary,
    ]);
    expect(read).toMatchObject({
      faults: [{ row: 3, column: 'B' }],
      changes: [{ row: 2, to: { available: 3 } }],
      notices: ['groep-3: Staat er twee keer.'],
    });
  });

  it('does not take an answer that broke off for a whole one', () => {
    expect(readAnswer([{ kind: 'error', message: 'Het duurde te lang.' }])).toEqual({ broken: 'Het duurde te lang.' });
    expect(readAnswer([{ kind: 'start' }])).toHaveProperty('broken');
  });

  it.each<[Partial<FileSummary>, string]>([
    [{}, '1 cijfer verandert.'],
    [{ accepted: 2, isRehearsal: false }, '2 cijfers veranderd.'],
    [{ unchanged: 1 }, '1 cijfer verandert, 1 cijfer blijft gelijk en is weer van nu.'],
    [{ rejected: 2, outdated: 1 }, '1 cijfer verandert, 1 regel is ouder dan wat er al staat, 2 regels kloppen niet.'],
    [{ accepted: 0, passedOver: 4 }, '0 cijfers veranderen, 4 regels zijn niet ingevuld.'],
    [{ isComplete: false }, '1 cijfer verandert. De rest van het bestand is niet gelezen.'],
  ])('counts %j in words', (changed, words) => {
    const file = { faults: [], changes: [], notices: [], summary: { ...summary, ...changed } };
    expect(summaryText(file)).toBe(words);
  });

  it('says a figure in words', () => {
    expect(figureText(null)).toBe('nog geen cijfer');
    expect(figureText({ ...figure, available: 0, status: 'WAITLIST', waitlistCount: 2, note: 'Team vol' })).toBe(
      '0 van 8, er is een wachtlijst, 2 op de wachtlijst, “Team vol”',
    );
  });
});
