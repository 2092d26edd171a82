import { describe, expect, it } from '@jest/globals';
import { answeredWords, standingOf, standingWords, type Judged, type Referred } from './standing.js';

const offer = { id: 'thuis', organisation: { id: 'vlonder', name: 'De Vlonder' } };
const rejected: Judged = { offer: { id: 'thuis' }, verdict: 'REJECTED', reason: 'TOO_FAR', isCurrent: true };

function referral(state: Referred['state'], about: string | null, organisation = 'vlonder'): Referred {
  return {
    state,
    declineReason: null,
    offer: about === null ? null : { id: about },
    organisation: { id: organisation },
  };
}

describe('what stands of an offer', () => {
  it('is the judgement that still counts, of that offer alone', () => {
    const earlier: Judged = { ...rejected, verdict: 'SHORTLISTED', reason: null, isCurrent: false };
    expect(standingOf(offer, [rejected, earlier], []).judgement).toBe(rejected);
    expect(standingOf(offer, [{ ...rejected, offer: { id: 'elders' } }], []).judgement).toBeUndefined();
  });

  it('is the referral that lies before its provider, whatever offer that is about', () => {
    const open = referral('OPEN', 'dagbehandeling');
    expect(standingOf(offer, [], [referral('WITHDRAWN', 'thuis'), open]).referral).toBe(open);
    expect(standingOf(offer, [], [referral('OPEN', 'thuis', 'rietvink')]).referral).toBeUndefined();
  });

  it('is what came of its own referral last, where none lies there any more', () => {
    const newest = referral('DECLINED', 'thuis');
    expect(standingOf(offer, [], [newest, referral('WITHDRAWN', 'thuis')]).referral).toBe(newest);
    expect(standingOf(offer, [], [referral('DECLINED', 'dagbehandeling')]).referral).toBeUndefined();
  });

  it('is nothing where it could not be read, or nobody knows whose the offer is', () => {
    expect(standingOf(offer, null, null)).toEqual({ judgement: undefined, referral: undefined });
    expect(standingOf({ ...offer, organisation: null }, [], [referral('OPEN', 'thuis')]).referral).toBeUndefined();
  });
});

it.each([
  [[], [referral('OPEN', 'thuis')], ['Ligt voor bij de aanbieder']],
  [[], [referral('OPEN', null)], ['Ligt voor bij de aanbieder']],
  [
    [rejected],
    [referral('ACCEPTED', 'elders')],
    ['Afgewezen: te ver van huis', 'Aangenomen door de aanbieder, voor ander aanbod'],
  ],
])('is told in words', (judgements, referrals, words) => {
  expect(standingWords(standingOf(offer, judgements, referrals), offer.id)).toEqual(words);
});

describe('what a provider answered', () => {
  const [acceptedAt, declinedAt] = ['2026-11-03T09:00:00Z', '2026-11-04T09:00:00Z'];
  const nothing = { declineReason: null, acceptedAt: null, declinedAt: null };

  it.each([
    [{ ...nothing, state: 'OPEN' }, 'Ligt voor bij de aanbieder'],
    [{ ...nothing, state: 'EXPIRED' }, 'Verlopen'],
    [{ ...nothing, state: 'ACCEPTED', acceptedAt }, 'Aangenomen door de aanbieder (3 nov 2026)'],
    [{ ...nothing, state: 'EXPIRED', acceptedAt }, 'Aangenomen (3 nov 2026), nu verlopen'],
    [{ ...nothing, state: null, acceptedAt }, 'Aangenomen (3 nov 2026)'],
    [{ ...nothing, state: 'DECLINED', declinedAt }, 'Afgewezen door de aanbieder, met een reden (4 nov 2026)'],
  ] as const)('%o is told as %s', (given, words) => {
    expect(answeredWords(given)).toBe(words);
  });
});
