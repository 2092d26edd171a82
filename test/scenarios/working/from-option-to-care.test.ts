import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { organisations } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { onceHoldIsKnown, openReferralScene, type ReferralScene } from '../../builders/scenes/referral-scene.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Placed {
  readonly id: string;
  readonly status: string;
  readonly rung: string;
  readonly isSecondary: boolean;
  readonly version: number;
}

interface CaseOfCare {
  readonly currentRung: string;
  readonly declineCount: number;
  readonly judgements: { verdict: string; isCurrent: boolean }[];
  readonly referrals: { id: string; state: string; declineReason: string | null }[];
  readonly placements: (Placed & { hold: { state: string } | null; endReason: string | null })[];
  readonly mentors: { endedOn: string | null }[];
}

const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const refused: [string, Actor, string][] = [
  ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
  ['another organisation', { role: 'case-owner', organisation: 'veilig-thuis' }, 'NOT_FOUND'],
  ['the provider', planner, 'FORBIDDEN'],
  ['the system of the provider', system, 'FORBIDDEN'],
  ['a member of the expert table', { role: 'ret-member' }, 'FORBIDDEN'],
  ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
  ['the privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
];

describe('a refused place, a second place, care starts', () => {
  let hub: TestHub;
  let holds: HoldScene;
  let referrals: ReferralScene;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    holds = await openHoldScene(hub);
    referrals = openReferralScene(hub);
    caseId = await caseIdOf(hub, 'FL-26-0014');
    const { data } = await hub.query<{ case: { ownerOrganisation: { id: string } } }>(
      'query ($id: ID!) { case(id: $id) { ownerOrganisation { id } } }',
      { id: caseId },
      broker,
    );
    const { key } = organisations.find(({ id }) => id === data.case.ownerOrganisation.id) ?? { key: '' };
    await referrals.agree(caseId, { role: 'case-owner', organisation: key });
  });
  afterAll(() => hub.close());

  const send = async (name: string, input: object, actor: Actor = broker) => {
    const given = { idempotencyKey: randomUUID(), ...input };
    const { data, errors } = await hub.query<Record<string, Record<string, unknown> | null>>(
      committedDocument(name),
      { input: given },
      actor,
    );
    const step = Object.values(data)[0] ?? null;
    return { step, codes: errors.map(({ extensions }) => extensions?.['code']) };
  };
  const place = async (name: string, input: object, actor: Actor = broker) => {
    const { step, codes } = await onceHoldIsKnown(() => send(name, input, actor));
    return { placed: step?.['placement'] as Placed | undefined, codes };
  };
  const of = (placed: Placed | undefined) => ({ placementId: placed?.id, version: placed?.version });

  async function read(actor: Actor = broker): Promise<CaseOfCare | null> {
    const { data } = await hub.query<{ case: CaseOfCare | null }>(
      committedDocument('case-placements'),
      { id: caseId },
      actor,
    );
    return data.case;
  }

  /** What the case shows, as soon as what it waits for has been told. */
  async function until(isThere: (shown: CaseOfCare) => boolean): Promise<CaseOfCare> {
    for (const start = performance.now(); ;) {
      const shown = await read();
      if (shown && isThere(shown)) return shown;
      if (performance.now() - start > 10_000) throw new Error('it is not told');
      await wait(50);
    }
  }

  /** A hold that lies before the provider with the case. */
  async function putBefore(): Promise<string> {
    const offerId = await holds.offerWith(1);
    const { hold } = await holds.hold({ caseId, offerId });
    const { codes } = await referrals.refer(caseId, 'rietvink', { offerId, holdId: hold?.id });
    expect(codes).toEqual([]);
    return hold?.id ?? '';
  }

  it('an option is put on the short list, and another is not gone on with', async () => {
    const [first, second] = [await holds.offerWith(1), await holds.offerWith(1)];
    expect((await send('shortlist-option', { caseId, offerId: first })).codes).toEqual([]);
    expect((await send('reject-option', { caseId, offerId: second, reason: 'TOO_FAR' })).codes).toEqual([]);
    expect((await read())?.judgements.map(({ verdict }) => verdict)).toEqual(['REJECTED', 'SHORTLISTED']);
  });

  it('the provider refuses the first place, which answers the referral too and is counted', async () => {
    const holdId = await putBefore();
    await holds.answer({ holdId, answer: 'REFUSE', reason: 'GROUP_MIX' });
    const shown = await until(({ declineCount }) => declineCount === 1);
    expect(shown.referrals[0]).toMatchObject({ state: 'DECLINED', declineReason: 'GROUP_MIX' });
    expect((await place('allocate-placement', { caseId, holdId })).codes).toEqual(['STATE_CONFLICT']);
  });

  it('a second place is accepted and allocated, care starts, and the hold is converted', async () => {
    const holdId = await putBefore();
    expect((await holds.answer({ holdId, answer: 'ACCEPT' })).codes).toEqual([]);
    await until(({ referrals: [newest] }) => newest?.state === 'ACCEPTED');
    const allocated = await place('allocate-placement', { caseId, holdId });
    expect(allocated).toMatchObject({ codes: [], placed: { status: 'ALLOCATED', isSecondary: false } });
    const started = await place('start-placement', of(allocated.placed));
    expect(started).toMatchObject({ codes: [], placed: { status: 'STARTED' } });
    const shown = await until(({ placements: [newest] }) => newest?.hold?.state === 'CONVERTED');
    expect([shown.currentRung, shown.placements[0]?.status]).toEqual([started.placed?.rung, 'STARTED']);
  });

  it('a place for time-out stands beside it, with a mentor whom the child chose', async () => {
    const { placed } = await place('allocate-placement', { caseId, rung: 'KINSHIP_FOSTER', isSecondary: true });
    const started = await place('start-placement', of(placed));
    expect(started.placed).toMatchObject({ status: 'STARTED', isSecondary: true });
    const { data } = await hub.query<{ kinshipTermsDue: { edges: { node: { id: string } }[] } }>(
      committedDocument('kinship-terms-due'),
      { withinDays: 92 },
      broker,
    );
    expect(data.kinshipTermsDue.edges.map(({ node }) => node.id)).toContain(placed?.id);
    expect((await send('register-mentor', { caseId, chosenOn: '2026-01-05' })).codes).toEqual([]);
    expect((await read())?.mentors).toMatchObject([{ endedOn: null }]);
  });

  it('care ends, the child goes home and the place is given back', async () => {
    const main = (await read())?.placements.find(({ isSecondary, status }) => !isSecondary && status === 'STARTED');
    const ending = { reason: 'ACCORDING_TO_PLAN', nextRung: 'OWN_HOME' };
    expect((await place('end-placement', { ...of(main), ...ending })).placed?.status).toBe('ENDED');
    const shown = await until(({ placements }) => placements.some(({ hold }) => hold?.state === 'ENDED'));
    expect(shown.currentRung).toBe('OWN_HOME');
  });

  it.each(refused)('%s neither judges, allocates, starts nor reads', async (_who, actor, code) => {
    const { placed } = await place('allocate-placement', { caseId, rung: 'OWN_HOME' });
    expect((await send('shortlist-option', { caseId, offerId: await holds.offerWith(1) }, actor)).codes).toEqual([
      code,
    ]);
    expect((await place('allocate-placement', { caseId, rung: 'OWN_HOME' }, actor)).codes).toEqual([code]);
    expect((await place('start-placement', of(placed), actor)).codes).toEqual([code]);
    expect((await send('register-mentor', { caseId, chosenOn: '2026-01-05' }, actor)).codes).toEqual([code]);
    expect(await read(actor)).toBeNull();
  });

  it.each<[string, Actor, string]>([
    ['another provider', planner, 'NOT_FOUND'],
    ['the broker', broker, 'FORBIDDEN'],
  ])('%s does not answer in the place of the provider, whose system may', async (_who, actor, code) => {
    const { id } = await referrals.refer(caseId, 'waterlelie');
    const yes = { referralId: id, answer: 'ACCEPT' };
    expect((await send('answer-referral', yes, actor)).codes).toEqual([code]);
    expect((await send('answer-referral', yes, { ...system, organisation: 'waterlelie' })).codes).toEqual([]);
    await referrals.withdraw(id, broker);
  });
});
