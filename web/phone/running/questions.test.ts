import { describe, expect, it } from '@jest/globals';
import { leftToDo, questionName, runningNews, stepsLeft } from './questions.js';

const municipality = { code: '0995', name: 'Lelystad' };

describe('a question that runs', () => {
  it.each([
    [
      { receivedAt: '2026-11-03T09:00:00Z', referrer: { kind: 'GP' as const }, municipality },
      /^vraag van .*: huisarts, Lelystad$/,
    ],
    [{ receivedAt: '2026-11-03T09:00:00Z', referrer: null, municipality: null }, /^vraag van [^:]*$/],
    [{ receivedAt: null, referrer: { kind: 'PARENT' as const }, municipality: null }, /^vraag: ouder$/],
  ])('is named by what is known of it', (question, name) => {
    expect(questionName(question)).toMatch(name);
  });

  it.each([
    ['CONTACTED', ['did', 'outcome', 'close']],
    ['CLOSED', ['outcome']],
    ['ABANDONED', []],
  ] as const)('that is %s has these steps left', (status, steps) => {
    expect(stepsLeft({ status })).toEqual(steps);
  });

  it('has left to do what was not done yet', () => {
    const left = Object.keys(leftToDo({ interventions: ['TAILOR_MADE'] }));
    expect(left).not.toContain('TAILOR_MADE');
    expect(left).toContain('REFERRED_TO_REGULAR_CARE');
  });
});

describe('what changed in the list of questions that run', () => {
  it.each([
    ['nothing', [], null],
    ['one that came', [{ id: 'b', version: 1 }], 'De lijst is bijgewerkt: 1 nieuwe vraag.'],
  ])('is said of %s', (_, came, said) => {
    const one = { id: 'a', version: 1 };
    expect(runningNews([one], [one, ...came])).toBe(said);
  });

  it('is said of one that was worked on and of one that was ended', () => {
    const before = [1, 2, 3].map((serial) => ({ id: String(serial), version: 1 }));
    expect(runningNews(before, [{ id: '1', version: 2 }])).toBe(
      'De lijst is bijgewerkt: 1 vraag bijgewerkt; 2 vragen lopen niet meer.',
    );
  });
});
