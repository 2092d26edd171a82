import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { writeCursor } from '../../../platform/paging/pages.js';
import { consultationRow, idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { timePage } from '../../../platform/paging/time-page.js';
import type { ConsultationFilter } from './consultation-filter.type.js';
import { consultationReadModel, consultationSortValues } from './consultation.read-model.js';

const broker = callerAs('care-broker');
const closed = {
  status: 'CLOSED',
  firstContactAt: new Date('2026-01-02T08:00:00Z'),
  closedAt: new Date('2026-02-01T08:00:00Z'),
} as const;
let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({
    consultations: [
      consultationRow(1, { reportingYear: 2025, referrerOrganisationId: idOf(901) }),
      consultationRow(2, { referrerKind: 'PARENT', municipalityCode: '0034', interventions: ['TAILOR_MADE'] }),
      consultationRow(3, {
        ...closed,
        result: 'NOT_SUCCESSFUL',
        interventions: ['ACCELERATION_TABLE', 'TEAM_ANDERS_DEPLOYMENT'],
      }),
      consultationRow(4, { ...closed, result: 'OUT_OF_HOME_PREVENTED', referrerOrganisationId: idOf(902) }),
      consultationRow(5, { receivedAt: consultationRow(4).receivedAt }),
      consultationRow(6, { region: 'region-2', referrerOrganisationId: idOf(901) }),
    ],
  });
});

beforeEach(() => {
  database.statements.length = 0;
});

afterAll(() => database.close());

async function numbers(
  caller: Caller,
  filter: ConsultationFilter = {},
  first = 20,
  after: string | null = null,
): Promise<number[]> {
  const rows = await consultationReadModel(database.owner.manager).findPage(caller, filter, timePage({ first, after }));
  return rows.map(({ id }) => Number(id.slice(-3)));
}

describe('which consultations a caller sees', () => {
  it.each<[string, Caller, number[]]>([
    ['a broker: the region, newest first', broker, [5, 4, 3, 2, 1]],
    ['a broker of another region: that region', { ...broker, region: 'region-2' }, [6]],
    ['a case owner: what the own organisation referred', callerAs('case-owner', idOf(901)), [6, 1]],
    ['an analyst: none', callerAs('analyst', idOf(901)), []],
  ])('%s', async (_, caller, seen) => {
    expect(await numbers(caller)).toEqual(seen);
  });
});

describe('a filter of consultations', () => {
  it.each<[string, ConsultationFilter, number[]]>([
    ['reporting year', { reportingYear: 2025 }, [1]],
    ['a reporting year that cannot be', { reportingYear: 2_147_483_647 }, []],
    ['municipality of the child', { municipalityCode: '0034' }, [2]],
    ['referrer', { referrerKinds: ['PARENT', 'EDUCATION'] }, [2]],
    ['any of several interventions', { interventions: ['TAILOR_MADE', 'ACCELERATION_TABLE'] }, [3, 2]],
    ['result', { results: ['OUT_OF_HOME_PREVENTED', 'NOT_SUCCESSFUL'] }, [4, 3]],
    ['status', { statuses: ['CLOSED'] }, [4, 3]],
    ['several parts at once', { statuses: ['CLOSED'], results: ['NOT_SUCCESSFUL'] }, [3]],
  ])('by %s', async (_, filter, seen) => {
    expect(await numbers(broker, filter)).toEqual(seen);
  });
});

describe('the questions that nobody answered in time', () => {
  const overdue = async (caller: Caller, first = 20, after: string | null = null): Promise<number[]> => {
    const rows = await consultationReadModel(database.owner.manager).findOverdue(caller, timePage({ first, after }));
    return rows.map(({ id }) => Number(id.slice(-3)));
  };

  it('are those that still wait, the longest first, a page at a time', async () => {
    const all = await overdue(broker);
    expect(all).toEqual([1, 2, 5]);
    const [first] = await consultationReadModel(database.owner.manager).findOverdue(
      broker,
      timePage({ first: 1, after: null }),
    );
    expect(await overdue(broker, 20, writeCursor(first ? consultationSortValues(first) : []))).toEqual(all.slice(1));
  });

  it('are seen by who sees the consultations', async () => {
    expect(await overdue({ ...broker, region: 'region-2' })).toEqual([6]);
    expect(await overdue(callerAs('analyst'))).toEqual([]);
  });
});

describe('reading consultations', () => {
  it('reads on behind a cursor, also where two came in at one moment, in one statement a page', async () => {
    const [five] = await consultationReadModel(database.owner.manager).findPage(
      broker,
      {},
      timePage({ first: 1, after: null }),
    );
    expect(database.statements).toHaveLength(1);
    const after = writeCursor(five ? consultationSortValues(five) : []);
    expect(await numbers(broker, {}, 2, after)).toEqual([4, 3, 2]);
    expect(database.statements).toHaveLength(2);
  });
});
