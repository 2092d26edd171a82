import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { answerSubject } from '../../../infra/data-subject/answer-subject.js';
import { readAsked } from '../../../infra/data-subject/arguments.js';
import { organisations } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { openReferralScene, type ReferralScene } from '../../builders/scenes/referral-scene.js';
import { soon } from '../../builders/soon.js';
import { testSealer } from '../../content-keys.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const number = 'FL-26-0014';
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const strangers: readonly Actor[] = [
  { role: 'provider-system', organisation: 'waterlelie' },
  { role: 'case-owner', organisation: 'veilig-thuis' },
  broker,
];

interface Change {
  readonly kind: string;
  readonly referralId: string | null;
}

interface Told {
  readonly changesSince: { readonly edges: { readonly node: Change }[]; readonly cursor: string };
}

describe.each(['one-process', 'processes'] as const)('a provider before which a case is put (%s)', (form) => {
  let hub: TestHub;
  let scene: ReferralScene;
  let caseId: string;
  let owner: Actor;
  let cursor: string;

  beforeAll(async () => {
    hub = await startTestHub({ form });
    scene = openReferralScene(hub);
    caseId = await caseIdOf(hub, number);
    const document = 'query ($id: ID!) { case(id: $id) { ownerOrganisation { id } } }';
    type Owned = { case: { ownerOrganisation: { id: string } } };
    const { data } = await scene.ask<Owned>(document, { id: caseId }, broker);
    const { key } = organisations.find(({ id }) => id === data.case.ownerOrganisation.id) ?? { key: '' };
    owner = { role: 'case-owner', organisation: key };
    await scene.agree(caseId, owner);
    cursor = (await changes(system, { from: 'NOW' })).cursor;
  });
  afterAll(() => hub.close());

  async function changes(actor: Actor, variables: object): Promise<Told['changesSince']> {
    const { data, codes } = await scene.ask<Told>(committedDocument('provider-changes'), variables, actor);
    expect(codes).toEqual([]);
    return data.changesSince;
  }

  /** What comes after all that was read before, as soon as something does. */
  const next = (): Promise<Change[]> =>
    soon(async () => {
      const page = await changes(system, { cursor });
      cursor = page.cursor;
      const told = page.edges.map(({ node }) => node).filter(({ referralId }) => referralId !== null);
      return told.length > 0 ? told : undefined;
    });

  async function noticed(): Promise<[kind: string, referralId: string | null, message: string][]> {
    type Notices = { notices: { edges: { node: Change & { message: string } }[] } };
    const { data } = await scene.ask<Notices>(committedDocument('planner-notices'), { onlyUnread: true }, planner);
    return data.notices.edges.map(({ node }) => [node.kind, node.referralId, node.message]);
  }

  it('hears of it by its identifier alone, its system and its planners, and reads it with rights of its own', async () => {
    const { id } = await scene.refer(caseId, 'rietvink');
    expect(await next()).toEqual([expect.objectContaining({ kind: 'REFERRAL_MADE', referralId: id })]);
    expect((await noticed())[0]).toEqual(['REFERRAL_MADE', id, expect.stringContaining('voorgelegd')]);
    const read = await scene.ask<{ referral: { id: string } }>(
      'query ($id: ID!) { referral(id: $id) { id } }',
      { id },
      system,
    );
    expect(read.data.referral).toEqual({ id });
    for (const stranger of strangers)
      expect([stranger, (await changes(stranger, {})).edges.filter(({ node }) => node.referralId !== null)]).toEqual([
        stranger,
        [],
      ]);
    expect(await eventsNaming(caseId)).toBe(0);
  });

  it('hears that it was taken back', async () => {
    await scene.withdrawConsent(caseId, 'YOUTH', owner);
    expect(await next()).toEqual([expect.objectContaining({ kind: 'REFERRAL_WITHDRAWN' })]);
    expect((await noticed())[0]).toEqual(['REFERRAL_WITHDRAWN', expect.any(String), expect.stringContaining('meer')]);
  });

  it('hears that it is gone when the family has the case erased, and nothing leads to the case any more', async () => {
    await scene.agree(caseId, owner);
    const { id } = await scene.refer(caseId, 'rietvink');
    expect(await next()).toEqual([expect.objectContaining({ kind: 'REFERRAL_MADE', referralId: id })]);
    const words = ['erase', number, '--release-holds', '--by', 'FG'];
    const files = { sealer: testSealer(), erasures: join(hub.dataFolder, 'erasures.jsonl') };
    await answerSubject(hub.database.url('owner'), files, readAsked(words));
    expect(await next()).toEqual([expect.objectContaining({ kind: 'REFERRAL_WITHDRAWN', referralId: id })]);
    const read = await scene.ask<{ referral: unknown }>(
      'query ($id: ID!) { referral(id: $id) { id } }',
      { id },
      planner,
    );
    expect([read.data.referral, read.codes]).toEqual([null, ['NOT_FOUND']]);
    expect(await eventsNaming(caseId)).toBe(0);
  });

  /** How many of the events that partners may read name something. */
  async function eventsNaming(text: string): Promise<number> {
    return withClient(hub.database.url('owner'), async (client) => {
      const { rowCount } = await client.query('select from capacity.outbox o where o::text like $1', [`%${text}%`]);
      return rowCount ?? 0;
    });
  }
});
