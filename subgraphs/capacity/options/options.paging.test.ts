import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { aHold, aNeed, anOffer, aReport } from '../../../test/builders/rows/offer.js';
import type { WorldOffer } from '../../../test/oracle/world.js';
import { toCapacityConfig } from '../config.js';
import { capacityServices, type CapacityServices } from '../services.js';
import type { OptionConnection } from './option.type.js';

const noon = '2026-11-21T12:00:00Z';
const broker = callerAs('care-broker');
let capacity: CapacityDatabase;
let services: CapacityServices;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  services = capacityServices(capacity.db.manager, toCapacityConfig({}));
});

afterAll(() => capacity.close());

/** Ten offers with free places, whose figures turn stale one after another in the days that follow. */
function tenOffers(): WorldOffer[] {
  return Array.from({ length: 10 }, (_, index) =>
    anOffer(index, { reports: [aReport({ asOfHoursAgo: index * 7, receivedHoursAgo: index * 7 })] }),
  );
}

beforeEach(async () => {
  await capacity.setClock(noon);
  await capacity.write(tenOffers(), noon);
});

function find(first: number, after: string | null, need = aNeed()): Promise<OptionConnection> {
  return services.options.find(broker, { need, first, after, caseId: null, mustKnowPostcodes: true });
}

async function everyPage(first: number, between: () => Promise<void>): Promise<{ rank: number; id: string }[]> {
  const seen: { rank: number; id: string }[] = [];
  let after: string | null = null;
  do {
    const page: OptionConnection = await find(first, after);
    seen.push(...page.edges.map(({ rank, node }) => ({ rank, id: node.id })));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    await between();
  } while (after !== null);
  return seen;
}

describe('pages of options', () => {
  it('neither repeat nor skip while figures age, change, are held, closed and retired between pages', async () => {
    const whole = (await find(100, null)).edges.map(({ rank, node }) => ({ rank, id: node.id }));
    let hours = 0;
    const paged = await everyPage(3, async () => {
      hours += 30;
      const now = new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
      await capacity.setClock(now);
      await capacity.owner.query(
        `insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit)
         select id, $1, $2, $2, 'test', 'MACHINE', 'NO_CAPACITY', 0, 6, 'PLACE' from offer where id::text like '%20'`,
        [hours, now],
      );
      await capacity.owner.query(
        `insert into closure (offer_id, reason, closed_at) select id, 'FULL', $1 from offer where id::text like '%50'
         on conflict do nothing`,
        [now],
      );
      await capacity.owner.query(
        `insert into hold (offer_id, quantity, created_at, answer_due_at) select id, 1, $1, $1::timestamptz + interval '1 day' from offer`,
        [now],
      );
      await capacity.owner.query(`update offer set retired_at = $1 where id::text like '%70'`, [now]);
    });
    expect(whole).toHaveLength(10);
    expect(paged).toEqual(whole);
  });

  it('keep the instant of the first page', async () => {
    const first = await find(2, null);
    await capacity.setClock('2026-12-24T12:00:00Z');
    const second = await find(2, first.pageInfo.endCursor);
    expect(second.evaluatedAt).toEqual(first.evaluatedAt);
    expect(second.offersConsidered).toBe(10);
    expect(second.edges.map(({ node }) => node.assessed?.freshness.state)).toEqual(['FRESH', 'FRESH']);
  });

  it('say whether more follows', async () => {
    const first = await find(9, null);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const last = await find(9, first.pageInfo.endCursor);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(last.edges.map(({ rank }) => rank)).toEqual([10]);
  });

  it('refuse the cursor of another search, of another list, and one that was made up', async () => {
    const { endCursor } = (await find(2, null)).pageInfo;
    await expect(find(2, endCursor, aNeed({ birthYear: 2015 }))).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const values = JSON.parse(Buffer.from(endCursor ?? '', 'base64url').toString()) as string[];
    const forged = (place: number, value: string): string =>
      Buffer.from(JSON.stringify(values.map((own, index) => (index === place ? value : own)))).toString('base64url');
    for (const cursor of [
      '',
      'x',
      forged(1, '2030-01-01T00:00:00.000000Z'),
      forged(1, "'; drop table offer"),
      forged(10, 'infinity'),
      forged(4, '1e9'),
      forged(1, '2026-13-45T99:99:99.000000Z'),
      forged(1, '2026-02-31T00:00:00.000000Z'),
      forged(10, '2026-02-31T00:00:00+00:00'),
      forged(11, '------------------------------------'),
    ]) {
      await expect(find(2, cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    }
  });

  it.each([0, -1, 101])('refuse a page of %d', async (first) => {
    await expect(find(first, null)).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
  });

  it('cost two statements, however many offers there are', async () => {
    capacity.statements.length = 0;
    await find(10, null);
    expect(capacity.statements).toHaveLength(2);
  });

  it('refuse a postcode area that does not exist, and let a case with one be searched all the same', async () => {
    const need = aNeed({ nearPostcode4: '1000' });
    await expect(find(2, null, need)).rejects.toMatchObject({
      code: 'UNKNOWN_POSTCODE',
      parameters: { field: 'need.nearPostcode4' },
    });
    const page = await services.options.find(broker, {
      need,
      first: 2,
      after: null,
      caseId: null,
      mustKnowPostcodes: false,
    });
    expect(page.edges[0]?.distanceToHomeKm).toBeNull();
  });
});

describe('the reasons of an option', () => {
  it('name contract, rung, start, age of the figure, hours, distance and who was not asked for long', async () => {
    await capacity.write(
      [
        anOffer(1, {
          unit: 'HOUR_PER_WEEK',
          timeWindows: ['DAYTIME'],
          contracted: [],
          reports: [aReport({ asOfHoursAgo: 30 })],
          holds: [aHold()],
        }),
        anOffer(2, { targetGroups: ['AUTISM'], sex: 'MALE' }),
      ],
      noon,
    );
    const need = aNeed({
      hoursPerWeek: 6,
      timeWindows: ['EVENING'],
      characteristics: ['AUTISM'],
      nearPostcode4: '8232',
    });
    const page = await find(10, null, need);
    const codes = page.edges.map(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).toEqual([
      [
        'FIRST',
        'CONTRACTED',
        'RUNG',
        'START_UNKNOWN',
        'FIGURE_MISSING',
        'NEAR_HOME',
        'TARGET_GROUP',
        'SEX_NOT_GIVEN',
        'NEVER_HELD',
      ],
      [
        'AFTER_CONTRACT',
        'NOT_CONTRACTED',
        'RUNG',
        'STARTS_IN_TIME',
        'FIGURE_AGING',
        'HOURS_NOT_MET',
        'WINDOWS_NOT_MET',
        'NEAR_HOME',
      ],
    ]);
    expect(page.edges[0]?.reasons.every(({ text }) => /^[A-ZÀ-Ý0-9].*\.$/.test(text))).toBe(true);
    expect(page.missing).toMatchObject([{ reason: 'UNKNOWN', lastReportAt: null }]);
  });
});
