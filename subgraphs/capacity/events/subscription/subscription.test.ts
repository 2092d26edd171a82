import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../../platform/identity/caller.js';
import { isWebhookSecret, newWebhookSecret } from '../../../../platform/sending/webhook/signature.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph, type SubgraphReply } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { toCapacityConfig } from '../../config.js';
import { openCapacity } from '../../server.js';

const ours = '20000000-0000-4000-8000-000000000001';
const competitor = '20000000-0000-4000-8000-000000000002';
const provider = callerAs('provider-system', ours);
const url = 'https://partner.example/hub';

const subscribe = `mutation ($input: SubscribeToEventsInput!) { subscribeToEvents(input: $input) {
  isReplay secret subscription { id url kinds state createdAt lastDeliveredAt failingSince lastFailure undeliveredCount } } }`;
const unsubscribe = `mutation ($input: UnsubscribeFromEventsInput!) { unsubscribeFromEvents(input: $input) { isReplay subscription { id state } } }`;
const list = '{ eventSubscriptions { edges { node { id url } } } }';

let database: CapacityDatabase;
let capacity: Subgraph;
let keys = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  capacity = await openCapacity(database.db, toCapacityConfig({}));
});

beforeEach(() => database.owner.query('truncate event_subscription cascade'));

afterAll(() => database.close());

interface Subscribed {
  readonly secret: string;
  readonly isReplay: boolean;
  readonly subscription: { readonly id: string };
}

const nextKey = (): string => `key-${keys++}`;

function trySubscribe(caller: Caller, wish: object = {}): Promise<SubgraphReply> {
  const input = { idempotencyKey: nextKey(), url, kinds: ['HOLD_REQUESTED'], ...wish };
  return askSubgraph(capacity, caller, subscribe, { input });
}

async function subscribeAs(caller: Caller, wish: object = {}): Promise<Subscribed> {
  const { data, errors } = await trySubscribe(caller, wish);
  expect(errors).toEqual([]);
  return data?.['subscribeToEvents'] as Subscribed;
}

async function listOf(caller: Caller): Promise<unknown[]> {
  const { data } = await askSubgraph(capacity, caller, list);
  return (data?.['eventSubscriptions'] as { edges: unknown[] }).edges;
}

describe('a provider that subscribes to its events', () => {
  it('gets a subscription and a secret of its own', async () => {
    const subscribed = await subscribeAs(provider, { kinds: ['HOLD_REQUESTED', 'FIGURE_STALE', 'HOLD_REQUESTED'] });
    expect(isWebhookSecret(subscribed.secret)).toBe(true);
    expect(subscribed).toMatchObject({
      isReplay: false,
      subscription: { url, kinds: ['HOLD_REQUESTED', 'FIGURE_STALE'], state: 'ACTIVE', undeliveredCount: 0 },
    });
    expect(await listOf(callerAs('provider-planner', ours))).toHaveLength(1);
    expect(await listOf(callerAs('provider-system', competitor))).toEqual([]);
  });

  it('may bring a secret, when it is long enough', async () => {
    const secret = newWebhookSecret();
    expect((await subscribeAs(provider, { secret })).secret).toBe(secret);
    expect((await trySubscribe(provider, { secret: 'whsec_short' })).errors).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
  });

  it('gets the same answer to the same request without the secret, and no second subscription', async () => {
    const idempotencyKey = nextKey();
    const first = await subscribeAs(provider, { idempotencyKey });
    expect(await subscribeAs(provider, { idempotencyKey })).toEqual({ ...first, isReplay: true, secret: null });
    expect(await listOf(provider)).toHaveLength(1);
  });

  it('leaves no secret in what is kept for that', async () => {
    const { secret } = await subscribeAs(provider);
    const kept: unknown = await database.owner.query('select answer from idempotency_key');
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is refused an address that the hub may not call', async () => {
    for (const wrong of ['http://partner.example/', 'https://127.0.0.1/', 'https://169.254.169.254/latest', 'x'])
      expect((await trySubscribe(provider, { url: wrong })).errors).toMatchObject([{ code: 'URL_NOT_ALLOWED' }]);
    expect(await listOf(provider)).toEqual([]);
  });

  it('is refused a wish for nothing, and an eleventh subscription', async () => {
    expect((await trySubscribe(provider, { kinds: [] })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    const replies = await Promise.all(Array.from({ length: 12 }, () => trySubscribe(provider)));
    const codes = replies.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual(['TOO_MANY_SUBSCRIPTIONS', 'TOO_MANY_SUBSCRIPTIONS']);
    expect(await listOf(provider)).toHaveLength(10);
  });

  it('may end it, after which its secret is gone', async () => {
    const { subscription } = await subscribeAs(provider);
    const input = { idempotencyKey: nextKey(), subscriptionId: subscription.id };
    const ended = await askSubgraph(capacity, provider, unsubscribe, { input });
    expect(ended.data?.['unsubscribeFromEvents']).toMatchObject({ isReplay: false, subscription: { state: 'ENDED' } });
    const again = await askSubgraph(capacity, provider, unsubscribe, { input });
    expect(again.data?.['unsubscribeFromEvents']).toMatchObject({ isReplay: true });
    expect(await listOf(provider)).toEqual([]);
    expect(await database.owner.query('select secret from event_subscription')).toEqual([{ secret: null }]);
  });
});

describe('a subscription of another organisation', () => {
  it('is not found', async () => {
    const { subscription } = await subscribeAs(provider);
    for (const subscriptionId of [subscription.id, '20000000-0000-4000-8000-000000000099', 'x']) {
      const input = { idempotencyKey: nextKey(), subscriptionId };
      const { errors } = await askSubgraph(capacity, callerAs('provider-system', competitor), unsubscribe, { input });
      expect(errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect(await listOf(provider)).toHaveLength(1);
  });
});

describe('who is no provider', () => {
  it.each(roles.filter((role) => !role.startsWith('provider')))('cannot subscribe: %s', async (role) => {
    expect((await trySubscribe(callerAs(role, ours))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await askSubgraph(capacity, callerAs(role, ours), list)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('a provider without an organisation cannot either', async () => {
    expect((await trySubscribe(callerAs('provider-system'))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
