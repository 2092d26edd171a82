import { describe, expect, it } from '@jest/globals';
import { answerWords, isFormStep, requestNews, stateText, type NetworkRequest } from './requests.js';

const asked: NetworkRequest = {
  id: 'a',
  version: 1,
  mySteps: ['CONTACT', 'ANSWER', 'HAND_ON', 'ESCALATE'],
  function: 'CONSULT_ADVICE',
  situation: 'STUCK',
  expertise: null,
  municipality: { code: '0995', name: 'Lelystad' },
  state: 'ASKED',
  askedAt: '2026-11-28T09:00:00Z',
  dueAt: '2026-11-30T09:00:00Z',
  firstContactAt: null,
  isOverdue: false,
  isBreached: false,
  answer: null,
  timesHandedOn: 0,
  handOnReason: null,
  escalationReason: null,
  askedBy: null,
  team: { id: 't', name: 'RET', kind: 'RET_2_0' },
};

describe('an answer to a question', () => {
  it('is where it is written down that somebody called back, as long as that can be done', () => {
    expect(asked.mySteps.filter(isFormStep)).toEqual(['ANSWER', 'HAND_ON', 'ESCALATE']);
    expect(Object.keys(answerWords(asked))[0]).toBe('CONTACTED');
    expect(Object.keys(answerWords({ mySteps: ['ANSWER'] }))).not.toContain('CONTACTED');
  });
});

describe('how far a question is', () => {
  it('is told with what was answered', () => {
    expect(stateText(asked)).toBe('gevraagd, nog geen contact');
    expect(stateText({ state: 'ANSWERED', answer: 'ADVICE_GIVEN' })).toBe('beantwoord: advies gegeven');
  });

  it.each<[string, Partial<NetworkRequest>, string | null]>([
    ['stays as it was', {}, null],
    ['is answered', { state: 'ANSWERED', answer: 'ADVICE_GIVEN' }, 'RET: beantwoord: advies gegeven'],
    ['is handed on', { timesHandedOn: 1 }, 'een vraag ligt nu bij RET'],
    ['is too late', { isOverdue: true }, 'RET: niet op tijd teruggebeld'],
  ])('is said when it %s', (_, change, said) => {
    const sentence = said === null ? null : `De lijst is bijgewerkt: ${said}.`;
    expect(requestNews([asked], [{ ...asked, ...change }])).toBe(sentence);
  });

  it('is said of one that came', () => {
    expect(requestNews([], [asked])).toBe('De lijst is bijgewerkt: nieuwe vraag in Lelystad.');
  });
});
