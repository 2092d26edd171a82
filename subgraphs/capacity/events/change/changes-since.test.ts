import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roles, type Caller } from '../../../../platform/identity/caller.js';
import { createLogger } from '../../../../platform/process/logger.js';
import { emit, type HubEvent } from '../../../../platform/outbox/outbox.js';
import { relay } from '../../../../platform/outbox/relay.js';
import { writeCursor } from '../../../../platform/paging/pages.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { aHold, anOffer } from '../../../../test/builders/rows/offer.js';
import { toCapacityConfig } from '../../config.js';
import { openCapacity } from '../../server.js';

interface Page {
  readonly edges: { node: { id: string; kind: string; offerIds: string[]; holdId: string | null } }[];
  readonly cursor: string;
  readonly pageInfo: { hasNextPage: boolean };
}

const logger = createLogger('test', 'silent');
const ours = '20000000-0000-4000-8000-000000000001';
const competitor = '20000000-0000-4000-8000-000000000002';
const owner = '40000000-0000-4000-8000-000000000001';
const caseId = '30000000-0000-4000-8000-000000000001';
const foreignCaseId = '30000000-0000-4000-8000-000000000002';
const foreignHoldId = '50000000-0000-4000-8000-000000000009';
const offer = anOffer(1, { organisationId: ours, holds: [aHold()] });
const everything = `query ($cursor: String, $from: ChangesFrom! = BEGINNING, $first: Int! = 100) {
  changesSince(cursor: $cursor, from: $from, first: $first) {
    edges { cursor node { id kind occurredAt organisation { id } offerIds holdId entryId } } cursor pageInfo { hasNextPage } } }`;

let database: CapacityDatabase;
let capacity: Subgraph;
let holdId: string;

beforeAll(async () => {
  database = await openCapacityDatabase();
  await database.setClock('2026-11-21T12:00:00Z');
  await database.write([offer], '2026-11-21T12:00:00Z');
  await database.owner.query(`insert into hold_case (hold_id, case_id, region) select id, $1, 'flevoland' from hold`, [
    caseId,
  ]);
  const [hold] = await database.owner.query<{ id: string }[]>('select id from hold');
  holdId = hold?.id ?? '';
  await database.owner.query(`insert into case_projection values ($1, $2, 'flevoland', 'OPEN', false, 1)`, [
    caseId,
    owner,
  ]);
  await database.owner.query(
    `with made as (
       insert into hold (id, offer_id, quantity, answer_due_at) select $1, offer_id, 1, answer_due_at from hold returning id)
     insert into hold_case (hold_id, case_id, region) select id, $2, 'region-2' from made`,
    [foreignHoldId, foreignCaseId],
  );
  await database.owner.query(`insert into case_projection values ($1, null, 'region-2', 'OPEN', false, 1)`, [
    foreignCaseId,
  ]);
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});

beforeEach(async () => {
  await database.owner.query('truncate outbox cascade');
});

afterAll(() => database.close());

async function happen(...events: readonly HubEvent[]): Promise<void> {
  await emit(database.background.manager, events);
  await relay(database.background, { schema: 'capacity', consumers: [], logger });
}

async function ask(caller: Caller, variables: object = {}) {
  return askSubgraph(capacity, caller, everything, { ...variables });
}

async function pageOf(caller: Caller, variables: object = {}): Promise<Page> {
  const { data, errors } = await ask(caller, variables);
  expect(errors).toEqual([]);
  return data?.['changesSince'] as Page;
}

const kindsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.kind);
const reported = (organisationId: string): HubEvent => ({
  kind: 'capacity.reported',
  organisationId,
  data: { publicationId: 'p', offerIds: [offer.id] },
});
const held = (organisationId: string, region: string, id: string = holdId): HubEvent => ({
  kind: 'hold.requested',
  organisationId,
  region,
  subject: 'somebody',
  data: { holdId: id, offerId: offer.id },
});

describe('of what happened, is told', () => {
  beforeEach(() =>
    happen(
      reported(ours),
      reported(competitor),
      held(ours, 'flevoland'),
      held(competitor, 'region-2', foreignHoldId),
      { kind: 'subscription.suspended', organisationId: ours, data: {} },
      { kind: 'kept.secret', organisationId: ours, region: 'flevoland', data: { offerId: offer.id } },
    ),
  );

  it.each([
    ['a provider: its own only', callerAs('provider-system', ours), ['CAPACITY_REPORTED', 'HOLD_REQUESTED', 'SUBSCRIPTION_SUSPENDED']], // prettier-ignore
    ['its planner: the same', callerAs('provider-planner', ours), ['CAPACITY_REPORTED', 'HOLD_REQUESTED', 'SUBSCRIPTION_SUSPENDED']], // prettier-ignore
    ['a competitor: its own only', callerAs('provider-system', competitor), ['CAPACITY_REPORTED', 'HOLD_REQUESTED']],
    ['a broker: every offer and the holds of the region', callerAs('care-broker'), ['CAPACITY_REPORTED', 'CAPACITY_REPORTED', 'HOLD_REQUESTED']], // prettier-ignore
    ['a broker of elsewhere: every offer and the holds there', { ...callerAs('care-broker'), region: 'region-2' }, ['CAPACITY_REPORTED', 'CAPACITY_REPORTED', 'HOLD_REQUESTED']], // prettier-ignore
    ['a broker of nowhere: every offer', { ...callerAs('care-broker'), region: null }, ['CAPACITY_REPORTED', 'CAPACITY_REPORTED']], // prettier-ignore
    ['a case owner: the holds of its own cases', callerAs('case-owner', owner), ['HOLD_REQUESTED']],
    ['another case owner: nothing', callerAs('case-owner', ours), []],
    ['a case owner without an organisation: nothing', callerAs('case-owner'), []],
    ['a provider without an organisation: nothing', callerAs('provider-system', 'x'), []],
  ])('%s', async (_who, caller, kinds) => {
    expect(kindsOf(await pageOf(caller))).toEqual(kinds);
  });

  it('nobody else', async () => {
    for (const role of roles) {
      const { errors } = await ask(callerAs(role, ours));
      const isTold = ['care-broker', 'case-owner', 'provider-planner', 'provider-system'].includes(role);
      expect([role, errors.map(({ code }) => code)]).toEqual([role, isTold ? [] : ['FORBIDDEN']]);
    }
  });

  it('the region-2 broker: the hold there, not the one here', async () => {
    const page = await pageOf({ ...callerAs('care-broker'), region: 'region-2' });
    expect(page.edges.at(-1)?.node.holdId).toBe(foreignHoldId);
  });

  it('identifiers only', async () => {
    const { data } = await ask(callerAs('provider-system', ours));
    expect(JSON.stringify(data)).not.toMatch(/somebody|flevoland|30000000/);
    expect((data?.['changesSince'] as { edges: { node: object }[] }).edges[1]?.node).toEqual({
      id: expect.any(String),
      kind: 'HOLD_REQUESTED',
      occurredAt: '2026-11-21T12:00:00.000Z',
      organisation: { id: ours },
      offerIds: [offer.id],
      holdId,
      entryId: null,
    });
  });
});

describe('who reads on', () => {
  const provider = callerAs('provider-system', ours);

  it('gets everything once, page after page', async () => {
    await happen(...Array.from({ length: 25 }, (_, n) => reported(n % 5 === 0 ? competitor : ours)));
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page: Page = await pageOf(provider, { cursor, first: 7 });
      ids.push(...page.edges.map(({ node }) => node.id));
      ({ cursor } = page);
      hasMore = page.pageInfo.hasNextPage;
    }
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    expect(kindsOf(await pageOf(provider, { cursor }))).toEqual([]);
    await happen(reported(ours));
    expect(kindsOf(await pageOf(provider, { cursor }))).toEqual(['CAPACITY_REPORTED']);
  });

  it('may begin with what happens from now on', async () => {
    await happen(reported(ours));
    const { edges, cursor } = await pageOf(provider, { from: 'NOW' });
    expect(edges).toEqual([]);
    await happen(held(ours, 'flevoland'));
    expect(kindsOf(await pageOf(provider, { cursor }))).toEqual(['HOLD_REQUESTED']);
  });

  it('does not go through the changes of others again, and comes past many of them', async () => {
    const caseOwner = callerAs('case-owner', owner);
    const foreign = held(competitor, 'region-2', foreignHoldId);
    await happen(...Array.from({ length: 4_500 }, () => foreign), held(ours, 'flevoland'));
    const looks: number[] = [];
    let cursor: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page: Page = await pageOf(caseOwner, { cursor, first: 20 });
      looks.push(page.edges.length);
      ({ cursor } = page);
      hasMore = page.pageInfo.hasNextPage;
    }
    expect(looks).toEqual([0, 0, 1]);
  });

  it('asks two statements for a page, and one that audits', async () => {
    await happen(reported(ours), held(ours, 'flevoland'));
    database.statements.length = 0;
    await pageOf(callerAs('care-broker'));
    expect(database.statements).toHaveLength(3);
  });

  it.each([
    ['no cursor of ours', 'x'],
    ['of another list', writeCursor(['Zorg', ours])],
    ['of a list with one key', writeCursor(['7'])],
    ['of a future that was never given out', writeCursor(['changes', '999999999'])],
    ['with another number', writeCursor(['changes', '-1'])],
    ['with too large a number', writeCursor(['changes', '9'.repeat(30)])],
  ])('is told that a cursor is not valid: %s', async (_what, cursor) => {
    await happen(reported(ours));
    expect((await ask(provider, { cursor })).errors).toMatchObject([{ code: 'CURSOR_INVALID' }]);
  });

  it('is told when changes were forgotten meanwhile', async () => {
    await happen(reported(ours));
    const { cursor } = await pageOf(provider);
    await happen(reported(ours), reported(ours));
    await database.setClock('2027-11-21T12:00:00Z');
    await database.owner.query('select forget_events(90)');
    expect((await ask(provider, { cursor })).errors).toMatchObject([{ code: 'CURSOR_EXPIRED' }]);
    const anew = await pageOf(provider);
    expect(anew.edges).toEqual([]);
    await happen(reported(ours));
    expect(kindsOf(await pageOf(provider, { cursor: anew.cursor }))).toEqual(['CAPACITY_REPORTED']);
    await database.owner.query('update outbox_forgotten set position = 0');
  });

  it('asks for 1 to 100 at once', async () => {
    for (const first of [0, 101]) expect((await ask(provider, { first })).errors).toMatchObject([{ code: 'PAGE_TOO_LARGE' }]); // prettier-ignore
  });

  it('misses nothing while twenty write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 20, maxLength: 20 }), async (delays) => {
        let isPublishing = true;
        const start = await pageOf(provider, { from: 'NOW' });
        const publishing = publishWhile(() => isPublishing);
        const seen: string[] = [];
        const reading = readOn(start.cursor, seen, () => isPublishing);
        const written = await Promise.all(delays.map(writeLater));
        isPublishing = false;
        await publishing;
        await reading;
        await relay(database.background, { schema: 'capacity', consumers: [], logger });
        const last = await pageOf(provider, { cursor: await lastCursor(start.cursor, seen.length) });
        expect([...seen, ...last.edges.map(({ node }) => node.id)].toSorted()).toEqual(written.toSorted());
      }),
      { numRuns: 5 },
    );
  });

  async function readOn(from: string, seen: string[], mayCome: () => boolean): Promise<void> {
    for (let cursor = from; mayCome();) {
      const page = await pageOf(provider, { cursor, first: 5 });
      seen.push(...page.edges.map(({ node }) => node.id));
      ({ cursor } = page);
    }
  }

  /** The cursor behind the nth change since another. */
  async function lastCursor(from: string, n: number): Promise<string> {
    if (n === 0) return from;
    const { data } = await ask(provider, { cursor: from, first: n });
    return (data?.['changesSince'] as { edges: { cursor: string }[] }).edges.at(-1)?.cursor ?? from;
  }
});

async function publishWhile(isWanted: () => boolean): Promise<void> {
  while (isWanted()) await relay(database.owner, { schema: 'capacity', consumers: [], logger, batchSize: 3 });
}

async function writeLater(delayMs: number): Promise<string> {
  return database.owner.transaction(async (tx) => {
    await emit(tx, [reported(ours)]);
    await tx.query('select pg_sleep($1)', [delayMs / 1_000]);
    const rows: { event_id: string }[] = await tx.query(
      'select event_id from outbox where xmin = pg_current_xact_id()::xid',
    );
    return rows[0]?.event_id ?? '';
  });
}
