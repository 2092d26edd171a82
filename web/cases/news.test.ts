import { describe, expect, it } from '@jest/globals';
import { caseNews, casesNews, holdNews, referralNews, waitingNews } from './news.js';

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

type Referrals = Parameters<typeof referralNews>[0];

const referrals = (...states: readonly string[]): Referrals =>
  states.map((state, n) => ({
    ...{ id: String(n), state, declineReason: state === 'DECLINED' ? 'NO_CAPACITY' : null },
    organisation: { name: `Aanbieder ${n}` },
  })) as unknown as Referrals;

describe('what is told of what lies before providers', () => {
  it.each<[string, Referrals, Referrals, string | null]>([
    ['a yes', referrals('OPEN'), referrals('ACCEPTED'), 'Aanbieder 0: aangenomen door de aanbieder.'],
    ['two at once', referrals(), referrals('OPEN', 'OPEN'), 'Aanbieder 0: ligt voor bij de aanbieder, en 1 andere.'],
    ['nothing new', referrals('OPEN'), referrals('OPEN'), null],
    ['a part that comes back', null, referrals('OPEN'), null],
    ['a part that is away', referrals('OPEN'), null, null],
  ])('%s', (_what, before, now, said) => {
    expect(referralNews(before, now)).toBe(said);
  });

  it('is left to the hold that it came with', () => {
    const before = { holds: holds('REQUESTED'), referrals: referrals('OPEN') };
    const now = { holds: holds('ACTIVE'), referrals: referrals('ACCEPTED') };
    expect(caseNews(before, now)).toBe('Aanbieder 0: toegezegd door de aanbieder.');
    expect(caseNews({ ...before, holds: now.holds }, now)).toBe('Aanbieder 0: aangenomen door de aanbieder.');
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
