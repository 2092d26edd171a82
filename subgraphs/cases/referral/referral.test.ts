import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { consentRow } from '../../../test/builders/rows/referral.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../test/builders/desks/referral-desk.js';

const { owner, broker, provider } = people;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

describe('putting a case before a provider', () => {
  it('is done by its owner and by a broker of its region, for as long as is configured', async () => {
    const { step, codes } = await desk.refer(owner, 1);
    expect([codes, step?.referral?.state]).toEqual([[], 'OPEN']);
    const days = (Date.parse(step?.referral?.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(28, 0);
    expect((await desk.refer(broker, 1, { organisationId: idOf(802), days: 3 })).step?.referral?.state).toBe('OPEN');
  });

  it.each<[string, Caller, number, object, string]>([
    ['a case of another organisation', owner, 4, {}, 'NOT_FOUND'],
    ['a case of another region', broker, 4, {}, 'NOT_FOUND'],
    ['a case that is not there', broker, 99, {}, 'NOT_FOUND'],
    ['a restricted case, by a broker', broker, 3, {}, 'CASE_RESTRICTED'],
    ['a closed case', owner, 5, {}, 'CASE_CLOSED'],
    ['a case without consent', owner, 2, {}, 'CONSENT_MISSING'],
    ['on a measure that there is not', owner, 1, { ground: 'PROTECTION_MEASURE' }, 'GROUND_NOT_IN_CASE'],
    ['on a ground that the region does not accept', owner, 2, { ground: 'DUTY_TO_COLLEGE' }, 'GROUND_NOT_ACCEPTED'],
    ['for no day', owner, 1, { days: 0 }, 'BAD_USER_INPUT'],
    ['for a year', owner, 1, { days: 365 }, 'BAD_USER_INPUT'],
    ['before nobody', owner, 1, { organisationId: 'rietvink' }, 'BAD_USER_INPUT'],
  ])('is refused: %s', async (_what, caller, n, input, code) => {
    const { step, codes } = await desk.refer(caller, n, input);
    expect([step, codes]).toEqual([null, [code]]);
    expect(await desk.database.owner.query('select from referral')).toEqual([]);
    expect(await desk.events()).toEqual([]);
  });

  it.each(['provider-planner', 'provider-system', 'ret-member', 'analyst', 'privacy-officer', 'operator'] as const)(
    'is refused to a %s',
    async (role) => {
      expect((await desk.refer(callerAs(role, idOf(901)), 1)).codes).toEqual(['FORBIDDEN']);
    },
  );

  it('names whose consent lacks', async () => {
    const { messages } = await desk.refer(owner, 2);
    expect(messages[0]).toContain('YOUTH, PARENT_OR_GUARDIAN');
  });

  it('is done once for a key, and not twice before the same provider', async () => {
    const idempotencyKey = randomUUID();
    const first = await desk.refer(broker, 1, { idempotencyKey });
    const again = await desk.refer(broker, 1, { idempotencyKey });
    expect([again.step?.isReplay, again.id]).toEqual([true, first.id]);
    expect((await desk.refer(broker, 1, { idempotencyKey, days: 3 })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect((await desk.refer(broker, 1)).codes).toEqual(['ALREADY_REFERRED']);
    expect((await desk.events()).map(({ kind }) => kind)).toEqual(['referral.made']);
  });

  it('that failed can be tried again under the same key', async () => {
    const idempotencyKey = randomUUID();
    expect((await desk.refer(owner, 2, { idempotencyKey })).codes).toEqual(['CONSENT_MISSING']);
    await desk.database.write({
      consents: [consentRow(2), consentRow(22, { caseId: idOf(2), by: 'GUARDIAN' })],
    });
    const { step, codes } = await desk.refer(owner, 2, { idempotencyKey });
    expect([step?.isReplay, step?.referral?.state, codes]).toEqual([false, 'OPEN', []]);
  });

  it('needs consent to sharing, that holds now: consent to help, or of yesterday, is none', async () => {
    const [past, now] = [new Date('2026-01-05T00:00:00Z'), new Date()];
    await desk.database.write({
      consents: [
        consentRow(22, { caseId: idOf(2), by: 'YOUTH', purpose: 'GIVING_HELP' }),
        consentRow(23, { caseId: idOf(2), by: 'PARENT', validUntil: past }),
        consentRow(24, { caseId: idOf(2), by: 'YOUTH', withdrawnAt: now }),
        consentRow(25, { caseId: idOf(2), by: 'GUARDIAN', purpose: 'GIVING_HELP' }),
      ],
    });
    expect((await desk.refer(owner, 2)).messages[0]).toContain('YOUTH, PARENT_OR_GUARDIAN');
  });

  it('is told with identifiers of the referral and the provider, and nothing of the case', async () => {
    const { id } = await desk.refer(broker, 1);
    const [event] = await desk.database.owner.query<object[]>(
      `select organisation_id, region, data from outbox where kind = 'referral.made'`,
    );
    expect(event).toEqual({ organisation_id: idOf(801), region: 'flevoland', data: { referralId: id } });
  });
});

describe('withdrawing', () => {
  it('is not for the provider, nor for another region, nor done twice', async () => {
    const id = (await desk.refer(broker, 1)).id;
    expect((await desk.withdraw(provider, id)).codes).toEqual(['FORBIDDEN']);
    expect((await desk.withdraw({ ...broker, region: 'region-2' }, id)).codes).toEqual(['NOT_FOUND']);
    expect((await desk.withdraw(callerAs('case-owner', idOf(902)), id)).codes).toEqual(['NOT_FOUND']);
    const both = { ...provider, roles: ['provider-planner', 'care-broker'] as const, region: 'region-2' };
    expect((await desk.withdraw(both, id)).codes).toEqual(['NOT_FOUND']);
    expect(await desk.withdraw(owner, id)).toEqual({ state: 'WITHDRAWN', codes: [] });
    expect((await desk.withdraw(owner, id)).codes).toEqual(['STATE_CONFLICT']);
    expect((await desk.events()).map(({ kind }) => kind)).toEqual(['referral.made', 'referral.withdrawn']);
  });

  it('consent ends what rested on it, and a new consent lets the case be put before the provider anew', async () => {
    await desk.refer(broker, 1);
    const { data, codes } = await desk.withdrawConsent(broker, 1);
    expect([data, codes]).toEqual([{ withdrawConsent: { endedReferralCount: 1, consents: [{ isValid: false }] } }, []]);
    expect((await desk.refer(broker, 1)).codes).toEqual(['CONSENT_MISSING']);
    await desk.database.write({ consents: [consentRow(11, { caseId: idOf(1) })] });
    expect((await desk.refer(broker, 1)).codes).toEqual([]);
  });

  it('what lapsed by itself makes room for a new referral', async () => {
    await desk.refer(owner, 2, { ground: 'PROTECTION_MEASURE' });
    await desk.database.owner.query(`update case_file set measures = '{}', legal_frameworks = '{YOUTH_PROBATION}'`);
    const again = await desk.refer(owner, 2, { ground: 'PROBATION' });
    expect([again.step?.referral?.state, again.codes]).toEqual(['OPEN', []]);
  });
});
