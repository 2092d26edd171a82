import { describe, expect, it } from '@jest/globals';
import type { CasesData } from '../generated/operations.js';
import { holdNews, listNews } from './news.js';

type Holds = Parameters<typeof holdNews>[0];

const holds = (...states: readonly string[]): Holds =>
  ({
    edges: states.map((state, n) => ({
      node: { id: String(n), state, offer: { title: 'Gezinshuis', organisation: { name: `Aanbieder ${n}` } } },
    })),
  }) as unknown as Holds;

const lists = (numbers: readonly string[], questions: readonly string[]): CasesData =>
  ({
    cases: { edges: numbers.map((number) => ({ node: { number } })) },
    consultations: { edges: questions.map((id) => ({ node: { id } })) },
  }) as unknown as CasesData;

describe('what is told of places that are held', () => {
  it.each<[string, Holds, Holds, string | null]>([
    ['an answer', holds('REQUESTED'), holds('ACTIVE'), 'Aanbieder 0: toegezegd door de aanbieder.'],
    ['a new one', holds(), holds('REQUESTED'), 'Aanbieder 0: gevraagd, wacht op antwoord van de aanbieder.'],
    [
      'two at once',
      holds('REQUESTED', 'REQUESTED'),
      holds('REFUSED', 'EXPIRED'),
      'Aanbieder 0: afgewezen door de aanbieder, en 1 andere.',
    ],
    ['nothing new', holds('ACTIVE'), holds('ACTIVE'), null],
    ['a part that is away', holds('ACTIVE'), null, null],
  ])('%s', (_what, before, now, said) => {
    expect(holdNews(before, now)).toBe(said);
  });
});

describe('what is told of the lists of what waits', () => {
  it.each<[string, CasesData, CasesData, string | null]>([
    ['a new case', lists(['A'], []), lists(['B', 'A'], []), 'De lijst is bijgewerkt: nieuw: casus B.'],
    [
      'a case that left',
      lists(['A', 'B'], []),
      lists(['A'], []),
      'De lijst is bijgewerkt: niet meer in de lijst: casus B.',
    ],
    [
      'questions',
      lists([], ['a']),
      lists([], ['b', 'c']),
      'De lijst is bijgewerkt: 2 nieuwe vragen; 1 vraag minder die wacht.',
    ],
    ['the same in another order', lists(['A', 'B'], ['a']), lists(['B', 'A'], ['a']), null],
  ])('%s', (_what, before, now, said) => {
    expect(listNews(before, now)).toBe(said);
  });
});
