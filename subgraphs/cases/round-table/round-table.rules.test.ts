import { describe, expect, it } from '@jest/globals';
import type { CaseRow } from '../case/case.entity.js';
import { assertInstitutionInvited, decided, isInstitutionInvolved, plannedMoment, seats } from './round-table.rules.js';
import type { TableDecision } from './round-table.vocabulary.js';

const now = new Date('2026-03-01T10:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const id = '00000000-0000-4000-8000-000000000001';

describe('a certified institution', () => {
  it.each<[string, Pick<CaseRow, 'measures' | 'legalFrameworks'>, boolean]>([
    ['carries out supervision', { measures: [], legalFrameworks: ['SUPERVISION'] }, true],
    ['carries out a measure', { measures: ['PROVISIONAL_GUARDIANSHIP'], legalFrameworks: ['VOLUNTARY'] }, true],
    ['carries out youth probation', { measures: [], legalFrameworks: ['YOUTH_PROBATION'] }, true],
    ['has no part in help that parents choose', { measures: [], legalFrameworks: ['VOLUNTARY'] }, false],
  ])('%s', (_what, file, isInvolved) => {
    expect(isInstitutionInvolved(file)).toBe(isInvolved);
  });

  it.each([
    [true, true, null],
    [false, false, null],
    [false, true, null],
    [true, false, 'INSTITUTION_NOT_INVITED'],
  ])('that is involved (%s) is invited (%s)', (isInvolved, isInvited, code) => {
    const check = (): void => assertInstitutionInvited(isInvolved, isInvited);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is told of a table', () => {
  it('seats everybody once', () => {
    expect(seats('participantIds', [id, id])).toEqual([id]);
  });

  it('names each decision once', () => {
    expect(decided(['DEPLOY_DUO', 'DEPLOY_DUO'])).toEqual(['DEPLOY_DUO']);
  });

  it.each<[string, () => unknown]>([
    ['names somebody by what is no identifier', () => seats('participantIds', ['Anna'])],
    [
      'seats more than thirty',
      () =>
        seats(
          'participantIds',
          Array.from({ length: 31 }, () => id),
        ),
    ],
    ['lies more than a week back', () => plannedMoment(inDays(-8), now)],
    ['lies more than a year ahead', () => plannedMoment(inDays(366), now)],
    ['decides nothing and does not say so', () => decided([])],
    ['decides nothing and something', () => decided(['NOTHING_DECIDED', 'MEET_AGAIN'] satisfies TableDecision[])],
  ])('is refused when it %s', (_what, tell) => {
    expect(tell).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
