import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf } from '../../../../test/builders/rows/case.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../../test/builders/desks/referral-desk.js';

const { owner, broker, provider, otherProvider } = people;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

interface Entry {
  event_code: string;
  action: string;
  outcome: string;
  check_consent: boolean | null;
  consent_profile: string | null;
  object_ids: string[];
}

describe('what is written down of referrals', () => {
  const entries = (user: string): Promise<Entry[]> =>
    desk.database.owner.query(
      `select event_code, action, outcome, check_consent, consent_profile, object_ids from audit_event where user_id = $1
       order by occurred_at, event_code`,
      [user],
    );

  it('is that it was made, on what ground, and by whom it was read', async () => {
    const { id } = await desk.refer(broker, 1);
    const ids = [id];
    expect(await entries('care-broker')).toEqual([
      {
        event_code: 'REFERRAL_CREATED',
        action: 'C',
        outcome: 'GRANTED',
        check_consent: true,
        consent_profile: 'CONSENT',
        object_ids: ids,
      },
      {
        event_code: 'REFERRAL_READ',
        action: 'R',
        outcome: 'GRANTED',
        check_consent: null,
        consent_profile: null,
        object_ids: ids,
      },
    ]);
    await desk.look(provider, id);
    expect(await entries('provider-planner')).toEqual([
      {
        event_code: 'REFERRAL_READ',
        action: 'R',
        outcome: 'GRANTED',
        check_consent: true,
        consent_profile: 'CONSENT',
        object_ids: ids,
      },
    ]);
  });

  it('is that somebody read on another ground than consent', async () => {
    const { id } = await desk.refer(owner, 2, { ground: 'PROTECTION_MEASURE' });
    await desk.look(provider, id);
    expect(await entries('provider-planner')).toMatchObject([
      { check_consent: null, consent_profile: 'PROTECTION_MEASURE' },
    ]);
  });

  it('is that it was refused for want of consent, and that somebody tried what is not his', async () => {
    await desk.refer(owner, 2);
    expect(await entries('case-owner')).toEqual([
      {
        event_code: 'REFERRAL_CREATED',
        action: 'C',
        outcome: 'REFUSED',
        check_consent: false,
        consent_profile: 'CONSENT',
        object_ids: [idOf(2)],
      },
    ]);
    const { id } = await desk.refer(broker, 1);
    await desk.look(otherProvider, id);
    expect(await entries('provider-system')).toMatchObject([{ action: 'R', outcome: 'REFUSED', object_ids: [id] }]);
  });

  it('is not that something was made when only the first answer was given again', async () => {
    const idempotencyKey = randomUUID();
    await desk.refer(broker, 1, { idempotencyKey });
    await desk.refer(broker, 1, { idempotencyKey });
    expect((await entries('care-broker')).filter(({ action }) => action === 'C')).toHaveLength(1);
  });

  it('undoes what cannot be written down', async () => {
    await desk.database.owner.query('revoke insert on cases.audit_event from thuisbasis_cases');
    try {
      await expect(desk.refer(broker, 1)).rejects.toThrow();
    } finally {
      await desk.database.owner.query('grant insert on cases.audit_event to thuisbasis_cases');
    }
    expect([await desk.database.owner.query('select from referral'), await desk.events()]).toEqual([[], []]);
  });
});
