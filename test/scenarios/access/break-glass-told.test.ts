import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startMailServer, type MailServer } from '../../builders/partners/mail-server.js';
import { soon } from '../../builders/soon.js';
import { startTestHub, type TestHub } from '../../hub.js';

const owner: Actor = { role: 'case-owner', organisation: 'veilig-thuis' };
const officer: Actor = { role: 'privacy-officer' };
const officerAddress = 'fg@example.org';
const promisedMs = 10_000;

interface Notices {
  readonly notices: { readonly edges: { readonly node: { kind: string; breakGlassId: string | null } }[] } | null;
}

describe.each(['one-process', 'processes'] as const)('emergency access in a running hub (%s)', (form) => {
  let hub: TestHub;
  let mail: MailServer;
  let caseId: string;
  let id: string;

  beforeAll(async () => {
    mail = await startMailServer();
    hub = await startTestHub({
      form,
      environment: {
        SMTP_URL: mail.url,
        MAIL_FROM: 'hub@example.org',
        PRIVACY_OFFICER_MAIL: JSON.stringify({ flevoland: officerAddress }),
      },
    });
    type Cases = { cases: { edges: { node: { id: string; isRestricted: boolean } }[] } };
    const { data } = await hub.query<Cases>('{ cases(first: 100) { edges { node { id isRestricted } } } }', {}, owner);
    caseId = data.cases.edges.find(({ node }) => node.isRestricted)?.node.id ?? '';
  });
  afterAll(async () => {
    await hub.close();
    await mail.close();
  });

  async function open(): Promise<string> {
    type Opened = { breakGlass: { breakGlass: { id: string } } };
    const input = {
      ...{ idempotencyKey: randomUUID(), caseId, reason: 'IMMEDIATE_DANGER' },
      explanation: 'Vader staat nu bij de school, er moet vandaag een plek zijn.',
    };
    const actor = { ...broker, subject: 'els', secondFactorMinutesAgo: 1 };
    const { data, errors } = await hub.query<Opened>(committedDocument('break-glass'), { input }, actor);
    expect(errors).toEqual([]);
    return data.breakGlass.breakGlass.id;
  }

  async function toldTo(actor: Actor): Promise<(string | null)[]> {
    const { data } = await hub.query<Notices>(committedDocument('break-glass-notices'), {}, actor);
    return data.notices?.edges.map(({ node }) => node.breakGlassId) ?? ['refused'];
  }

  it('is a notice for owner and officer within ten seconds, by the clock of the database', async () => {
    id = await open();
    const tookMs = await withClient(hub.database.url('owner'), (client) =>
      soon(async () => {
        const { rows } = await client.query<{ ms: number }>(
          `select (extract(epoch from hub_now() - min(g.opened_at)) * 1000)::float as ms
           from cases.break_glass g join capacity.notice n on n.break_glass_id = g.id having count(*) = 2`,
        );
        return rows[0]?.ms;
      }, promisedMs),
    );
    expect(tookMs).toBeLessThan(promisedMs);
    for (const reader of [owner, officer]) expect(await toldTo(reader)).toEqual([id]);
  });

  it('is a mail to the officers within ten seconds, with its identifier and nothing of the case', async () => {
    const { source } = await soon(() => mail.received[0], promisedMs);
    expect(mail.received.map(({ to }) => to)).toEqual([officerAddress]);
    expect(source).toContain(id);
    expect(source).not.toMatch(new RegExp(`${caseId}|FL-26|IMMEDIATE|school`));
  });

  it('can be looked up by who was told of it', async () => {
    type Listed = { breakGlasses: { edges: { node: { id: string; caseId: string } }[] } };
    for (const reader of [owner, officer]) {
      const { data } = await hub.query<Listed>(committedDocument('break-glasses'), {}, reader);
      expect(data.breakGlasses.edges[0]?.node).toMatchObject({ id, caseId });
    }
  });

  it('stands in the list of who looked as what it is, with the look that rested on it', async () => {
    const els = { ...broker, subject: 'els' };
    await hub.query('query ($id: ID!) { case(id: $id) { postcode4 } }', { id: caseId }, els);
    type Accesses = { caseAccesses: { edges: { node: { event: string; userId: string; isBreakGlass: boolean } }[] } };
    for (const reader of [owner, officer]) {
      const { data } = await hub.query<Accesses>(committedDocument('case-accesses'), { caseId }, reader);
      const resting = data.caseAccesses.edges.filter(({ node }) => node.isBreakGlass);
      expect(resting.map(({ node }) => node.event)).toEqual(['CASE_READ', 'BREAKGLASS_CREATED']);
      for (const { node } of resting) expect(node.userId).toMatch(/#els$/);
    }
  });

  it.each<[string, Actor, readonly string[]]>([
    ['the owner of other cases', { role: 'case-owner' }, []],
    ['an officer of another region', { ...officer, region: 'region-2' }, []],
    ['a broker of the region', broker, []],
    ['a planner', { role: 'provider-planner' }, []],
    ['a system of a provider', { role: 'provider-system' }, ['refused']],
    ['an analyst', { role: 'analyst' }, ['refused']],
  ])('is told to nobody else: %s', async (_who, actor, answer) => {
    expect(await toldTo(actor)).toEqual(answer);
  });
});
