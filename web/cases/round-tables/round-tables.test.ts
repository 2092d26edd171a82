import { describe, expect, it } from '@jest/globals';
import { askedWords, guestWords, teamWords } from './guests.js';
import {
  emptyPlan,
  hasInstitution,
  institutionChoices,
  organisationsOf,
  planFaults,
  planOf,
  type PlanDraft,
  type RoundTable,
  type TableCase,
} from './plan-draft.js';
import { recordFaults, recordOf, toldOf } from './record-draft.js';
import { tablesNews, tablesStanding } from './tables.js';

const now = Date.parse('2026-12-01T09:30:00Z');
const plan: PlanDraft = { ...emptyPlan, on: '2026-12-03', at: '10:30', institution: 'NONE' };

describe('a round table that is planned', () => {
  it.each<[string, Partial<PlanDraft>, string[]]>([
    ['is as it should be', {}, []],
    ['has no day and no time', { on: '', at: '' }, ['on', 'at']],
    ['is written down a week late', { on: '2026-11-24', at: '10:31' }, []],
    ['is written down later than that', { on: '2026-11-24', at: '10:29' }, ['on']],
    ['is more than a year ahead', { on: '2027-12-02' }, ['on']],
    ['does not say whether an institution is involved', { institution: '' }, ['institution']],
    ['has an institution that was not invited', { institution: 'NOT_INVITED' }, ['institution']],
  ])('%s', (_what, part, faulty) => {
    expect(Object.keys(planFaults({ ...plan, ...part }, now))).toEqual(faulty);
  });

  it('is asked for at the moment that a clock in the Netherlands shows', () => {
    expect(planOf('case', { ...plan, guests: ['a'], institution: 'INVITED' })).toEqual({
      ...{ caseId: 'case', kind: 'ROUND_TABLE', plannedAt: '2026-12-03T09:30:00.000Z' },
      ...{ participantIds: ['a'], organisationIds: [], isInstitutionInvolved: true, isInstitutionInvited: true },
    });
  });

  it.each<[Partial<TableCase>, boolean]>([
    [{ measures: [], legalFrameworks: ['VOLUNTARY'] }, false],
    [{ measures: null, legalFrameworks: null }, false],
    [{ measures: ['SUPERVISION'], legalFrameworks: [] }, true],
    [{ measures: [], legalFrameworks: ['YOUTH_PROBATION'] }, true],
  ])('asks for an institution where the case has one: %j', (part, isInvolved) => {
    expect(hasInstitution({ measures: [], legalFrameworks: [], ...part })).toBe(isInvolved);
    expect('NONE' in institutionChoices(isInvolved)).toBe(!isInvolved);
  });

  it('can have each organisation of the case once', () => {
    const organisation = { id: 'a', name: 'Rietvink' };
    const found = {
      ownerOrganisation: { id: 'b', name: null },
      referrals: [{ organisation }],
      placements: [{ organisation }],
    };
    expect(organisationsOf(found as unknown as TableCase)).toEqual({ b: 'naam nu niet bekend', a: 'Rietvink' });
  });
});

describe('who can be asked', () => {
  const today = '2026-12-01';
  const seat = (id: string, fromOn: string, toOn: string | null) => ({
    ...{ fromOn, toOn },
    professional: { id, name: `naam ${id}`, jobTitle: null },
  });

  it('is in the team that is looked at today, or was chosen from another', () => {
    const teams = [
      { id: '1', name: 'RET', memberships: [seat('a', '2026-01-01', null), seat('b', '2026-01-01', '2026-11-30')] },
      { id: '2', name: 'Team', memberships: [seat('a', '2026-01-01', null), seat('c', today, today)] },
      { id: '3', name: null, memberships: [{ ...seat('e', today, null), professional: null }] },
    ];
    expect(guestWords(teams, '1', [], today)).toEqual({ a: 'naam a' });
    expect(guestWords(teams, '1', ['a', 'c'], today)).toEqual({ a: 'naam a', c: 'naam c · Team' });
    expect(guestWords(teams, '', ['a'], today)).toEqual({ a: 'naam a · RET' });
    expect(teamWords(teams)).toEqual({ 1: 'RET', 2: 'Team', 3: 'team zonder naam' });
  });

  it('has a word where the name cannot be read', () => {
    expect(askedWords({ participants: [{ id: 'a', name: null, jobTitle: null }, null] })).toEqual({
      a: 'iemand die nu niet te vinden is',
    });
  });
});

describe('what came of a round table', () => {
  const table = {
    plannedAt: '2026-12-01T08:00:00Z',
    participants: [{ id: 'a', name: 'A', jobTitle: null }],
  } as unknown as RoundTable;
  const draft = recordOf(table, now);

  it('begins as it was planned, with all who were asked, and now where that is still ahead', () => {
    expect(draft).toMatchObject({ on: '2026-12-01', at: '09:00', guests: ['a'] });
    expect(recordOf({ ...table, plannedAt: '2026-12-05T08:00:00Z' }, now)).toMatchObject({
      on: '2026-12-01',
      at: '10:30',
    });
  });

  it.each<[string, Parameters<typeof recordFaults>[0], string[]]>([
    ['lacks what must be told', draft, ['areParentsPresent', 'decisions']],
    ['is ahead', { ...draft, at: '10:31', areParentsPresent: 'NO', decisions: ['MEET_AGAIN'] }, ['on']],
    [
      'says that nothing was decided, and something',
      { ...draft, areParentsPresent: 'NO', decisions: ['MEET_AGAIN', 'NOTHING_DECIDED'] },
      ['decisions'],
    ],
    ['is whole', { ...draft, areParentsPresent: 'NO', decisions: ['NOTHING_DECIDED'] }, []],
  ])('%s', (_what, given, faulty) => {
    expect(Object.keys(recordFaults(given, now))).toEqual(faulty);
  });

  it('is told with its moment', () => {
    expect(toldOf({ ...draft, areParentsPresent: 'YES', decisions: ['MEET_AGAIN'] })).toEqual({
      ...{
        heldAt: '2026-12-01T08:00:00.000Z',
        participantIds: ['a'],
        decisions: ['MEET_AGAIN'],
        areParentsPresent: true,
      },
    });
  });
});

describe('how round tables stand', () => {
  const planned = { id: 'a', state: 'PLANNED', plannedAt: '2026-12-03T09:30:00Z', heldAt: null } as const;
  const later = { ...planned, id: 'b', plannedAt: '2026-12-10T09:30:00Z' };
  const held = { ...planned, id: 'c', state: 'HELD', heldAt: '2026-11-20T09:30:00Z' } as const;

  it.each([
    [[], 'Nog geen'],
    [[held], 'De laatste was op 20 nov 2026'],
    [[held, planned], 'Gepland op do 3 dec, 10:30'],
    [[later, held, planned], 'Gepland op do 3 dec, 10:30, en 1 later'],
  ])('is told in a few words', (tables, words) => {
    expect(tablesStanding(tables).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('is told when it changes, and only then', () => {
    expect(tablesNews([planned], [planned])).toBeNull();
    expect(tablesNews([planned], [{ ...planned, state: 'CANCELLED' }, later])).toMatch(
      /^Ronde tafel van .*10:30: afgezegd, en 1 andere\.$/,
    );
  });
});
