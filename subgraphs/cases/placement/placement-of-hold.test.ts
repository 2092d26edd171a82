import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { of, openPlacementDesk, type Placed, type PlacementDesk } from '../../../test/builders/desks/placement-desk.js';
import { people } from '../../../test/builders/desks/referral-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';

const { broker, provider } = people;
const caseId = idOf(1);
const holdId = idOf(702);
let desk: PlacementDesk;

beforeAll(async () => {
  desk = await openPlacementDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

async function allocate(input: object = { holdId }): Promise<Placed> {
  const { placed, codes } = await desk.step('allocatePlacement', { caseId, ...input });
  if (!placed) throw new Error(`no placement: ${codes.join()}`);
  return placed;
}

async function standing(): Promise<unknown> {
  const rows = await desk.database.owner.query<{ status: string }[]>(
    'select status from placement order by allocated_at',
  );
  return rows.map(({ status }) => status);
}

describe('care of a hold', () => {
  it('takes provider, offer and rung from the hold that the provider said yes to', async () => {
    expect((await desk.step('allocatePlacement', { caseId, holdId })).codes).toEqual(['STATE_CONFLICT']);
    await desk.tellHold('ACTIVE');
    expect((await desk.step('allocatePlacement', { caseId, holdId, rung: 'SECURE' })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await allocate()).toMatchObject({
      ...{ rung: 'FOSTER', organisation: { id: idOf(801) }, offer: { id: idOf(701) }, hold: { id: holdId } },
    });
    expect((await desk.step('allocatePlacement', { caseId, holdId })).codes).toEqual(['PLACED_ALREADY']);
  });

  it('is not for another case, nor of a hold that nobody told of', async () => {
    await desk.tellHold('ACTIVE');
    for (const asked of [
      { caseId: idOf(2), holdId },
      { caseId, holdId: idOf(709) },
      { caseId, holdId: 'x' },
    ])
      expect((await desk.step('allocatePlacement', asked)).codes).toEqual(['HOLD_NOT_KNOWN']);
  });

  it('does not start of a hold past its term, whether that was told or not', async () => {
    await desk.tellHold('ACTIVE', { expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    const placed = await allocate();
    await desk.tellHold('ACTIVE', { expiresAt: new Date(Date.now() - 1_000).toISOString() });
    expect((await desk.step('startPlacement', of(placed))).codes).toEqual(['STATE_CONFLICT']);
  });

  it.each([
    ['RELEASED', 'CANCELLED'],
    ['EXPIRED', 'CANCELLED'],
    ['CONVERTED', 'STARTED'],
    ['ENDED', 'ENDED'],
  ])('that was allocated is, once its hold is %s, %s', async (state, status) => {
    await desk.tellHold('ACTIVE');
    await allocate();
    await desk.tellHold(state);
    expect(await standing()).toEqual([status]);
  });

  it.each([
    ['RELEASED', 'STARTED'],
    ['EXPIRED', 'STARTED'],
    ['CONVERTED', 'STARTED'],
    ['ENDED', 'ENDED'],
  ])('that has started is, once its hold is %s, %s', async (state, status) => {
    await desk.tellHold('ACTIVE');
    await desk.start(await allocate());
    await desk.tellHold(state);
    expect(await standing()).toEqual([status]);
  });

  it('is not changed by what is older than what was told, nor by what is told twice', async () => {
    await desk.tellHold('ACTIVE');
    await allocate();
    await desk.tellHold('CONVERTED', { version: 100 });
    await desk.tellHold('RELEASED', { version: 99 });
    await desk.tellHold('CONVERTED', { version: 100 });
    expect((await desk.placementEvents()).map(({ kind }) => kind)).toEqual([
      'placement.allocated',
      'placement.started',
    ]);
  });

  it('that its hold starts beside a main placement is a second place', async () => {
    await desk.start(await desk.allocateAtHome('COMMUNITY_SUPPORT'));
    await desk.tellHold('ACTIVE');
    await allocate();
    await desk.tellHold('CONVERTED');
    const rows = await desk.database.owner.query<object[]>(
      'select status, is_secondary from placement where hold_id is not null',
    );
    expect(rows).toEqual([{ status: 'STARTED', is_secondary: true }]);
    expect(await desk.rungOf(1)).toBe('COMMUNITY_SUPPORT');
  });
});

describe('the answer of a provider', () => {
  const answer = (referralId: string, given: object, caller = provider) =>
    desk.ask(caller, answering, { input: { idempotencyKey: crypto.randomUUID(), referralId, ...given } });
  const answering = `mutation ($input: AnswerReferralInput!) { answerReferral(input: $input) {
    referral { state declineReason need { rungs } region } } }`;
  const declines = async () =>
    (await desk.ask(broker, `query ($id: ID!) { case(id: $id) { declineCount } }`, { id: caseId })).data;

  it('is yes, after which care is allocated', async () => {
    const { id } = await desk.refer(broker, 1, { offerId: idOf(801) });
    expect((await desk.step('allocatePlacement', { caseId, referralId: id })).codes).toEqual(['STATE_CONFLICT']);
    expect((await answer(id, { answer: 'ACCEPT' })).data).toMatchObject({
      answerReferral: { referral: { state: 'ACCEPTED' } },
    });
    expect(await allocate({ referralId: id })).toMatchObject({ rung: 'FOSTER', offer: { id: idOf(801) } });
    expect((await desk.events()).map(({ kind }) => kind)).toEqual(['referral.made', 'referral.accepted']);
  });

  it('is no with a reason, after which nothing of the child is told, and the case can be put before it anew', async () => {
    const { id } = await desk.refer(broker, 1);
    const { data } = await answer(id, { answer: 'DECLINE', reason: 'GROUP_MIX' });
    expect(data).toEqual({
      answerReferral: { referral: { state: 'DECLINED', declineReason: 'GROUP_MIX', need: null, region: null } },
    });
    expect(await declines()).toEqual({ case: { declineCount: 1 } });
    expect((await desk.refer(broker, 1)).codes).toEqual([]);
  });

  it.each([
    [{ answer: 'DECLINE' }, 'BAD_USER_INPUT'],
    [{ answer: 'ACCEPT', reason: 'SAFETY' }, 'BAD_USER_INPUT'],
  ])('says why exactly when it is no: %j', async (given, code) => {
    const { id } = await desk.refer(broker, 1);
    expect((await answer(id, given)).codes).toEqual([code]);
  });

  it('is given once, by the provider before which the case lies and by nobody else', async () => {
    const { id } = await desk.refer(broker, 1);
    expect((await answer(id, { answer: 'ACCEPT' }, people.otherProvider)).codes).toEqual(['NOT_FOUND']);
    expect((await answer(id, { answer: 'ACCEPT' }, broker)).codes).toEqual(['FORBIDDEN']);
    await answer(id, { answer: 'ACCEPT' });
    expect((await answer(id, { answer: 'DECLINE', reason: 'SAFETY' })).codes).toEqual(['STATE_CONFLICT']);
  });

  it('to a hold is that to the referral that names it', async () => {
    const { id } = await desk.refer(broker, 1, { holdId });
    expect((await answer(id, { answer: 'ACCEPT' })).codes).toEqual(['HOLD_ANSWERS']);
    await desk.tellHold('REFUSED', { refusalCode: 'NO_CAPACITY' });
    const rows = await desk.database.owner.query<object[]>('select decline_reason from referral');
    expect(rows).toEqual([{ decline_reason: 'NO_CAPACITY' }]);
    expect(await declines()).toEqual({ case: { declineCount: 1 } });
  });

  it('was yes already, where the hold was accepted before the case was put before it', async () => {
    await desk.tellHold('ACTIVE');
    expect((await desk.refer(broker, 1, { holdId })).step?.referral?.state).toBe('ACCEPTED');
  });

  it.each<[string, object, string]>([
    ['an organisation without offers', { organisationId: idOf(809) }, 'PROVIDER_NOT_KNOWN'],
    ['an offer of another', { offerId: idOf(802) }, 'PROVIDER_NOT_KNOWN'],
    ['an offer that nobody told of', { offerId: idOf(803) }, 'PROVIDER_NOT_KNOWN'],
    ['a hold that nobody told of', { holdId: idOf(709) }, 'HOLD_NOT_KNOWN'],
    ['a hold at another', { holdId, organisationId: idOf(802) }, 'PROVIDER_NOT_KNOWN'],
  ])('is not asked of %s', async (_what, input, code) => {
    expect((await desk.refer(broker, 1, input)).codes).toEqual([code]);
  });
});
