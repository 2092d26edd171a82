import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startMailServer, type MailServer } from '../../builders/partners/mail-server.js';
import { soon } from '../../builders/soon.js';
import { startWebhookReceiver, type WebhookReceiver } from '../../builders/partners/webhook-receiver.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Told {
  readonly changesSince: {
    readonly edges: { node: { id: string; kind: string; holdId: string | null } }[];
    readonly cursor: string;
  };
}

interface Notices {
  readonly notices: {
    readonly edges: { node: { id: string; kind: string; message: string; holdId: string | null } }[];
  };
}

const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const competitor: Actor = { role: 'provider-system', organisation: 'waterlelie' };
const owner: Actor = { role: 'case-owner' };
const notices = '{ notices(onlyUnread: true) { edges { node { id kind message holdId } } } }';

describe.each(['one-process', 'processes'] as const)('a hold, from request to answer (%s)', (form) => {
  let hub: TestHub;
  let partner: WebhookReceiver;
  let mail: MailServer;
  let secret: string;
  let cursor: string;
  let holdId: string;

  beforeAll(async () => {
    partner = await startWebhookReceiver();
    mail = await startMailServer();
    const environment = { WEBHOOK_LOOPBACK: 'on', SMTP_URL: mail.url, MAIL_FROM: 'hub@example.org' };
    hub = await startTestHub({ form, environment });
  });

  afterAll(async () => {
    await hub.close();
    await partner.close();
    await mail.close();
  });

  async function ask<D>(document: string, variables: object, actor: Actor): Promise<D> {
    const { data, errors } = await hub.query<D>(document, variables, actor);
    expect(errors).toEqual([]);
    return data;
  }

  const change = <D>(document: string, input: object, actor: Actor): Promise<D> =>
    ask<D>(document, { input: { idempotencyKey: randomUUID(), ...input } }, actor);

  const changes = (actor: Actor, variables: object): Promise<Told> =>
    ask<Told>(committedDocument('changes-since'), variables, actor);

  /** Asks until there is something, as long as somebody would wait. */
  /** An offer of the provider with two places free. */
  async function freeOffer(): Promise<string> {
    const { offers } = await ask<{ offers: { edges: { node: { id: string } }[] } }>(
      '{ offers(first: 1) { edges { node { id } } } }',
      {},
      planner,
    );
    const id = offers.edges[0]?.node.id ?? '';
    await withClient(hub.database.url('owner'), async (client) => {
      await client.query(
        `update capacity.hold set ended_at = hub_now(), ended_as = 'RELEASED' where offer_id = $1 and ended_at is null`,
        [id],
      );
      await client.query('delete from capacity.closure where offer_id = $1', [id]);
      await client.query('delete from capacity.capacity_report where offer_id = $1', [id]);
      await client.query(
        `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
         select id, 1, hub_now(), 'test', 'MACHINE', 'HAS_CAPACITY', 2, 4, unit from capacity.offer where id = $1`,
        [id],
      );
    });
    return id;
  }

  it('a provider subscribes, a broker registers an address', async () => {
    const subscribed = await change<{ subscribeToEvents: { secret: string } }>(
      committedDocument('subscribe-to-events'),
      { url: partner.url, kinds: ['HOLD_REQUESTED', 'HOLD_REFUSED'] },
      system,
    );
    ({ secret } = subscribed.subscribeToEvents);
    ({ cursor } = (await changes(system, { from: 'NOW' })).changesSince);
    const set = 'mutation ($input: SetNoticeAddressInput!) { setNoticeAddress(input: $input) { isReplay } }';
    await change(set, { address: 'broker@example.org' }, broker);
    const code = await soon(() => /: ([A-Z2-9]{10})\s/.exec(mail.received[0]?.source ?? '')?.[1]);
    const confirm =
      'mutation ($input: ConfirmNoticeAddressInput!) { confirmNoticeAddress(input: $input) { isReplay } }';
    await change(confirm, { code }, broker);
  });

  it('the hold reaches the provider: its system by a signed message, its planner by a notice', async () => {
    const caseId = await caseIdOf(hub, 'FL-26-0042');
    const placed = await change<{ holdPlace: { hold: { id: string } } }>(
      committedDocument('hold-place'),
      { caseId, offerId: await freeOffer(), quantity: 1 },
      broker,
    );
    holdId = placed.holdPlace.hold.id;
    const { body, headers } = await soon(() => partner.taken[0]);
    new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(JSON.parse(body)).toMatchObject({ type: 'thuisbasis.hold.requested', data: { holdId } });
    expect(body).not.toContain(caseId);
    const notice = await soon(async () => (await ask<Notices>(notices, {}, planner)).notices.edges.find(({ node }) => node.holdId === holdId)); // prettier-ignore
    expect(notice.node).toMatchObject({ kind: 'HOLD_REQUESTED', message: expect.stringContaining('Geef antwoord') });
  });

  it('the answer reaches the broker: by a notice and by a mail that says nothing of it', async () => {
    await change(committedDocument('answer-hold'), { holdId, answer: 'REFUSE', reason: 'GROUP_MIX' }, planner);
    const notice = await soon(async () => (await ask<Notices>(notices, {}, broker)).notices.edges[0]);
    expect(notice.node).toMatchObject({ kind: 'HOLD_REFUSED', holdId });
    const { source } = await soon(() => mail.received[1]);
    expect(source).toContain('er is een antwoord op uw reservering');
    expect(source).not.toMatch(new RegExp(`${holdId}|FL-26|geweigerd`));
  });

  it('whoever was not listening reads on from a cursor, each what it may see', async () => {
    const kinds = async (actor: Actor): Promise<string[]> =>
      (await changes(actor, { cursor })).changesSince.edges
        .filter(({ node }) => node.holdId === holdId)
        .map(({ node }) => node.kind);
    expect(await kinds(system)).toEqual(['HOLD_REQUESTED', 'HOLD_REFUSED']);
    expect(await kinds(broker)).toEqual(['HOLD_REQUESTED', 'HOLD_REFUSED']);
    expect(await kinds(competitor)).toEqual([]);
    expect(await kinds({ ...broker, region: 'region-2' })).toEqual([]);
    const { edges } = (await changes(system, { cursor })).changesSince;
    const [taken] = partner.taken;
    expect(edges.map(({ node }) => node.id)).toContain((JSON.parse(taken?.body ?? '{}') as { id: string }).id);
    expect(Array.isArray(await kinds(owner))).toBe(true);
  });

  it('is told in order, and goes on after PostgreSQL dropped every connection', async () => {
    await withClient(hub.database.url('owner'), (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and application_name like '%background'`),
    );
    const before = partner.taken.length;
    const caseId = await caseIdOf(hub, 'FL-26-0041');
    await change(committedDocument('hold-place'), { caseId, offerId: await freeOffer(), quantity: 1 }, broker);
    const { body } = await soon(() => partner.taken[before]);
    expect(JSON.parse(body)).toMatchObject({ type: 'thuisbasis.hold.requested' });
    const types = partner.taken.map((message) => (JSON.parse(message.body) as { type: string }).type);
    expect(types.slice(0, 2)).toEqual(['thuisbasis.hold.requested', 'thuisbasis.hold.refused']);
  });
});
