import { describe, expect, it } from '@jest/globals';
import { toCapacityConfig } from '../../config.js';

const termsOf = (HOLD_TERMS?: string) => toCapacityConfig(HOLD_TERMS === undefined ? {} : { HOLD_TERMS }).holdTerms;

describe('the terms of holds', () => {
  it('give a provider a day to answer, a hold three, care that was allocated two weeks to start, crisis places hours', () => {
    expect(termsOf()['FOSTER']).toEqual({ answerHours: 24, holdHours: 72, startHours: 336, restHours: 168 });
    expect(termsOf()['CRISIS']).toEqual({ answerHours: 2, holdHours: 12, startHours: 48, restHours: 12 });
  });

  it('take another term for one rung from the configuration and leave the rest', () => {
    const terms = termsOf('{"byRung":{"SECURE":{"holdHours":240}},"usual":{"answerHours":48}}');
    expect(terms['SECURE']).toEqual({ answerHours: 48, holdHours: 240, startHours: 336, restHours: 168 });
    expect(terms['FOSTER']).toEqual({ answerHours: 48, holdHours: 72, startHours: 336, restHours: 168 });
    expect(terms['CRISIS']?.answerHours).toBe(2);
  });

  it.each([
    ['a term that is not above 0', '{"usual":{"answerHours":0}}'],
    ['a term without end', '{"usual":{"holdHours":1e9}}'],
    ['a term that does not exist', '{"crisis":{"lunchHours":1}}'],
    ['a rung that does not exist', '{"byRung":{"FOSTRE":{}}}'],
    ['a part that does not exist', '{"byWeek":{}}'],
    ['a term that is no number', '{"usual":{"holdHours":"72"}}'],
    ['a null where terms stand', '{"crisis":null}'],
    ['a list where rungs stand', '{"byRung":[]}'],
    ['a number', '5'],
    ['text that is not JSON', 'days'],
  ])('refuse %s', (_what, text) => {
    expect(() => termsOf(text)).toThrow('HOLD_TERMS');
  });
});
