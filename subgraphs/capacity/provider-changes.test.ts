import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../platform/caller.js';
import type { Subgraph } from '../../platform/subgraph-endpoint.js';
import { askSubgraph } from '../../test/builders/ask-subgraph.js';
import { callerAs } from '../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../test/builders/capacity-database.js';
import { aHold, aNeed, anOffer, aReport } from '../../test/builders/offer.js';
import type { WorldHold, WorldOffer } from '../../test/oracle/world.js';
import { toCapacityConfig } from './config.js';
import { openCapacity } from './server.js';

const noon = '2026-11-21T12:00:00Z';
const own = '20000000-0000-4000-8000-000000000001';
const other = '20000000-0000-4000-8000-000000000002';
const system = callerAs('provider-system', own);
const foreign = callerAs('provider-system', other);
const broker = callerAs('care-broker');
const offer = (n: number, replaced: Partial<WorldOffer> = {}) => anOffer(n, { organisationId: own, ...replaced });
const key = (n: number): string => anOffer(n).id;
let database: CapacityDatabase;
let capacity: Subgraph;
let request = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});
beforeEach(async () => {
  await database.setClock(noon);
  await database.owner.query('truncate outbox cascade');
});
afterAll(() => database.close());

async function change(caller: Caller, name: string, input: object, asked: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${asked} } }`;
  const variables = { input: { idempotencyKey: String(++request), ...input } };
  const { data, errors } = await askSubgraph(capacity, caller, document, variables);
  return { answer: data?.[name] as Record<string, unknown> | null, codes: errors.map(({ code }) => code) };
}

async function ask(caller: Caller, document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await askSubgraph(capacity, caller, document, variables);
  return { data, codes: errors.map(({ code }) => code) };
}

const kinds = async (): Promise<string[]> => {
  const rows: { kind: string }[] = await database.db.query('select kind from outbox order by id');
  return rows.map(({ kind }) => kind);
};

async function shown(n: number) {
  const { data } = await ask(
    system,
    `query ($id: ID!) { offer(id: $id) { latestReport { status available sequence }
    availability { status available isDisputed freshness { state } } } }`,
    { id: key(n) },
  );
  return data?.['offer'] as { latestReport: unknown; availability: Record<string, unknown> };
}

describe('nothing changed', () => {
  const confirm = (input: object = {}, caller = system) =>
    change(caller, 'confirmCapacity', input, 'confirmedCount skippedCount skipped { offerKey reason }');

  it('makes every figure of the organisation one of now, in one request', async () => {
    const old = aReport({ asOfHoursAgo: 30, receivedHoursAgo: 30 });
    await database.write(
      [
        offer(1, { reports: [old] }),
        offer(2, { reports: [old] }),
        offer(3),
        offer(4, { organisationId: other, reports: [old] }),
      ],
      noon,
    );
    expect(await confirm()).toEqual({
      answer: { confirmedCount: 2, skippedCount: 1, skipped: [{ offerKey: key(3), reason: 'NEVER_REPORTED' }] },
      codes: [],
    });
    expect((await shown(1)).availability).toMatchObject({ available: 2, freshness: { state: 'FRESH' } });
    expect(await database.db.query('select count(*)::integer as count from capacity_report')).toEqual([{ count: 5 }]);
    expect(await kinds()).toEqual(['capacity.confirmed']);
  });

  const accepted = aHold({ createdHoursAgo: 3, acceptedHoursAgo: 2, expiresHoursAgo: -24 });
  it.each<[string, Partial<WorldHold>, number, number]>([
    ['promised since', accepted, 1, 1],
    ['promised before the figure', { ...accepted, acceptedHoursAgo: 40, createdHoursAgo: 41 }, 2, 2],
    ['promised and lapsed', { ...accepted, expiresHoursAgo: 1 }, 2, 2],
    ['taken since', { ...accepted, convertedHoursAgo: 1 }, 1, 1],
    ['asked for and not promised', aHold(), 2, 1],
  ])('takes off a place that was %s', async (_what, hold, reported, free) => {
    const reports = [aReport({ asOfHoursAgo: 30, receivedHoursAgo: 30 })];
    await database.write([offer(1, { reports, holds: [aHold(hold)] })], noon);
    const before = await shown(1);
    expect(before.availability['available']).toBe(free);
    await confirm();
    expect(await shown(1)).toMatchObject({
      latestReport: { available: reported },
      availability: { available: free, freshness: { state: 'FRESH' } },
    });
  });

  it('says that nothing is free when all was promised', async () => {
    const reports = [aReport({ asOfHoursAgo: 5, receivedHoursAgo: 5 })];
    await database.write([offer(1, { reports, holds: [aHold({ ...accepted, quantity: 2 })] })], noon);
    await confirm();
    expect((await shown(1)).latestReport).toMatchObject({ status: 'NO_CAPACITY', available: 0 });
  });

  it("leaves the sender's own numbers free, and follows a figure of a moment ahead", async () => {
    await database.write([offer(1, { reports: [aReport({ asOfHoursAgo: -0.05, receivedHoursAgo: 0 })] })], noon);
    await confirm();
    const report = { offerKey: key(1), sequence: 1, status: 'HAS_CAPACITY', available: 1, maximum: 6, unit: 'PLACE' };
    await database.setClock('2026-11-21T13:00:00Z');
    const published = await change(
      system,
      'publishCapacity',
      { asOf: '2026-11-21T13:00:00Z', reports: [report] },
      'results { outcome }',
    );
    expect(published.answer).toEqual({ results: [{ outcome: 'ACCEPTED' }] });
  });

  it('passes over a disputed figure unless it is named, and tells which keys mean nothing', async () => {
    const reports = [aReport()];
    await database.write([offer(1, { reports }), offer(2, { reports, retiredHoursAgo: 1 })], noon);
    await change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE' }, 'isReplay');
    await database.setClock('2026-11-21T12:10:00Z');
    expect((await confirm()).answer).toMatchObject({
      confirmedCount: 0,
      skipped: [{ offerKey: key(1), reason: 'DISPUTED' }],
    });
    const named = await confirm({ offerKeys: [key(1), key(2), 'x', 'x'] });
    expect(named.answer).toEqual({
      confirmedCount: 1,
      skippedCount: 2,
      skipped: [
        { offerKey: key(2), reason: 'OFFER_KEY_RETIRED' },
        { offerKey: 'x', reason: 'OFFER_KEY_UNKNOWN' },
      ],
    });
    expect((await shown(1)).availability['isDisputed']).toBe(false);
    expect((await confirm({ offerKeys: [key(1), 'x\u0000'] })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await confirm({ offerKeys: [] })).codes).toEqual(['TOO_MANY_ROWS']);
    expect((await confirm({ offerKeys: [key(1)] }, foreign)).answer).toMatchObject({
      confirmedCount: 0,
      skipped: [{ reason: 'OFFER_KEY_UNKNOWN' }],
    });
  });

  it('costs the same for five hundred offers as for one', async () => {
    const counts: number[] = [];
    for (const count of [1, 500]) {
      await database.write(
        Array.from({ length: count }, (_, n) => offer(n, { reports: [aReport()] })),
        noon,
      );
      database.statements.length = 0;
      expect((await confirm()).answer).toMatchObject({ confirmedCount: count });
      counts.push(database.statements.length);
    }
    expect(counts).toEqual([10, 10]);
  });
});

describe('a mistaken report', () => {
  const withdraw = (input: object, caller = system) =>
    change(caller, 'withdrawReport', input, 'withdrawnAt newest { sequence available }');

  it('is taken back, and the one before it counts again', async () => {
    await database.write(
      [offer(1, { reports: [aReport({ asOfHoursAgo: 2, available: 1 }), aReport({ available: 5 })] })],
      noon,
    );
    const { answer } = await withdraw({ offerKey: key(1), sequence: 2 });
    expect(answer).toMatchObject({ newest: { sequence: 1, available: 1 } });
    expect((await shown(1)).availability).toMatchObject({ available: 1 });
    expect((await withdraw({ offerKey: key(1), sequence: 2 })).answer).toEqual(answer);
    expect((await withdraw({ offerKey: key(1), sequence: 1 })).answer).toMatchObject({ newest: null });
    expect(await kinds()).toEqual(['report.withdrawn', 'report.withdrawn']);
  });

  it.each<[string, object, Caller]>([
    ['another sequence', { offerKey: key(1), sequence: 3 }, system],
    ['another key', { offerKey: 'x\u0000', sequence: 1 }, system],
    ["a competitor's report", { offerKey: key(1), sequence: 1 }, foreign],
    ['what a broker heard by telephone', { offerKey: key(1), sequence: 2 }, system],
  ])('is not found under %s', async (_what, input, caller) => {
    await database.write([offer(1, { reports: [aReport(), aReport({ method: 'PHONED' })] })], noon);
    expect(await withdraw(input, caller)).toEqual({ answer: null, codes: ['NOT_FOUND'] });
  });
});

describe('intake', () => {
  const asked =
    'offer { closure { reason expectedEndOn } closures { reason reopenedAt note revisions { reason expectedEndOn } } availability { status isClosed } }';
  const close = (input: object, caller = system) =>
    change(caller, 'closeIntake', { offerKey: key(1), reason: 'RENOVATION', ...input }, asked);
  const reopen = (caller = system) => change(caller, 'reopenIntake', { offerKey: key(1) }, asked);

  it('closes, says anew why, and opens again; what was said is kept', async () => {
    await database.write([offer(1, { reports: [aReport()] })], noon);
    expect((await close({})).answer).toMatchObject({
      offer: { closure: { reason: 'RENOVATION' }, availability: { isClosed: true } },
    });
    await database.setClock('2026-11-22T12:00:00Z');
    const again = { reason: 'INFECTION', expectedEndOn: '2026-12-01', note: 'griep' };
    await close(again);
    await close(again);
    expect((await reopen()).answer).toEqual({
      offer: {
        closure: null,
        availability: { status: 'HAS_CAPACITY', isClosed: false },
        closures: [
          {
            reason: 'INFECTION',
            reopenedAt: '2026-11-22T12:00:00.000Z',
            note: 'griep',
            revisions: [
              { reason: 'INFECTION', expectedEndOn: '2026-12-01' },
              { reason: 'RENOVATION', expectedEndOn: null },
            ],
          },
        ],
      },
    });
    expect((await reopen()).codes).toEqual(['STATE_CONFLICT']);
    expect(await kinds()).toEqual(['intake.closed', 'intake.closed', 'intake.closed', 'intake.reopened']);
  });

  it('is not closed for what makes no sense, nor by a competitor', async () => {
    await database.write([offer(1), offer(2, { retiredHoursAgo: 1 })], noon);
    expect((await close({ expectedEndOn: '2026-11-20' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await close({ note: '111222333' })).codes).toEqual(['CONTAINS_BSN']);
    expect((await close({ offerKey: key(2) })).codes).toEqual(['OFFER_KEY_RETIRED']);
    expect((await close({}, foreign)).codes).toEqual(['NOT_FOUND']);
    expect((await reopen(foreign)).codes).toEqual(['NOT_FOUND']);
    expect(await database.db.query('select id from closure')).toEqual([]);
  });

  it('keeps its remark from those who seek', async () => {
    await database.write([offer(1)], noon);
    await close({ note: 'griep' });
    const { data, codes } = await ask(broker, '{ offers { edges { node { key closure { reason note } } } } }');
    expect([data, codes]).toEqual([
      { offers: { edges: [{ node: { key: null, closure: { reason: 'RENOVATION', note: null } } }] } },
      ['FORBIDDEN'],
    ]);
  });
});

describe('a figure that somebody heard otherwise', () => {
  it('is marked for everyone who searches, and the provider hears of it without a name', async () => {
    await database.write([offer(1, { reports: [aReport()] }), offer(2)], noon);
    const { answer } = await change(
      { ...broker, subject: 'mevrouw-x' },
      'disputeCapacity',
      { offerId: key(1), claim: 'NOT_FREE', note: ' pas in mei ' },
      'dispute { claim note region role answeredAt }',
    );
    const told = { claim: 'NOT_FREE', note: 'pas in mei', region: 'flevoland', role: 'care-broker', answeredAt: null };
    expect(answer).toEqual({ dispute: told });
    const search = 'query ($need: NeedInput!) { options(need: $need) { edges { node { id } reasons { code } } } }';
    const { data } = await ask(broker, search, { need: aNeed() });
    const { edges } = data?.['options'] as { edges: { node: { id: string }; reasons: { code: string }[] }[] };
    expect(
      edges.filter(({ reasons }) => reasons.some(({ code }) => code === 'FIGURE_DISPUTED')).map(({ node }) => node.id),
    ).toEqual([key(1)]);
    const list = '{ disputes(isOpen: true) { edges { node { claim note region role answeredAt offer { key } } } } }';
    const read = await ask(system, list);
    expect(read).toEqual({ data: { disputes: { edges: [{ node: { ...told, offer: { key: key(1) } } }] } }, codes: [] });
    expect(JSON.stringify(read)).not.toContain('mevrouw-x');
    expect((await ask(foreign, list)).data).toEqual({ disputes: { edges: [] } });
    expect(await kinds()).toEqual(['figure.disputed']);
  });

  it.each([['x'], [key(2)], [key(9)]])('must be of an offer that there is: %s', async (offerId) => {
    await database.write([offer(1), offer(2, { retiredHoursAgo: 1 })], noon);
    const { codes } = await change(broker, 'disputeCapacity', { offerId, claim: 'NOT_FREE' }, 'isReplay');
    expect(codes).toEqual(['NOT_FOUND']);
  });

  it('comes page by page', async () => {
    await database.write([offer(1, { reports: [aReport()] })], noon);
    for (let n = 0; n < 5; n++)
      await change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE', note: `${n}` }, 'isReplay');
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await ask(
        system,
        'query ($after: String) { disputes(first: 2, after: $after) { edges { node { note } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const page = data?.['disputes'] as {
        edges: { node: { note: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.note));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('a list of offers', () => {
  it('is refused for a municipality that does not exist, and an empty list narrows nothing', async () => {
    await database.write([offer(1)], noon);
    expect((await ask(broker, '{ offers(filter: { municipalityCode: "0001" }) { edges { cursor } } }')).codes).toEqual([
      'UNKNOWN_MUNICIPALITY',
    ]);
    const { data } = await ask(broker, '{ offers(filter: { rungs: [] }) { edges { node { id } } } }');
    expect(data).toEqual({ offers: { edges: [{ node: { id: key(1) } }] } });
  });
});
