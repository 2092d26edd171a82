import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Cell {
  municipality: { code: string };
  count: number | null;
  isSuppressed: boolean;
}

interface YearTable {
  municipalities: { code: string; name: string }[];
  sections: { kind: string; title: string; rows: { key: string; total: number | null; cells: Cell[] }[] }[];
  checks: { code: string; text: string; expected: number | null; actual: number | null }[];
}

/** The cells of the year report of 2023, row by row: Almere, Dronten, Lelystad, Noordoostpolder, Urk and the total. */
const report: readonly (readonly number[])[] = [
  [129, 25, 65, 24, 9, 252],
  [40, 15, 1, 13, 5, 74],
  [38, 8, 48, 9, 0, 103],
  [24, 0, 3, 0, 2, 29],
  [25, 2, 15, 2, 2, 46],
  [23, 8, 28, 8, 4, 71],
  [0, 0, 0, 4, 0, 4],
  [0, 0, 0, 3, 0, 3],
  [1, 1, 0, 0, 0, 2],
  [36, 10, 29, 8, 2, 85],
  [1, 0, 0, 0, 0, 1],
  [8, 0, 0, 1, 0, 9],
  [23, 7, 8, 5, 0, 43],
  [5, 2, 1, 1, 0, 9],
  [19, 8, 7, 6, 2, 42],
  [2, 3, 6, 3, 0, 14],
  [4, 1, 1, 2, 0, 8],
  [3, 0, 2, 0, 0, 5],
];

describe('the year table of the region', () => {
  let hub: TestHub;

  const ask = (actor?: Actor, region = 'flevoland') =>
    hub.query<{ yearTable: YearTable | null }>(committedDocument('year-table'), { region, year: 2023 }, actor);

  async function table(actor: Actor): Promise<YearTable> {
    const { data, errors } = await ask(actor);
    expect(errors).toEqual([]);
    if (!data.yearTable) throw new Error('no table');
    return data.yearTable;
  }

  beforeAll(async () => {
    hub = await startTestHub();
  });

  afterAll(() => hub.close());

  it('gives a broker of the region every cell of the year report', async () => {
    const { municipalities, sections } = await table(broker);
    expect(municipalities.map(({ name }) => name)).toEqual(['Almere', 'Dronten', 'Lelystad', 'Noordoostpolder', 'Urk']);
    const rows = sections.flatMap((section) => section.rows);
    const numbers = rows.map(({ cells, total }) => [...cells.map(({ count }) => count), total]);
    expect(numbers).toEqual(report);
    expect(rows.every(({ cells }) => cells.every(({ isSuppressed }) => !isSuppressed))).toBe(true);
  });

  it('says which sums do not add up', async () => {
    const { checks } = await table(broker);
    expect(new Set(checks.map(({ code }) => code)).size).toBe(4);
    const differences = checks.map(({ expected, actual }) => [expected, actual]);
    expect(differences).toContainEqual([129, 127]);
    expect(differences).toContainEqual([65, 67]);
  });

  it('shows an analyst no cell of one to four children, and nothing from which it follows', async () => {
    const { sections } = await table({ role: 'analyst' });
    const cells = sections.flatMap((section) => section.rows.flatMap((row) => row.cells));
    expect(cells.some(({ isSuppressed }) => isSuppressed)).toBe(true);
    for (const { count, isSuppressed } of cells) {
      expect(count === null).toBe(isSuppressed);
      expect((count ?? 0) % 5).toBe(0);
    }
  });

  it('takes one request to one subgraph and one statement', async () => {
    await table(broker);
    hub.resetCounts();
    await table(broker);
    expect(hub.subgraphRequests()).toEqual(['cases']);
    expect(hub.statements().cases.length).toBe(1);
  });

  it('is answered to nobody without a token', async () => {
    expect((await ask()).status).toBe(401);
  });

  it.each(['case-owner', 'ret-member', 'provider-planner', 'provider-system', 'privacy-officer', 'operator'] as const)(
    'is not for a %s',
    async (role) => {
      const { data, errors } = await ask({ role });
      expect(data).toEqual({ yearTable: null });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    },
  );
});
