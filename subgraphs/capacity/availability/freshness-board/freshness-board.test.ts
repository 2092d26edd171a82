import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callerAs } from '../../../../test/builders/callers.js';
import {
  broker,
  noon,
  offer,
  openCapacityDesk,
  other,
  own,
  system,
  type CapacityDesk,
} from '../../../../test/builders/desks/capacity-desk.js';
import { aReport } from '../../../../test/builders/rows/offer.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
afterAll(() => desk.close());

const fields =
  'organisation { id } lastReportAt offerCount freshShare daysCounted daysWithoutUpdate longestGapDays isNonCompliant';
const document = `query ($region: String!, $month: String, $first: Int, $after: String) {
  freshnessBoard(region: $region, month: $month, first: $first, after: $after) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;

interface Line {
  organisation: { id: string };
  offerCount: number;
  freshShare: number;
  daysCounted: number;
  daysWithoutUpdate: number;
  longestGapDays: number;
  isNonCompliant: boolean;
}

async function board(
  caller = broker,
  variables: object = {},
): Promise<{ lines: Line[]; codes: readonly unknown[]; after: string }> {
  const { data, codes } = await desk.ask(caller, document, { region: 'flevoland', ...variables });
  const page = data?.['freshnessBoard'] as { edges: { node: Line }[]; pageInfo: { endCursor: string } } | null;
  return { lines: page?.edges.map(({ node }) => node) ?? [], codes, after: page?.pageInfo.endCursor ?? '' };
}

/** Reports at noon of these days of November; on the 21st it is noon now. */
const onDays = (days: readonly number[]) =>
  days.map((day) => aReport({ asOfHoursAgo: (21 - day) * 24, receivedHoursAgo: (21 - day) * 24 }));
const every = Array.from({ length: 21 }, (_, index) => index + 1);

function longestRun(missed: readonly boolean[]): number {
  let run = 0;
  return Math.max(0, ...missed.map((isMissed) => (run = isMissed ? run + 1 : 0)));
}

describe('the board of a region', () => {
  it.each<[string, number[], number, number, boolean]>([
    ['every day', every, 0, 0, false],
    ['every day but today, which is not over', every.slice(0, 20), 0, 0, false],
    ['not on one day', every.filter((day) => day !== 5), 1, 1, false],
    ['not on four days apart', every.filter((day) => ![3, 6, 9, 12].includes(day)), 4, 1, false],
    ['not on five days apart', every.filter((day) => ![3, 6, 9, 12, 15].includes(day)), 5, 1, true],
    ['not on two days in a row', every.filter((day) => ![5, 6].includes(day)), 2, 2, true],
    ['never', [], 20, 20, true],
  ])('counts a provider that reports %s', async (_what, days, missed, gap, isNonCompliant) => {
    await desk.database.write([offer(1, { reports: onDays(days) })], noon);
    const [line] = (await board()).lines;
    expect(line).toMatchObject({ daysCounted: 20, daysWithoutUpdate: missed, longestGapDays: gap, isNonCompliant });
  });

  it('agrees with counting the days one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(every), fc.integer({ min: 1, max: 25 }), async (days, since) => {
        await desk.database.write([offer(1, { reports: onDays(days) })], noon);
        await desk.database.owner.query(`update offer set created_at = make_timestamptz(2026, 11, $1, 18, 0, 0)`, [
          Math.min(since, 21),
        ]);
        const counted = every.filter((day) => day >= since && day < 21);
        const missed = counted.filter((day) => !days.includes(day));
        const gap = longestRun(counted.map((day) => !days.includes(day)));
        const [line] = (await board()).lines;
        expect(line).toMatchObject({
          daysCounted: counted.length,
          daysWithoutUpdate: missed.length,
          longestGapDays: gap,
          isNonCompliant: gap >= 2 || missed.length >= 5,
        });
      }),
      { numRuns: 30 },
    );
  });

  it('counts any offer of a provider, what it gave itself, and days of the Netherlands', async () => {
    // half past eleven in the evening in the Netherlands, on the last day of October
    const lateInOctober = aReport({ asOfHoursAgo: 20 * 24 + 13.5, receivedHoursAgo: 20 * 24 + 13.5 });
    await desk.database.write(
      [
        offer(1, { reports: onDays([3]) }),
        offer(2, { reports: [...onDays([4]), lateInOctober] }),
        offer(3, {
          reports: [
            aReport({ method: 'PHONED', asOfHoursAgo: 24 }),
            aReport({ asOfHoursAgo: 48, withdrawnHoursAgo: 1 }),
          ],
        }),
        offer(4, { workingArea: ['0363'], reports: onDays(every) }),
        offer(5, { retiredHoursAgo: 5, reports: onDays([6]) }),
      ],
      noon,
    );
    expect((await board()).lines).toMatchObject([{ offerCount: 3, daysWithoutUpdate: 17 }]);
    expect((await board(broker, { month: '2026-10' })).lines).toMatchObject([
      { daysCounted: 31, daysWithoutUpdate: 30 },
    ]);
    expect((await board(broker, { month: '2027-01' })).lines).toMatchObject([
      { daysCounted: 0, isNonCompliant: false },
    ]);
  });

  it('shows brokers every provider, a provider itself, and nobody else anything', async () => {
    await desk.database.write(
      [offer(1, { reports: onDays(every) }), offer(2, { organisationId: other }), offer(3)],
      noon,
    );
    const { lines, after } = await board(broker, { first: 1 });
    expect(lines).toMatchObject([{ organisation: { id: other }, daysWithoutUpdate: 20, freshShare: 0 }]);
    const rest = await board(broker, { first: 1, after });
    expect(rest.lines).toMatchObject([
      { organisation: { id: own }, daysWithoutUpdate: 0, offerCount: 2, freshShare: 0.5 },
    ]);
    expect((await board(broker, { after: rest.after })).lines).toEqual([]);
    expect((await board(system)).lines).toMatchObject([{ organisation: { id: own } }]);
    expect((await board(callerAs('provider-planner'))).codes).toEqual(['NOT_FOUND']);
    expect((await board({ ...broker, region: 'region-2' })).codes).toEqual(['NOT_FOUND']);
    expect((await board(broker, { region: 'nergens' })).codes).toEqual(['NOT_FOUND']);
    for (const role of ['analyst', 'case-owner', 'ret-member', 'privacy-officer', 'operator'] as const)
      expect((await board(callerAs(role))).codes).toEqual(['FORBIDDEN']);
    expect((await board(broker, { month: '2026-13' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await board(broker, { after: 'WyJ4IiwieSJd' })).codes).toEqual(['CURSOR_INVALID']);
    desk.database.statements.length = 0;
    await board();
    expect(desk.database.statements).toHaveLength(1);
  });
});
