import { describe, expect, it } from '@jest/globals';
import { casesNews, holdNews, waitingNews } from './news.js';

type Holds = Parameters<typeof holdNews>[0];

const holds = (...states: readonly string[]): Holds =>
  ({
    edges: states.map((state, n) => ({
      node: { id: String(n), state, offer: { title: 'Gezinshuis', organisation: { name: `Aanbieder ${n}` } } },
    })),
  }) as unknown as Holds;

const cases = (...numbers: readonly string[]) =>
  numbers.map((number) => ({ number })) as unknown as Parameters<typeof casesNews>[0];
const questions = (...ids: readonly string[]) =>
  ids.map((id) => ({ id })) as unknown as Parameters<typeof waitingNews>[0];

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
  it.each([
    ['a new case', cases('A'), cases('B', 'A'), 'De lijst is bijgewerkt: nieuw: casus B.'],
    ['a case that left', cases('A', 'B'), cases('A'), 'De lijst is bijgewerkt: niet meer in de lijst: casus B.'],
    ['the same in another order', cases('A', 'B'), cases('B', 'A'), null],
  ])('%s', (_what, before, now, said) => {
    expect(casesNews(before, now)).toBe(said);
  });

  it('questions by their number, since nothing of them is for everybody to hear', () => {
    const said = 'De lijst is bijgewerkt: 2 nieuwe vragen; 1 vraag minder die wacht.';
    expect(waitingNews(questions('a'), questions('b', 'c'))).toBe(said);
    expect(waitingNews(questions('a'), questions('a'))).toBeNull();
  });
});
