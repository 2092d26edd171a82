import { describe, expect, it } from '@jest/globals';
import { markOf, readChange, type Change } from '../../platform/outbox/change-topic.js';
import { readOperations, type RegisteredOperation } from '../registered/registered-operations.js';
import { concerns, liveTerms } from './live-operation.js';

const id = '4d3c';
const operation = (head: string, kind: RegisteredOperation['kind'] = 'query'): RegisteredOperation => ({
  name: 'One',
  kind,
  description: '',
  documentId: '',
  document: `# What it is.\n${head}\nquery One { version }`,
  roles: [],
});
const terms = liveTerms(operation('# Live: cases.case of id, capacity.hold here, capacity.offer\n# No news: at, asOf'));
const change = (noun: string, region: string | null = null, of: string | null = null): Change => ({
  noun,
  region,
  mark: of === null ? null : markOf(of),
});

describe('a query that stays up to date', () => {
  it.each<[string, Change, boolean]>([
    ['the case that it names', change('cases.case', 'flevoland', id), true],
    ['its case in another region', change('cases.case', 'gooi', id), true],
    ['another case', change('cases.case', 'flevoland', 'other'), false],
    ['a case that is not told', change('cases.case'), true],
    ['a hold of the region', change('capacity.hold', 'flevoland', 'h'), true],
    ['a hold of another region', change('capacity.hold', 'gooi', 'h'), false],
    ['a hold of no region', change('capacity.hold'), true],
    ['any offer', change('capacity.offer', 'gooi', 'o'), true],
    ['what it does not follow', change('people.network-request', 'flevoland'), false],
  ])('is asked again, or not, for %s', (_what, told, isAsked) => {
    if (!terms) throw new Error('it says so');
    expect(concerns(terms, told, { region: 'flevoland', variables: { id } })).toBe(isAsked);
  });

  it('is asked again for a hold anywhere by who belongs to no region', () => {
    if (!terms) throw new Error('it says so');
    expect(concerns(terms, change('capacity.hold', 'gooi'), { region: null, variables: { id } })).toBe(true);
  });

  it('says what is no news', () => {
    expect([...(terms?.noNews ?? [])]).toEqual(['at', 'asOf']);
  });

  it('says so in its file, or is none', () => {
    expect(liveTerms(operation(''))).toBeNull();
    expect(() => liveTerms(operation('# Live: everything'))).toThrow('what it follows');
    expect(() => liveTerms(operation('# Live: cases.case', 'mutation'))).toThrow('cannot be live');
  });

  it('follows nothing that no event is about', () => {
    const nouns = [...readOperations().values()].flatMap(
      (one) => liveTerms(one)?.follows.map(({ noun }) => noun) ?? [],
    );
    const known =
      /^(cases\.(case|consultation|placement|referral)|capacity\.(capacity|report|offer|intake|figure|hold|waitlist|search)|people\.(network-request|deployment))$/;
    expect(nouns.filter((noun) => !known.test(noun))).toEqual([]);
    expect(nouns.length).toBeGreaterThan(0);
  });

  it.each<[string, Change]>([
    ['cases.case flevoland ab', { noun: 'cases.case', region: 'flevoland', mark: 'ab' }],
    ['gateway.session - ab', { noun: 'gateway.session', region: null, mark: 'ab' }],
    ['cases.consultation flevoland -', { noun: 'cases.consultation', region: 'flevoland', mark: null }],
    ['', { noun: '', region: null, mark: null }],
  ])('reads "%s"', (words, told) => {
    expect(readChange(words)).toEqual(told);
  });
});
