import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../../test/builders/desks/referral-desk.js';

const { owner, broker, provider, otherProvider } = people;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const gone = { found: null, codes: ['NOT_FOUND'] };

describe('what a provider reads', () => {
  it('is the pseudonym, the age band, the region and the need in codes', async () => {
    const { id, step } = await desk.refer(broker, 1, { offerId: idOf(701), holdId: idOf(702) });
    const document = `query ($id: ID!) { referral(id: $id) { id pseudonym state organisation { id } region ageBand ground madeAt withdrawnAt offer { id } hold { id }
      need { rungs heaviestRung sex startByOn durationWeeks hoursPerWeek timeWindows childrenTogether characteristics placeFeatures languages legalFrameworks isCrisis } } }`;
    const { data, codes } = await desk.ask(provider, document, { id: id });
    expect(codes).toEqual([]);
    expect(data?.['referral']).toMatchObject({
      id: id,
      pseudonym: step?.referral?.pseudonym,
      state: 'OPEN',
      organisation: { id: idOf(801) },
      region: 'Flevoland',
      ageBand: 'AGE_18_22',
      ground: 'CONSENT',
      withdrawnAt: null,
      offer: { id: idOf(701) },
      hold: { id: idOf(702) },
      need: { rungs: ['AMBULATORY'], heaviestRung: 'FAMILY_HOME', childrenTogether: 1, placeFeatures: ['OWN_ROOM'] },
    });
    expect(JSON.stringify(data)).not.toMatch(
      new RegExp(`8232|8224|0995|Lelystad|FL-26|${desk.year - 18}|SECRET|${idOf(1)}`),
    );
  });

  it('is never the case, nor by way of it whom else it was put before', async () => {
    const { id } = await desk.refer(broker, 1);
    await desk.refer(broker, 1, { organisationId: idOf(802) });
    const { data, codes } = await desk.ask(
      provider,
      `query ($id: ID!) { referral(id: $id) { case { id referrals { id } } } }`,
      { id: id },
    );
    expect([data, codes]).toEqual([{ referral: { case: null } }, ['FORBIDDEN']]);
    const mine = await desk.ask(provider, '{ referrals { edges { node { id } } } }');
    expect(mine.data).toEqual({ referrals: { edges: [{ node: { id: id } }] } });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['is withdrawn by the broker', (id) => desk.withdraw(broker, id)],
    ['has no consent any more', () => desk.withdrawConsent(owner, 1)],
    [
      'belongs to a case that was closed',
      () => desk.database.owner.query(`update case_file set status = 'CLOSED', closed_at = hub_now()`),
    ],
  ])('is gone once it %s, like what never was', async (_what, happens) => {
    const { id } = await desk.refer(broker, 1);
    expect((await desk.look(provider, id)).found).not.toBeNull();
    await happens(id);
    expect(await desk.look(provider, id)).toEqual(gone);
    expect(await desk.look(provider, idOf(12345))).toEqual(gone);
    const { data } = await desk.ask(
      provider,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } referrals { edges { node { id } } } }`,
      { keys: [{ __typename: 'Referral', id }] },
    );
    expect(data).toEqual({ _entities: [null], referrals: { edges: [] } });
    expect((await desk.look(broker, id)).found).not.toBeNull();
  });

  const homeOf = async (caller: Caller, id: string) => {
    const document = 'query ($id: ID!) { referral(id: $id) { municipality { code } postcode4 } }';
    return (await desk.ask(caller, document, { id })).data?.['referral'];
  };
  const accept = (id: string) =>
    desk.ask(provider, 'mutation ($input: AnswerReferralInput!) { answerReferral(input: $input) { isReplay } }', {
      input: { idempotencyKey: `yes-${id}`, referralId: id, answer: 'ACCEPT' },
    });
  const nowhere = { municipality: null, postcode4: null };

  it('is also where the child lives once it said yes, for as long as that stands, and no other provider', async () => {
    const { id } = await desk.refer(broker, 1);
    const elsewhere = await desk.refer(broker, 1, { organisationId: idOf(802) });
    expect(await homeOf(provider, id)).toEqual(nowhere);
    expect((await accept(id)).codes).toEqual([]);
    expect(await homeOf(provider, id)).toEqual({ municipality: { code: '0995' }, postcode4: '8232' });
    expect([await homeOf(otherProvider, elsewhere.id), await homeOf(otherProvider, id)]).toEqual([nowhere, null]);
    expect(await homeOf(broker, id)).toEqual(nowhere);
    await desk.withdrawConsent(owner, 1);
    expect(await homeOf(provider, id)).toBeNull();
  });

  it('is never the postcode area of a child in hiding', async () => {
    const { id, codes } = await desk.refer(owner, 3);
    expect([codes, (await accept(id)).codes]).toEqual([[], []]);
    expect(await homeOf(provider, id)).toEqual({ municipality: { code: '0995' }, postcode4: null });
  });

  it('is nothing for another provider, and for the same organisation in another role', async () => {
    const { id } = await desk.refer(broker, 1);
    expect(await desk.look(otherProvider, id)).toEqual(gone);
    expect(await desk.look(callerAs('case-owner', idOf(801)), id)).toEqual(gone);
    expect((await desk.look(callerAs('analyst', idOf(801)), id)).codes).toEqual(['FORBIDDEN']);
  });

  it('ends with the measure on which it rests', async () => {
    const { id } = await desk.refer(owner, 2, { ground: 'PROTECTION_MEASURE' });
    expect((await desk.look(provider, id)).found).not.toBeNull();
    await desk.database.owner.query(`update case_file set measures = '{}', legal_frameworks = '{VOLUNTARY}'`);
    expect(await desk.look(provider, id)).toEqual(gone);
    expect((await desk.look(owner, id)).found).toMatchObject({ state: 'LAPSED' });
  });
});

describe('a pseudonym', () => {
  it('is the same for one provider whenever it hears of the child, and another for every other', async () => {
    const first = await desk.refer(broker, 1);
    await desk.withdraw(broker, first.id);
    const again = await desk.refer(broker, 1);
    const elsewhere = await desk.refer(broker, 1, { organisationId: idOf(802) });
    expect(again.step?.referral?.pseudonym).toBe(first.step?.referral?.pseudonym);
    expect(again.id).not.toBe(first.id);
    expect(elsewhere.step?.referral?.pseudonym).not.toBe(first.step?.referral?.pseudonym);
  });

  it('leads the broker whom the provider phones to the case, however it is said', async () => {
    const { step } = await desk.refer(broker, 1);
    const said = (step?.referral?.pseudonym ?? '').toLowerCase().replace('-', ' ');
    const document = `query ($said: String) { referrals(filter: { pseudonym: $said }) { edges { node { case { number } } } } }`;
    const found = await desk.ask(broker, document, { said });
    expect(found.data).toEqual({ referrals: { edges: [{ node: { case: { number: 'FL-26-0001' } } }] } });
    expect((await desk.ask(broker, document, { said: 'nobody' })).data).toEqual({ referrals: { edges: [] } });
  });
});
