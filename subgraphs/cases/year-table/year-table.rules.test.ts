import { describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { callerAs } from '../../../test/builders/callers.js';
import { figureForm, type FigureForm } from '../../../figures/figure-form.rules.js';
import { yearTableChecks } from './year-table-checks.rules.js';
import { yearTableSections } from './year-table-sections.rules.js';
import { countedTable, shownExactly, shownSuppressed, type CodeCount } from './year-table.rules.js';
import type { YearTableSectionKind } from './year-table.vocabulary.js';

const [almere, dronten, lelystad] = ['0034', '0303', '0995'] as const;

function count(section: YearTableSectionKind, code: string, counts: Readonly<Record<string, number>>): CodeCount[] {
  return Object.entries(counts).map(([municipalityCode, number]) => ({
    section,
    code,
    municipalityCode,
    count: number,
  }));
}

const counted = countedTable([
  ...count('CONSULTATIONS', 'CONSULTATIONS', { [lelystad]: 40, [almere]: 50, [dronten]: 12 }),
  ...count('REFERRERS', 'LOCAL_ACCESS', { [lelystad]: 12, [almere]: 10, [dronten]: 12 }),
  ...count('REFERRERS', 'CERTIFIED_INSTITUTION', { [lelystad]: 10, [almere]: 10 }),
  ...count('REFERRERS', 'SAFE_HOME', { [lelystad]: 10, [almere]: 10 }),
  ...count('REFERRERS', 'GP', { [lelystad]: 10 }),
  ...count('REFERRERS', 'JUDGE', { [almere]: 18 }),
  ...count('INTERVENTIONS', 'TAILOR_MADE', { [lelystad]: 40, [almere]: 20 }),
  ...count('INTERVENTIONS', 'ACCELERATION_TABLE', { [lelystad]: 1 }),
  ...count('RESULTS', 'OUT_OF_HOME_PREVENTED', { [lelystad]: 20, [almere]: 10 }),
  ...count('RESULTS', 'AS_HOME_AS_POSSIBLE', { [lelystad]: 10, [almere]: 10 }),
  ...count('RESULTS', 'MOVED_ON_TO_SUITABLE_CARE', { [lelystad]: 10, [almere]: 10 }),
  ...count('RESULTS', 'NOT_SUCCESSFUL', { [almere]: 10 }),
  ...count('RESULTS', 'OPEN', { [almere]: 10, [dronten]: 12 }),
]);

describe('a counted table', () => {
  it('has its municipalities by name and a cell for each in every row', () => {
    expect(counted.municipalityCodes).toEqual([almere, dronten, lelystad]);
    expect(counted.lines).toHaveLength(18);
    expect(counted.lines.every(({ counts }) => counts.length === 3)).toBe(true);
  });

  it('takes the referrers without a row of their own together', () => {
    expect(counted.lines.find(({ section, key }) => section === 'REFERRERS' && key === 'OTHER')?.counts).toEqual([
      18, 0, 10,
    ]);
  });

  it('is shown in four sections with the sums of its rows', () => {
    const sections = yearTableSections(shownExactly(counted));
    expect(sections.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['CONSULTATIONS', 1],
      ['REFERRERS', 4],
      ['INTERVENTIONS', 9],
      ['RESULTS', 4],
    ]);
    expect(sections[0]?.rows[0]).toMatchObject({ total: 102, cells: [{ count: 50 }, { count: 12 }, { count: 40 }] });
  });

  it('of a year of which nothing may be shown is the same whatever was counted', () => {
    const few = countedTable([
      ...count('CONSULTATIONS', 'CONSULTATIONS', { [almere]: 9 }),
      ...count('REFERRERS', 'GP', { [almere]: 8, '0193': 1 }),
    ]);
    const suppressed = [few, countedTable([])].map((table) => shownSuppressed(table, flevoland));
    const [ofFew, ofNone] = suppressed.map((table) => ({
      municipalityCodes: table.municipalityCodes,
      sections: yearTableSections(table),
      checks: yearTableChecks(flevoland, 2024, table),
    }));
    expect(ofFew).toEqual(ofNone);
    expect(ofFew?.municipalityCodes).toEqual(['0034', '0303', '0995', '0171', '0184', '0050']);
    const rows = ofFew?.sections.flatMap((section) => section.rows) ?? [];
    expect(rows).toHaveLength(18);
    expect(rows.every(({ total, cells }) => total === null && cells.every((cell) => cell.isSuppressed))).toBe(true);
    expect(ofFew?.checks.map(({ municipality, text }) => [municipality, text])).toEqual([
      [null, expect.stringMatching(/^Niet overal na te gaan/)],
      [null, expect.stringMatching(/^Niet overal na te gaan/)],
      [null, expect.stringMatching(/^Niet overal na te gaan/)],
      [null, expect.stringMatching(/^Niet overal na te gaan/)],
    ]);
  });

  it('says which cells are suppressed', () => {
    const cells = yearTableSections(shownSuppressed(counted, flevoland)).flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells),
    );
    expect(cells.filter(({ isSuppressed }) => isSuppressed).length).toBeGreaterThan(0);
    expect(cells.every(({ count: shown, isSuppressed }) => isSuppressed === (shown === null))).toBe(true);
  });
});

describe('the checks of a table', () => {
  const told = (checks: ReturnType<typeof yearTableChecks>) =>
    checks.map(({ code, municipality, expected, actual }) => [code, municipality?.name ?? null, expected, actual]);

  it('are computed for each municipality concerned', () => {
    expect(told(yearTableChecks(flevoland, 2024, shownExactly(counted)))).toEqual([
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Almere', 50, 48],
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Lelystad', 40, 42],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', 'Lelystad', 40, 41],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Almere', 50, 30],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Dronten', 12, 0],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Noordoostpolder', 1, 0],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Urk', 1, 0],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Zeewolde', 1, 0],
    ]);
  });

  it('carry no number and nothing that follows from a suppressed cell where cells are suppressed', () => {
    const checks = yearTableChecks(flevoland, 2024, shownSuppressed(counted, flevoland));
    expect(told(checks)).toEqual([
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Almere', null, null],
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Lelystad', null, null],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', null, null, null],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Almere', null, null],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Dronten', null, null],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Noordoostpolder', null, null],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Urk', null, null],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Zeewolde', null, null],
    ]);
    expect(checks.filter(({ text }) => /[0-9]/.test(text.replace('2024', '')))).toEqual([]);
  });

  it('do not tell whether a municipality without a shown number has consultations', () => {
    const referring = countedTable([
      ...count('CONSULTATIONS', 'CONSULTATIONS', { [almere]: 40 }),
      ...count('REFERRERS', 'GP', { [almere]: 30, [dronten]: 10 }),
    ]);
    const missing = yearTableChecks(flevoland, 2024, shownSuppressed(referring, flevoland)).filter(
      ({ code }) => code === 'MUNICIPALITY_WITHOUT_CONSULTATIONS',
    );
    expect(told(missing).map(([, place]) => place)).toEqual(['Lelystad', 'Noordoostpolder', 'Urk', 'Zeewolde', null]);
  });

  it('find a municipality that refers children but has none itself', () => {
    const referring = countedTable([
      ...count('CONSULTATIONS', 'CONSULTATIONS', { [almere]: 1 }),
      ...count('REFERRERS', 'GP', { [dronten]: 1 }),
    ]);
    const codes = yearTableChecks(flevoland, 2024, shownExactly(referring))
      .filter(({ municipality }) => municipality?.code === dronten)
      .map(({ code }) => code);
    expect(codes).toEqual(['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'MUNICIPALITY_WITHOUT_CONSULTATIONS']);
  });

  it('of a year without consultations name every municipality of the region', () => {
    expect(told(yearTableChecks(flevoland, 1999, shownExactly(countedTable([]))))).toHaveLength(6);
  });
});

describe('the form of the table', () => {
  it.each<[string, Caller, FigureForm | null]>([
    ['exact for a broker of the region', callerAs('care-broker'), 'EXACT'],
    ['none for a broker of another region', { ...callerAs('care-broker'), region: 'region-2' }, null],
    ['none for a broker without a region', { ...callerAs('care-broker'), region: null }, null],
    ['suppressed for an analyst of the region', callerAs('analyst'), 'SUPPRESSED'],
    ['none for an analyst of no region', { ...callerAs('analyst'), region: null }, null],
    ['none for an analyst of another region', { ...callerAs('analyst'), region: 'region-2' }, null],
    ['none for an analyst who is a case owner too', { ...callerAs('analyst'), roles: ['analyst', 'case-owner'] }, null],
    [
      'exact for a broker who is a case owner too',
      { ...callerAs('care-broker'), roles: ['case-owner', 'care-broker'] },
      'EXACT',
    ],
    [
      'exact for a broker who is an analyst too',
      { ...callerAs('analyst'), roles: ['analyst', 'care-broker'] },
      'EXACT',
    ],
  ])('is %s', (_, caller, form) => {
    expect(figureForm(caller, flevoland)).toBe(form);
  });

  it.each(roles.filter((role) => !['care-broker', 'analyst'].includes(role)))('is none for %s', (role) => {
    expect(figureForm(callerAs(role), flevoland)).toBeNull();
  });
});
