import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../test/builders/desks/referral-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';

const { owner, broker } = people;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

async function judge(operation: 'shortlistOption' | 'rejectOption', input: object = {}, caller: Caller = broker) {
  const type = operation === 'rejectOption' ? 'RejectOptionInput' : 'ShortlistOptionInput';
  const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { judgement { verdict reason isCurrent offer { id } } isReplay } }`;
  const given = { idempotencyKey: randomUUID(), caseId: idOf(1), offerId: idOf(801), ...input };
  const { data, codes } = await desk.ask(caller, document, { input: given });
  return { step: data?.['step'] as { judgement: object; isReplay: boolean } | null, codes };
}

const judgements = async (caller: Caller) => {
  const document = 'query ($id: ID!) { case(id: $id) { judgements { verdict reason isCurrent } } }';
  return (await desk.ask(caller, document, { id: idOf(1) })).data?.['case'];
};

describe('what is thought of an option', () => {
  it('stands beside what was thought of it before, and the newest counts', async () => {
    const { step } = await judge('shortlistOption');
    expect(step).toEqual({
      judgement: { verdict: 'SHORTLISTED', reason: null, isCurrent: true, offer: { id: idOf(801) } },
      isReplay: false,
    });
    await judge('rejectOption', { reason: 'TOO_FAR' }, owner);
    expect(await judgements(broker)).toEqual({
      judgements: [
        { verdict: 'REJECTED', reason: 'TOO_FAR', isCurrent: true },
        { verdict: 'SHORTLISTED', reason: null, isCurrent: false },
      ],
    });
  });

  it('is written down once for a key', async () => {
    const idempotencyKey = randomUUID();
    await judge('shortlistOption', { idempotencyKey });
    expect((await judge('shortlistOption', { idempotencyKey })).step?.isReplay).toBe(true);
    expect(await desk.database.owner.query('select from judgement')).toHaveLength(1);
  });

  it.each<[string, Caller, object, string]>([
    ['of an offer that nobody told of', broker, { offerId: idOf(803) }, 'NOT_FOUND'],
    ['of what is no offer', broker, { offerId: 'x' }, 'NOT_FOUND'],
    ['by a broker of another region', { ...broker, region: 'region-2' }, {}, 'NOT_FOUND'],
    ['by another organisation', callerAs('case-owner', idOf(902)), {}, 'NOT_FOUND'],
    ['by a broker, for a restricted case', broker, { caseId: idOf(3) }, 'CASE_RESTRICTED'],
    ['for a closed case', owner, { caseId: idOf(5) }, 'CASE_CLOSED'],
    ['by a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['by an analyst', callerAs('analyst'), {}, 'FORBIDDEN'],
  ])('is not written down %s', async (_what, caller, input, code) => {
    expect((await judge('shortlistOption', input, caller)).codes).toEqual([code]);
    expect(await desk.database.owner.query('select from judgement')).toEqual([]);
  });

  it('is only ever added to, and read by who works on the case, whatever a statement forgets to ask', async () => {
    await judge('shortlistOption');
    const as = (caller: Caller, sql: string) => withCaller(desk.database.db, caller, (tx) => tx.query<unknown[]>(sql));
    expect(await as(owner, 'select from judgement')).toHaveLength(1);
    for (const caller of [
      { ...broker, region: 'region-2' },
      callerAs('analyst'),
      callerAs('provider-planner', idOf(801)),
    ])
      expect(await as(caller, 'select from judgement')).toEqual([]);
    for (const sql of [`update judgement set verdict = 'SHORTLISTED'`, 'delete from judgement'])
      await expect(as(broker, sql)).rejects.toThrow(/permission denied/);
  });
});
