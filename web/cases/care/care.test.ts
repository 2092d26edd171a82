import { describe, expect, it } from '@jest/globals';
import { careName, careStanding, dayFault, dueSince, momentOn, type CareCase, type Placement } from './care.js';
import { careNews } from './care-news.js';
import { foundWords, outcomeFaults, outcomeOf } from './outcome-draft.js';
import { sourcesOf } from './sources.js';

const now = Date.parse('2026-12-01T09:30:00Z');
const today = '2026-12-01';
const none = { isSecondary: false, allocatedAt: null, startedAt: null, pausedAt: null, endedAt: null } as const;

describe('the day on which something happened', () => {
  it('is now where it is today, and the last minute of any other', () => {
    expect(momentOn(today, now)).toBeUndefined();
    expect(momentOn('2026-11-30', now)).toBe('2026-11-30T22:59:00.000Z');
  });

  it.each([
    ['', 'Kies een dag.'],
    ['2026-11-19', 'Kies een dag vanaf 20 nov 2026.'],
    ['2026-11-20', undefined],
    ['2026-12-02', 'Kies vandaag, of een dag die voorbij is.'],
    [today, undefined],
  ])('%s', (on, fault) => {
    expect(dayFault(on, today, '2026-11-19T23:30:00Z')).toBe(fault);
  });
});

describe('how care stands', () => {
  it.each<[Parameters<typeof careStanding>[0], string]>([
    [[], 'Nog geen'],
    [[{ ...none, status: 'ALLOCATED', allocatedAt: '2026-11-20T09:00:00Z' }], 'Toegewezen op 20 nov 2026'],
    [
      [
        { ...none, status: 'STARTED', isSecondary: true, startedAt: '2026-11-01T09:00:00Z' },
        { ...none, status: 'PAUSED', pausedAt: '2026-11-21T09:00:00Z' },
        { ...none, status: 'ENDED', endedAt: '2026-11-22T09:00:00Z' },
      ],
      'Tijdelijk onderbroken op 21 nov 2026',
    ],
    [[{ ...none, status: 'STARTED', startedAt: '2026-11-01T09:00:00Z' }], 'Loopt sinds 1 nov 2026'],
  ])('is told in a few words: the main place first', (placements, words) => {
    expect(careStanding(placements)).toBe(words);
  });

  const placement = {
    id: 'a',
    status: 'ALLOCATED',
    offer: null,
    organisation: null,
    rung: 'OWN_HOME',
  } as unknown as Placement;

  it('is told when it changes, and only then', () => {
    expect(careNews([placement], [placement])).toBeNull();
    expect(careNews([placement], [{ ...placement, status: 'STARTED' }])).toBe(`${careName(placement)}: gestart.`);
  });

  it('has the name of its offer, of who gives it, or of its rung', () => {
    const organisation = { id: 'o', name: 'Rietvink' };
    expect(careName({ ...placement, organisation, offer: { id: 'f', title: 'Gezinshuis' } })).toBe(
      'Gezinshuis, Rietvink',
    );
    expect(careName({ ...placement, organisation })).toMatch(/, Rietvink$/);
    expect(careName({ ...placement, rung: null })).toBe('Zorg');
  });
});

describe('what care can be allocated of', () => {
  const offer = { id: 'f', title: 'Gezinshuis', organisation: null };
  const referral = (id: string, part: object = {}) => ({
    id,
    state: 'ACCEPTED',
    acceptedAt: null,
    organisation: { id: 'o', name: 'Rietvink' },
    offer: null,
    hold: null,
    ...part,
  });
  const hold = (id: string, state = 'ACTIVE') => ({ node: { id, state, createdAt: '', offer } });
  const keysOf = (found: object): string[] =>
    sourcesOf({ referrals: [], holds: { edges: [] }, placements: [], ...found } as unknown as CareCase).map(
      ({ key }) => key,
    );

  it('is what a provider said yes to, each once, and the own network', () => {
    const referrals = [referral('a'), referral('b', { hold: { id: 'h' } }), referral('c', { state: 'OPEN' })];
    expect(keysOf({ referrals, holds: { edges: [hold('h'), hold('i'), hold('j', 'REQUESTED')] } })).toEqual([
      'referral a',
      'referral b',
      'hold i',
      'own',
    ]);
  });

  it('is not what was used already, but for what did not start', () => {
    const of = (status: string, referralId: string | null, holdId: string | null) => ({
      status,
      referral: referralId && { id: referralId },
      hold: holdId && { id: holdId },
    });
    const placements = [of('STARTED', 'a', 'h'), of('CANCELLED', 'b', null)];
    expect(keysOf({ referrals: [referral('a'), referral('b')], holds: { edges: [hold('h')] }, placements })).toEqual([
      'referral b',
      'own',
    ]);
  });

  it('asks for the rung where no offer says it', () => {
    const found = { referrals: [referral('a'), referral('b', { offer })], holds: null, placements: null };
    expect(sourcesOf(found as unknown as CareCase).map(({ rungs }) => rungs.length > 0)).toEqual([true, false, true]);
  });
});

describe('what came of a question', () => {
  it('is due from the day that was planned with the last finding', () => {
    const [due, later] = [{ followUpOn: today }, { followUpOn: '2026-12-02' }];
    expect(dueSince({ outcomes: [due] }, today)).toBe(today);
    for (const outcomes of [[later, due], [{ followUpOn: null }, due], [], null])
      expect(dueSince({ outcomes }, today)).toBeNull();
  });

  it('says what it led to, on a day that came, and asks again on one that comes', () => {
    const draft = { kind: '', measuredOn: '2026-12-02', isStable: '', followUpOn: today } as const;
    expect(Object.keys(outcomeFaults(draft, today))).toEqual(['kind', 'measuredOn', 'followUpOn']);
    const whole = { ...draft, kind: 'NOT_SUCCESSFUL', measuredOn: today, isStable: 'NO', followUpOn: '' } as const;
    expect(outcomeFaults(whole, today)).toEqual({});
    expect(outcomeOf(whole)).toEqual({ kind: 'NOT_SUCCESSFUL', measuredOn: today, isStable: false });
    expect('OPEN' in foundWords).toBe(false);
  });
});
