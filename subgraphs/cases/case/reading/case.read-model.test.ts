import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { writeCursor } from '../../../../platform/paging/pages.js';
import { caseRow, idOf, needRow } from '../../../../test/builders/rows/case.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../../test/builders/databases/cases-database.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import type { CaseFilter } from './case-filter.type.js';
import { caseSelection } from './case-selection.rules.js';
import { caseReadModel, caseSortValues } from './case.read-model.js';

const broker = callerAs('care-broker');
const owner = callerAs('case-owner', idOf(901));
let database: CasesDatabase;

beforeAll(async () => {
  database = await openCasesDatabase();
  const [{ thisYear }] = await database.db.query<[{ thisYear: number }]>('select this_year() as "thisYear"');
  const sameMoment = { openedAt: new Date('2025-06-01T08:00:00Z') };
  await database.write({
    cases: [
      caseRow(1, { birthYear: thisYear - 16, ownerOrganisationId: idOf(901), ownReference: 'LT-1' }),
      caseRow(2, { ownerOrganisationId: idOf(902), isThreatenedOutOfHome: true, currentRung: 'FOSTER' }),
      caseRow(3, { municipalityCode: '0034', birthYear: thisYear + 1 }),
      caseRow(4, { status: 'CLOSED', closedAt: new Date('2026-02-01T08:00:00Z'), birthYear: thisYear - 17 }),
      caseRow(5, { ...sameMoment, birthYear: thisYear - 30 }),
      caseRow(6, sameMoment),
      caseRow(7, { number: 'R2-26-0001', region: 'region-2', ownerOrganisationId: idOf(901) }),
    ],
    needs: [
      needRow(1, { hoursPerWeek: 6.5, startByOn: '2026-03-01', characteristics: ['AUTISM', 'ADHD'] }),
      needRow(2),
    ],
  });
});

beforeEach(() => {
  database.statements.length = 0;
});

afterAll(() => database.close());

async function numbers(caller: Caller, filter: CaseFilter = {}): Promise<number[]> {
  const page = timePage({ first: 20, after: null });
  const rows = await caseReadModel(database.owner.manager).findPage(caller, caseSelection(filter) ?? {}, page);
  return rows.map(({ id }) => Number(id.slice(-3)));
}

describe('which cases a caller sees', () => {
  it.each<[string, Caller, number[]]>([
    ['a broker: the region, newest first', broker, [4, 3, 2, 1, 6, 5]],
    ['a broker of another region: that region', { ...broker, region: 'region-2' }, [7]],
    ['a case owner: the own organisation, wherever', owner, [7, 1]],
    ['a case owner of another organisation', callerAs('case-owner', idOf(902)), [2]],
    ['a provider: none', callerAs('provider-planner', idOf(901)), []],
  ])('%s', async (_, caller, seen) => {
    expect(await numbers(caller)).toEqual(seen);
  });

  it('is the same by id as in the list', async () => {
    const ids = [1, 2, 3, 7, 99].map(idOf);
    const found = await caseReadModel(database.owner.manager).findByIds(owner, ids);
    expect([...found.keys()].sort()).toEqual([idOf(1), idOf(7)]);
  });
});

describe('a filter of cases', () => {
  it.each<[string, CaseFilter, number[]]>([
    ['number', { number: 'fl-26-0002' }, [2]],
    ['number of another region', { number: 'R2-26-0001' }, []],
    ['status', { statuses: ['CLOSED'] }, [4]],
    ['municipality', { municipalityCode: '0034' }, [3]],
    ['age band, by calendar year', { ageBands: ['AGE_16_17'] }, [4, 1]],
    ['age band of a child still to be born', { ageBands: ['AGE_0_3'] }, [3]],
    ['rung', { rungs: ['FOSTER', 'SECURE'] }, [2]],
    ['threat', { isThreatenedOutOfHome: true }, [2]],
    ['no threat', { isThreatenedOutOfHome: false }, [4, 3, 1, 6, 5]],
    ['owner', { ownerOrganisationId: idOf(902) }, [2]],
    ['several parts at once', { statuses: ['OPEN'], ageBands: ['AGE_16_17'] }, [1]],
    ['parts that are null', { statuses: null, number: null, ageBands: null }, [4, 3, 2, 1, 6, 5]],
  ])('by %s', async (_, filter, seen) => {
    expect(await numbers(broker, filter)).toEqual(seen);
  });
});

describe('reading cases', () => {
  it('gives each case once over pages, also where two were opened at one moment', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const rows = await caseReadModel(database.owner.manager).findPage(broker, {}, timePage({ first: 1, after }));
      const [row] = rows;
      if (!row) break;
      seen.push(row.id);
      after = writeCursor(caseSortValues(row));
    }
    expect(seen).toEqual([4, 3, 2, 1, 6, 5].map(idOf));
  });

  it('costs one statement, by id and as a page, needs included', async () => {
    const readModel = caseReadModel(database.owner.manager);
    await readModel.findByIds(broker, [idOf(1)]);
    expect(database.statements).toHaveLength(1);
    await readModel.findPage(broker, {}, timePage({ first: 100, after: null }));
    expect(database.statements).toHaveLength(2);
  });

  it('brings the need as it was written, and null where there is none', async () => {
    const found = await caseReadModel(database.owner.manager).findByIds(broker, [idOf(1), idOf(3)]);
    expect(found.get(idOf(1))?.need).toEqual(
      needRow(1, { hoursPerWeek: 6.5, startByOn: '2026-03-01', characteristics: ['AUTISM', 'ADHD'] }),
    );
    expect(found.get(idOf(3))?.need).toBeNull();
  });
});

describe('the age of a child', () => {
  it('goes up with the calendar year of the Netherlands', async () => {
    const ageOf = async (n: number): Promise<number | undefined> =>
      (await caseReadModel(database.owner.manager).findByIds(broker, [idOf(n)])).get(idOf(n))?.age;
    expect(await ageOf(1)).toBe(16);
    await database.moveClock('1 year');
    expect(await ageOf(1)).toBe(17);
    expect(await numbers(broker, { ageBands: ['AGE_16_17'] })).toEqual([1]);
  });
});
