import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { createLogger } from '../../../../platform/process/logger.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { relay } from '../../../../platform/outbox/relay.js';
import { webhookSender, type WebhookSender } from '../../../../platform/sending/webhook/post-webhook.js';
import { newWebhookSecret } from '../../../../platform/sending/webhook/signature.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { startWebhookReceiver, type WebhookReceiver } from '../../../../test/builders/partners/webhook-receiver.js';
import { subscriptionStore } from '../subscription/subscription.store.js';
import { deliverEvents } from './deliver.js';
import { announceToSubscriptions } from './delivery.store.js';

const logger = createLogger('test', 'silent');
const ours = '20000000-0000-4000-8000-000000000001';
const competitor = '20000000-0000-4000-8000-000000000002';
const noon = Date.parse('2026-11-21T12:00:00Z');
const secret = newWebhookSecret();

let database: CapacityDatabase;
let sender: WebhookSender;
let partner: WebhookReceiver;
let minutes = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  sender = webhookSender({ isLoopbackAllowed: true, timeoutMs: 1_000 });
});

beforeEach(async () => {
  await database.owner.query('truncate outbox, event_subscription cascade');
  await pass(1);
  partner = await startWebhookReceiver();
});

afterEach(() => partner.close());

afterAll(async () => {
  await sender.close();
  await database.close();
});

async function pass(more: number): Promise<void> {
  minutes += more;
  await database.setClock(new Date(noon + minutes * 60_000).toISOString());
}

function subscribe(wish: { url?: string; kinds?: string[] } = {}): Promise<string> {
  const { url = partner.url, kinds = ['hold.requested'] } = wish;
  return subscriptionStore(database.background.manager).insert({
    organisationId: ours,
    subject: 's',
    url,
    kinds,
    secret,
  });
}

async function happen(organisationId: string, kind: string, ...offerIds: string[]): Promise<void> {
  await emit(
    database.background.manager,
    offerIds.map((offerId) => ({ kind, organisationId, region: 'flevoland', subject: 'somebody', data: { offerId } })),
  );
  await relay(database.background, { schema: 'capacity', consumers: [], announce: announceToSubscriptions, logger });
}

const deliver = (): Promise<void> => deliverEvents(database.background, sender, new AbortController().signal);

const offersTaken = (): unknown[] =>
  partner.taken.map(({ body }) => (JSON.parse(body) as { data: { offerIds: string[] } }).data.offerIds[0]);

async function subscriptionNow(): Promise<Record<string, unknown>> {
  const [row] = await database.owner.query<Record<string, unknown>[]>(
    'select attempts, last_failure, suspended_at is not null as is_suspended, failing_since is not null as is_failing from event_subscription',
  );
  return row ?? {};
}

const suspensions = (): Promise<unknown[]> =>
  database.owner.query(`select organisation_id, data from outbox where kind = 'subscription.suspended'`);

describe('a partner that subscribed', () => {
  it('gets a signed CloudEvent with identifiers only', async () => {
    await subscribe();
    await happen(ours, 'hold.requested', 'offer-1');
    await deliver();
    const [message] = partner.taken;
    const headers = message?.headers as Record<string, string>;
    const event = HTTP.toEvent({ headers, body: message?.body ?? '' });
    expect(event).toMatchObject({
      specversion: '1.0',
      source: 'urn:thuisbasis:capacity',
      type: 'thuisbasis.hold.requested',
      datacontenttype: 'application/json',
      data: { organisationId: ours, offerIds: ['offer-1'], holdId: null, entryId: null, subscriptionId: null },
    });
    expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(headers['webhook-id']).toBe((event as { id: string }).id);
    expect(new Webhook(secret).verify(message?.body ?? '', headers)).toBeDefined();
    expect(message?.body).not.toMatch(/somebody|flevoland/);
  });

  it('gets what it asked for of its own organisation, from then on, in order, once', async () => {
    await happen(ours, 'hold.requested', 'before');
    await subscribe();
    await happen(ours, 'hold.requested', 'a', 'b');
    await happen(ours, 'figure.stale', 'of another kind');
    await happen(competitor, 'hold.requested', 'of a competitor');
    await happen(ours, 'hold.requested', 'c');
    await deliver();
    await deliver();
    expect(offersTaken()).toEqual(['a', 'b', 'c']);
  });

  it('gets each event once when several workers deliver', async () => {
    await subscribe();
    const offers = Array.from({ length: 40 }, (_, n) => `offer-${n}`);
    await happen(ours, 'hold.requested', ...offers);
    await Promise.all(Array.from({ length: 4 }, deliver));
    expect(offersTaken()).toEqual(offers);
  });

  it('gets what it missed while it was away, in order', async () => {
    await subscribe();
    partner.answerWith(503);
    await happen(ours, 'hold.requested', 'a', 'b');
    await deliver();
    await deliver();
    expect(await subscriptionNow()).toMatchObject({ attempts: 1, last_failure: 'NOT_TAKEN', is_failing: true });
    partner.answerWith(200);
    await pass(1);
    await deliver();
    expect(offersTaken()).toEqual(['a', 'b']);
    expect(await subscriptionNow()).toMatchObject({ attempts: 0, last_failure: null, is_failing: false });
  });

  it('gets an event again when the worker died before it was written down', async () => {
    await subscribe();
    await happen(ours, 'hold.requested', 'a');
    await database.owner.query(
      `update event_subscription set lease = gen_random_uuid(), leased_until = hub_now() + interval '1 minute'`,
    );
    await deliver();
    expect(offersTaken()).toEqual([]);
    await pass(2);
    await deliver();
    expect(offersTaken()).toEqual(['a']);
  });

  it('is told nothing more once it unsubscribed', async () => {
    const id = await subscribe();
    await happen(ours, 'hold.requested', 'a');
    await subscriptionStore(database.background.manager).end(ours, id);
    await deliver();
    expect(partner.taken).toEqual([]);
  });
});

describe('a partner that does not take an event', () => {
  it('holds up nobody else', async () => {
    await subscribe({ url: 'http://127.0.0.1:9/' });
    await subscribe();
    await happen(ours, 'hold.requested', 'a');
    await deliver();
    expect(offersTaken()).toEqual(['a']);
  });

  it('gets the next one after eight attempts over hours', async () => {
    await subscribe();
    partner.answerWith(400);
    await happen(ours, 'hold.requested', 'bad', 'good');
    for (let attempt = 1; attempt <= 8; attempt++) {
      await deliver();
      if (attempt < 8) expect(await subscriptionNow()).toMatchObject({ attempts: attempt });
      await pass(300);
    }
    expect(await subscriptionNow()).toMatchObject({ attempts: 0, is_suspended: false });
    expect(await database.owner.query('select failure from undelivered_event')).toEqual([{ failure: 'NOT_TAKEN' }]);
    partner.answerWith(204);
    await deliver();
    expect(offersTaken()).toEqual(['good']);
  });

  it('is left alone after three days, and its organisation is told', async () => {
    await subscribe();
    partner.answerWith(500);
    await happen(ours, 'hold.requested', 'a');
    await deliver();
    await pass(3 * 24 * 60);
    await deliver();
    expect(await subscriptionNow()).toMatchObject({ is_suspended: true });
    expect(await suspensions()).toEqual([{ organisation_id: ours, data: { subscriptionId: expect.any(String) } }]);
    partner.answerWith(204);
    await pass(3 * 24 * 60);
    await deliver();
    expect(partner.taken).toEqual([]);
  });

  it('is left alone at once when it says that it is gone', async () => {
    await subscribe();
    partner.answerWith(410);
    await happen(ours, 'hold.requested', 'a');
    await deliver();
    expect(await subscriptionNow()).toMatchObject({ is_suspended: true, last_failure: 'GONE' });
    expect(await suspensions()).toHaveLength(1);
  });
});

describe('events that a partner does not want', () => {
  it('cost it nothing: nobody looks for them', async () => {
    await subscribe();
    await happen(ours, 'figure.stale', ...Array.from({ length: 50 }, (_, n) => `offer-${n}`));
    database.statements.length = 0;
    await deliver();
    expect(database.statements).toHaveLength(1);
    await happen(ours, 'hold.requested', 'a');
    await deliver();
    expect(offersTaken()).toEqual(['a']);
  });
});

describe('a partner that subscribes while events are published', () => {
  it('misses none that is published after it', async () => {
    await database.owner.transaction(async (tx) => {
      await subscriptionStore(tx).insert({
        organisationId: ours,
        subject: 's',
        url: partner.url,
        kinds: ['hold.requested'],
        secret,
      });
      const publishing = happen(ours, 'hold.requested', 'meanwhile');
      await tx.query('select pg_sleep(0.2)');
      publishing.catch(() => undefined);
    });
    await happen(ours, 'figure.stale', 'other');
    await deliver();
    expect(offersTaken()).toEqual(['meanwhile']);
  });
});
