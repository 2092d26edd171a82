import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../test/builders/databases/cases-database.js';
import { toCasesConfig } from './config.js';
import { casesServices } from './services.js';
import type { YearTable } from './year-table/year-table.type.js';

/** The year report of 2023 as printed: Almere, Dronten, Lelystad, Noordoostpolder, Urk and the total. */
const printed = {
  CONSULTATIONS: {
    CONSULTATIONS: [129, 25, 65, 24, 9, 252],
  },
  REFERRERS: {
    LOCAL_ACCESS: [40, 15, 1, 13, 5, 74],
    CERTIFIED_INSTITUTION: [38, 8, 48, 9, 0, 103],
    SAFE_HOME: [24, 0, 3, 0, 2, 29],
    OTHER: [25, 2, 15, 2, 2, 46],
  },
  INTERVENTIONS: {
    REFERRED_TO_REGULAR_CARE: [23, 8, 28, 8, 4, 71],
    TAILOR_MADE: [0, 0, 0, 4, 0, 4],
    NON_CONTRACTED_OFFER: [0, 0, 0, 3, 0, 3],
    EXPLANATORY_ANALYSIS_SUPPORT: [1, 1, 0, 0, 0, 2],
    ACCELERATION_TABLE: [36, 10, 29, 8, 2, 85],
    REFERRED_TO_RET: [1, 0, 0, 0, 0, 1],
    INDEPENDENT_FACILITATION: [8, 0, 0, 1, 0, 9],
    TEAM_ANDERS_DEPLOYMENT: [23, 7, 8, 5, 0, 43],
    OTHER_MEDIATION: [5, 2, 1, 1, 0, 9],
  },
  RESULTS: {
    OUT_OF_HOME_PREVENTED: [19, 8, 7, 6, 2, 42],
    AS_HOME_AS_POSSIBLE: [2, 3, 6, 3, 0, 14],
    MOVED_ON_TO_SUITABLE_CARE: [4, 1, 1, 2, 0, 8],
    NOT_SUCCESSFUL: [3, 0, 2, 0, 0, 5],
  },
};

let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase('demonstration');
});

afterAll(() => database.close());

function yearTable(role: 'care-broker' | 'analyst'): Promise<YearTable> {
  return casesServices(database.owner.manager, toCasesConfig({})).yearTable.yearTable(
    callerAs(role),
    'flevoland',
    2023,
  );
}

type Numbers = Record<string, Record<string, (number | null)[]>>;

function numbers({ sections }: YearTable): Numbers {
  return Object.fromEntries(
    sections.map(({ kind, rows }) => [
      kind,
      Object.fromEntries(rows.map(({ key, cells, total }) => [key, [...cells.map(({ count }) => count), total]])),
    ]),
  );
}

describe('the year table of 2023', () => {
  it('is counted from the consultations as it was printed, cell by cell', async () => {
    const table = await yearTable('care-broker');
    expect(table.municipalities.map(({ name }) => name)).toEqual([
      'Almere',
      'Dronten',
      'Lelystad',
      'Noordoostpolder',
      'Urk',
    ]);
    expect(numbers(table)).toEqual(printed);
  });

  it('takes one statement', async () => {
    database.statements.length = 0;
    await yearTable('care-broker');
    expect(database.statements).toHaveLength(1);
  });

  it('reports what does not add up, municipality by municipality', async () => {
    const { checks } = await yearTable('care-broker');
    expect(
      checks.map(({ code, municipality, expected, actual }) => [code, municipality?.name, expected, actual]),
    ).toEqual([
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Almere', 129, 127],
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', 'Lelystad', 65, 67],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', 'Dronten', 25, 28],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', 'Lelystad', 65, 66],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', 'Noordoostpolder', 24, 30],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Almere', 129, 25],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Dronten', 25, 12],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Lelystad', 65, 14],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Noordoostpolder', 24, 11],
      ['CONSULTATIONS_WITHOUT_RESULT', 'Urk', 9, 2],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Zeewolde', 1, 0],
    ]);
    expect(checks[0]?.text).toBe(
      'Almere: de verwijzers tellen niet op tot de consultaties (127 tegen 129). Een verwijzer telt bij de eigen gemeente, een consultatie bij de gemeente van het kind.',
    );
  });

  it('shows an analyst the larger numbers only, and nothing of Urk, where nine children were counted', async () => {
    const _ = null;
    expect(numbers(await yearTable('analyst'))).toEqual({
      CONSULTATIONS: {
        CONSULTATIONS: [130, 25, 65, _, _, 250],
      },
      REFERRERS: {
        LOCAL_ACCESS: [40, _, _, _, _, 75],
        CERTIFIED_INSTITUTION: [_, _, 50, _, _, 105],
        SAFE_HOME: [_, 0, _, 0, _, 30],
        OTHER: [25, _, _, _, _, 45],
      },
      INTERVENTIONS: {
        REFERRED_TO_REGULAR_CARE: [25, _, 30, _, _, 70],
        TAILOR_MADE: [_, _, _, _, _, _],
        NON_CONTRACTED_OFFER: [_, _, _, _, _, _],
        EXPLANATORY_ANALYSIS_SUPPORT: [_, _, _, _, _, _],
        ACCELERATION_TABLE: [35, _, 30, _, _, 85],
        REFERRED_TO_RET: [_, _, _, _, _, _],
        INDEPENDENT_FACILITATION: [_, _, _, _, _, _],
        TEAM_ANDERS_DEPLOYMENT: [25, _, _, _, _, 45],
        OTHER_MEDIATION: [_, _, _, _, _, _],
      },
      RESULTS: {
        OUT_OF_HOME_PREVENTED: [20, _, _, _, _, 40],
        AS_HOME_AS_POSSIBLE: [_, _, _, _, _, 15],
        MOVED_ON_TO_SUITABLE_CARE: [_, _, _, _, _, _],
        NOT_SUCCESSFUL: [_, _, _, _, _, _],
      },
    });
  });

  it('tells an analyst by no check what is suppressed', async () => {
    const { checks } = await yearTable('analyst');
    expect(checks.map(({ code, municipality }) => [code, municipality?.name])).toEqual([
      ['REFERRERS_DIFFER_FROM_CONSULTATIONS', undefined],
      ['INTERVENTIONS_EXCEED_CONSULTATIONS', undefined],
      ['CONSULTATIONS_WITHOUT_RESULT', undefined],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', 'Zeewolde'],
      ['MUNICIPALITY_WITHOUT_CONSULTATIONS', undefined],
    ]);
  });
});
