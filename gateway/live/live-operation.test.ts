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
const terms = liveTerms(
  operation('# Live: cases.case of id, capacity.hold here, capacity.intake ours, capacity.offer\n# No news: at, asOf'),
);
const markOrNull = (id: string | null): string | null => (id === null ? null : markOf(id));
const change = (
  noun: string,
  region: string | null = null,
  of: string | null = null,
  organisation: string | null = null,
): Change => ({ noun, region, mark: markOrNull(of), organisation: markOrNull(organisation) });

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
    ['the intake of its own organisation', change('capacity.intake', 'gooi', null, 'rietvink'), true],
    ['the intake of another organisation', change('capacity.intake', 'flevoland', null, 'koolzaad'), false],
    ['the intake of no organisation', change('capacity.intake'), true],
    ['what it does not follow', change('people.network-request', 'flevoland'), false],
  ])('is asked again, or not, for %s', (_what, told, isAsked) => {
    if (!terms) throw new Error('it says so');
    expect(concerns(terms, told, { region: 'flevoland', organisationId: 'rietvink', variables: { id } })).toBe(isAsked);
  });

  it.each([
    ['region', change('capacity.hold', 'gooi')],
    ['organisation', change('capacity.intake', 'gooi', null, 'koolzaad')],
  ])('is asked again for what happens anywhere by who belongs to no %s', (_what, told) => {
    if (!terms) throw new Error('it says so');
    expect(concerns(terms, told, { region: null, organisationId: null, variables: { id } })).toBe(true);
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
      /^(cases\.(case|consultation|placement|referral|round-table)|capacity\.(capacity|report|offer|intake|figure|hold|waitlist|referral|search)|people\.(network-request|deployment))$/;
    expect(nouns.filter((noun) => !known.test(noun))).toEqual([]);
    expect(nouns.length).toBeGreaterThan(0);
  });

  it.each<[string, Change]>([
    ['cases.case flevoland ab -', { noun: 'cases.case', region: 'flevoland', mark: 'ab', organisation: null }],
    ['gateway.session - ab', { noun: 'gateway.session', region: null, mark: 'ab', organisation: null }],
    ['capacity.hold flevoland - cd', { noun: 'capacity.hold', region: 'flevoland', mark: null, organisation: 'cd' }],
    ['', { noun: '', region: null, mark: null, organisation: null }],
  ])('reads "%s"', (words, told) => {
    expect(readChange(words)).toEqual(told);
  });
});
