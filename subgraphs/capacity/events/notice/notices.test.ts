import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../../platform/identity/caller.js';
import { createLogger } from '../../../../platform/process/logger.js';
import { emit, type HubEvent } from '../../../../platform/outbox/outbox.js';
import { relay } from '../../../../platform/outbox/relay.js';
import { writeCursor } from '../../../../platform/paging/pages.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { anOffer } from '../../../../test/builders/rows/offer.js';
import { toCapacityConfig } from '../../config.js';
import { openCapacity } from '../../server.js';
import { tellPeople } from './tell-people.js';

interface Page {
  readonly edges: {
    readonly cursor: string;
    readonly node: { id: string; kind: string; message: string; readAt: string | null };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const logger = createLogger('test', 'silent');
const ours = '20000000-0000-4000-8000-000000000001';
const competitor = '20000000-0000-4000-8000-000000000002';
const holdId = '50000000-0000-4000-8000-000000000001';
const offers = [anOffer(1, { organisationId: ours }), anOffer(2, { organisationId: ours })];
const [offerId = '', otherOfferId = ''] = offers.map(({ id }) => id);
const broker = { ...callerAs('care-broker'), subject: 'broker-1' };
const colleague = { ...callerAs('care-broker'), subject: 'broker-2' };
const planner = { ...callerAs('provider-planner', ours), subject: 'planner-1' };
const secondPlanner = { ...callerAs('provider-planner', ours), subject: 'planner-2' };

const list = `query ($first: Int! = 20, $after: String, $onlyUnread: Boolean! = false) {
  unreadNoticeCount
  notices(first: $first, after: $after, onlyUnread: $onlyUnread) {
    edges { cursor node { id kind message createdAt readAt offerIds holdId entryId subscriptionId } } pageInfo { hasNextPage } } }`;
const read = `mutation ($input: ReadNoticesInput!) { readNotices(input: $input) { isReplay notices { id readAt } } }`;

let database: CapacityDatabase;
let capacity: Subgraph;
let keys = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  await database.setClock('2026-11-21T12:00:00Z');
  await database.write(offers, '2026-11-21T12:00:00Z');
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});

beforeEach(() => database.owner.query('truncate outbox, notice cascade'));

afterAll(() => database.close());

async function happen(kind: string, more: Partial<HubEvent> = {}): Promise<void> {
  const event = { kind, organisationId: ours, region: 'flevoland', subject: broker.subject, data: { offerId, holdId } };
  await emit(database.background.manager, [{ ...event, ...more }]);
  await relay(database.background, { schema: 'capacity', consumers: [tellPeople({})], logger });
}

async function ask(caller: Caller, variables: Record<string, unknown> = {}) {
  return askSubgraph(capacity, caller, list, variables);
}

async function noticesOf(caller: Caller, variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await ask(caller, variables);
  expect(errors).toEqual([]);
  return data?.['notices'] as Page;
}

const kindsFor = async (caller: Caller): Promise<string[]> =>
  (await noticesOf(caller)).edges.map(({ node }) => node.kind);

async function markRead(caller: Caller, noticeIds: readonly string[], idempotencyKey = `key-${keys++}`) {
  return askSubgraph(capacity, caller, read, { input: { idempotencyKey, noticeIds } });
}

describe('who placed a hold', () => {
  it.each(['accepted', 'refused', 'expired'])('is told that it is %s, and nobody else is', async (end) => {
    await happen(`hold.${end}`);
    expect(await kindsFor(broker)).toEqual([`HOLD_${end.toUpperCase()}`]);
    for (const other of [colleague, planner, { ...callerAs('case-owner', ours), subject: 'owner-1' }])
      expect(await kindsFor(other)).toEqual([]);
  });

  it('is told of the offer by its title, and of nothing else', async () => {
    await happen('hold.accepted', { data: { offerId, holdId, caseId: 'secret', note: 'secret' } });
    const { data } = await ask(broker);
    expect(JSON.stringify(data)).not.toContain('secret');
    expect((await noticesOf(broker)).edges[0]?.node).toMatchObject({
      message: expect.stringMatching(/^Uw reservering bij ".+" is aangenomen\.$/),
      holdId,
      offerIds: [offerId],
      readAt: null,
    });
    const english = await noticesOf({ ...broker, language: 'en' });
    expect(english.edges[0]?.node.message).toMatch(/^Your hold at ".+" was accepted\.$/);
  });

  it('is not told what it did itself', async () => {
    for (const own of ['hold.requested', 'hold.released', 'hold.converted', 'waitlist.joined']) await happen(own);
    expect(await kindsFor(broker)).toEqual([]);
  });

  it('is told when the waiting list offers something', async () => {
    await happen('waitlist.offered', { data: { offerId, entryId: holdId } });
    expect(await kindsFor(broker)).toEqual(['WAITLIST_OFFERED']);
  });
});

describe('the planners of an organisation', () => {
  it.each([
    ['hold.requested', 'HOLD_REQUESTED'],
    ['hold.prolonged', 'HOLD_PROLONGED'],
    ['figure.stale', 'FIGURE_STALE'],
    ['figure.disputed', 'FIGURE_DISPUTED'],
    ['subscription.suspended', 'SUBSCRIPTION_SUSPENDED'],
  ])('are told of %s, and no other organisation is', async (kind, notice) => {
    await happen(kind);
    expect(await kindsFor(planner)).toEqual([notice]);
    expect(await kindsFor(secondPlanner)).toEqual([notice]);
    for (const other of [callerAs('provider-planner', competitor), broker, callerAs('case-owner', ours)])
      expect(await kindsFor(other)).toEqual([]);
  });

  it('are told of many offers in one notice', async () => {
    await happen('figure.stale', { data: { offerIds: [offerId, otherOfferId, holdId] } });
    const { edges } = await noticesOf(planner);
    expect(edges[0]?.node.message).toMatch(/^Het cijfer van ".+" en nog 2 is verouderd/);
  });

  it('read each for themselves', async () => {
    await happen('figure.stale');
    const [edge] = (await noticesOf(planner)).edges;
    const { data } = await markRead(planner, [edge?.node.id ?? '']);
    expect(data?.['readNotices']).toEqual({
      isReplay: false,
      notices: [{ id: edge?.node.id, readAt: '2026-11-21T12:00:00.000Z' }],
    });
    expect((await noticesOf(planner, { onlyUnread: true })).edges).toEqual([]);
    expect((await noticesOf(secondPlanner, { onlyUnread: true })).edges).toHaveLength(1);
    expect((await ask(planner)).data?.['unreadNoticeCount']).toBe(0);
    expect((await ask(secondPlanner)).data?.['unreadNoticeCount']).toBe(1);
  });
});

describe('a question to the network', () => {
  const networkRequestId = '60000000-0000-4000-8000-000000000001';
  const about = (organisationIds: string[]): Partial<HubEvent> => ({
    ...{ organisationId: null, subject: null, data: { networkRequestId, organisationIds } },
  });
  const brokerElsewhere = { ...broker, region: 'region-2' };
  const planners = [planner, callerAs('provider-planner', competitor)];

  it.each([
    ['asked', 'NETWORK_ASKED'],
    ['handed-on', 'NETWORK_ASKED'],
  ])(
    'that is %s is told to the planners of all who take part in the team, and to nobody else',
    async (kind, notice) => {
      await happen(`network-request.${kind}`, about([ours, competitor]));
      for (const one of [...planners, secondPlanner]) expect(await kindsFor(one)).toEqual([notice]);
      for (const other of [
        broker,
        callerAs('case-owner', ours),
        callerAs('privacy-officer'),
        callerAs('provider-planner', holdId),
      ])
        expect(await kindsFor(other)).toEqual([]);
    },
  );

  it.each([
    ['escalated', 'NETWORK_ESCALATED'],
    ['overdue', 'NETWORK_OVERDUE'],
  ])('that is %s is told to them and to the brokers of the region', async (kind, notice) => {
    await happen(`network-request.${kind}`, about([ours]));
    for (const one of [planner, broker, colleague]) expect(await kindsFor(one)).toEqual([notice]);
    for (const other of [brokerElsewhere, callerAs('provider-planner', competitor)])
      expect(await kindsFor(other)).toEqual([]);
  });

  it('is named by its identifier alone, and every look is written down', async () => {
    await happen('network-request.overdue', about([ours]));
    await database.owner.query('truncate audit_event cascade');
    const { data } = await askSubgraph(
      capacity,
      planner,
      '{ notices { edges { node { networkRequestId message } } } }',
    );
    expect(data?.['notices']).toEqual({
      edges: [{ node: { networkRequestId, message: expect.stringMatching(/48 uur/) } }],
    });
    expect(
      await database.owner.query(
        `select from audit_event where object_type = 'NetworkRequest' and $1 = any(object_ids)`,
        [networkRequestId],
      ),
    ).toHaveLength(1);
  });
});

describe('a notice', () => {
  it('comes once, also when its event comes twice', async () => {
    await happen('hold.accepted');
    await database.owner.query('update outbox set position = null');
    await relay(database.background, { schema: 'capacity', consumers: [tellPeople({})], logger });
    expect(await kindsFor(broker)).toEqual(['HOLD_ACCEPTED']);
  });

  it('may be read twice, under the same key and under another', async () => {
    await happen('hold.accepted');
    const [edge] = (await noticesOf(broker)).edges;
    const id = edge?.node.id ?? '';
    await markRead(broker, [id], 'same');
    expect((await markRead(broker, [id], 'same')).data?.['readNotices']).toMatchObject({ isReplay: true });
    expect((await markRead(broker, [id])).data?.['readNotices']).toMatchObject({ isReplay: false });
  });

  it('of another person is not found', async () => {
    await happen('hold.accepted');
    const [edge] = (await noticesOf(broker)).edges;
    for (const id of [edge?.node.id ?? '', holdId, 'x'])
      expect((await markRead(colleague, [id])).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await noticesOf(broker, { onlyUnread: true })).edges).toHaveLength(1);
  });

  it('is read with at most a hundred others', async () => {
    expect((await markRead(broker, [])).errors).toMatchObject([{ code: 'TOO_MANY_ROWS' }]);
    expect((await markRead(broker, Array.from({ length: 101 }, (_, n) => String(n)))).errors).toMatchObject([{ code: 'TOO_MANY_ROWS' }]); // prettier-ignore
  });
});

describe('the list of notices', () => {
  it('goes page by page from the newest', async () => {
    for (let minute = 0; minute < 5; minute++) {
      await database.setClock(`2026-11-21T12:0${minute}:00Z`);
      await happen(minute % 2 === 0 ? 'hold.accepted' : 'hold.refused');
    }
    const first = await noticesOf(broker, { first: 3 });
    const second = await noticesOf(broker, { first: 3, after: first.edges.at(-1)?.cursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...first.edges, ...second.edges].map(({ node }) => node.kind)).toEqual([
      'HOLD_ACCEPTED', 'HOLD_REFUSED', 'HOLD_ACCEPTED', 'HOLD_REFUSED', 'HOLD_ACCEPTED',
    ]); // prettier-ignore
    await database.setClock('2026-11-21T12:00:00Z');
  });

  it.each([
    writeCursor(['x']),
    writeCursor(['changes', '1']),
    writeCursor(['notices', '2026-99-99 00:00:00+00', holdId]),
    writeCursor(['notices', '2026-11-21 00:00:00+00', 'x']),
    writeCursor(['other', '2026-11-21 00:00:00+00', holdId]),
  ])('takes no cursor of another list: %s', async (after) => {
    expect((await ask(broker, { after })).errors).toMatchObject([{ code: 'CURSOR_INVALID', path: 'notices' }]);
  });

  it('costs the same statements for many notices as for one, and one that audits', async () => {
    for (let turn = 0; turn < 5; turn++) await happen('hold.accepted');
    database.statements.length = 0;
    await noticesOf(broker);
    expect(database.statements).toHaveLength(4);
  });

  it.each(roles.filter((role) => !['care-broker', 'case-owner', 'provider-planner', 'privacy-officer'].includes(role)))(
    'is not for %s',
    async (role) => {
      const { errors } = await ask(callerAs(role, ours));
      expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect((await markRead(callerAs(role, ours), [holdId])).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    },
  );
});
