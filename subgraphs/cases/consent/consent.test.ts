import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { consentRow } from '../../../test/builders/rows/referral.js';
import { openReferralDesk, people, type ReferralDesk } from '../../../test/builders/desks/referral-desk.js';

const { owner, broker, provider } = people;
const hour = 3_600_000;
let desk: ReferralDesk;

beforeAll(async () => {
  desk = await openReferralDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const recording = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { isReplay consent {
  by purpose isValid withdrawnAt recordedByOrganisation { id } } } }`;

const record = (caller: Caller, n: number, given: object = {}) => {
  const usual = { by: 'PARENT', purpose: 'SHARING_WITH_PROVIDER', givenAt: new Date(Date.now() - hour).toISOString() };
  const input = { idempotencyKey: randomUUID(), caseId: idOf(n), ...usual, ...given };
  return desk.ask(caller, recording, { input });
};
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

describe('consent', () => {
  it('is written down by the organisation that brought the case', async () => {
    const { data, codes } = await record(owner, 2, { validUntil: inHours(24) });
    expect(codes).toEqual([]);
    expect(data?.['recordConsent']).toEqual({
      isReplay: false,
      consent: {
        by: 'PARENT',
        purpose: 'SHARING_WITH_PROVIDER',
        isValid: true,
        withdrawnAt: null,
        recordedByOrganisation: { id: idOf(901) },
      },
    });
  });

  it('of all who must agree lets the case be put before a provider, and of one of them not', async () => {
    await record(owner, 2, { by: 'YOUTH' });
    expect((await desk.refer(broker, 2)).messages[0]).toMatch(/van: PARENT_OR_GUARDIAN\./);
    await record(owner, 2, { by: 'PARENT' });
    expect((await desk.refer(broker, 2)).codes).toEqual([]);
  });

  it.each(roles.filter((role) => role !== 'case-owner'))('is not recorded by a %s', async (role) => {
    expect((await record(callerAs(role, idOf(901)), 1)).codes).toEqual(['FORBIDDEN']);
  });

  it.each<[string, Caller, number, object, string]>([
    ['for the case of another organisation', owner, 4, {}, 'NOT_FOUND'],
    [
      'for a case that one sees as a broker only',
      { ...owner, roles: ['case-owner', 'care-broker'], organisationId: idOf(902) },
      1,
      {},
      'NOT_FOUND',
    ],
    ['for a closed case', owner, 5, {}, 'CASE_CLOSED'],
    ['that is still to be given', owner, 1, { givenAt: inHours(1) }, 'BAD_USER_INPUT'],
    ['that has run out', owner, 1, { validUntil: inHours(-0.5) }, 'BAD_USER_INPUT'],
  ])('is not recorded %s', async (_what, caller, n, given, code) => {
    const { data, codes } = await record(caller, n, given);
    expect([data, codes]).toEqual([{ recordConsent: null }, [code]]);
  });

  it('is recorded once for a key', async () => {
    const given = { idempotencyKey: randomUUID(), givenAt: inHours(-1) };
    await record(owner, 2, given);
    expect((await record(owner, 2, given)).data).toMatchObject({ recordConsent: { isReplay: true } });
    expect(await desk.database.owner.query('select from consent where case_id = $1', [idOf(2)])).toHaveLength(1);
  });

  it('ends at its time, and what rested on it with it', async () => {
    await record(owner, 2, { by: 'YOUTH', validUntil: inHours(24) });
    await record(owner, 2, { by: 'PARENT' });
    const { id } = await desk.refer(broker, 2);
    expect((await desk.look(provider, id)).found).not.toBeNull();
    await desk.database.moveClock('25 hours');
    expect((await desk.look(provider, id)).codes).toEqual(['NOT_FOUND']);
  });

  it('is withdrawn whole: no older yes of the same party remains', async () => {
    await desk.database.write({
      consents: [consentRow(11, { caseId: idOf(1), givenAt: new Date('2026-02-01T00:00:00Z') })],
    });
    const { data } = await desk.withdrawConsent(broker, 1);
    expect(data).toMatchObject({ withdrawConsent: { consents: [{ isValid: false }, { isValid: false }] } });
    expect((await desk.refer(broker, 1)).codes).toEqual(['CONSENT_MISSING']);
    expect((await desk.withdrawConsent(broker, 1)).codes).toEqual(['NOT_FOUND']);
  });

  it('is withdrawn by nobody of another region or organisation, and by no provider', async () => {
    const others = [{ ...broker, region: 'region-2' }, callerAs('case-owner', idOf(902))];
    for (const other of others) expect((await desk.withdrawConsent(other, 1)).codes).toEqual(['NOT_FOUND']);
    expect((await desk.withdrawConsent(provider, 1)).codes).toEqual(['FORBIDDEN']);
    expect((await desk.refer(broker, 1)).codes).toEqual([]);
  });

  it('is read with the case, and each change of it is written down', async () => {
    await record(owner, 2);
    await desk.withdrawConsent(owner, 2, 'PARENT');
    const { data } = await desk.ask(broker, 'query ($id: ID!) { case(id: $id) { consents { by isValid } } }', {
      id: idOf(2),
    });
    expect(data).toEqual({ case: { consents: [{ by: 'PARENT', isValid: false }] } });
    const rows = await desk.database.owner.query<{ event_code: string }[]>(
      `select event_code from audit_event where object_type = 'Consent' and user_id = 'case-owner' and action <> 'R' order by occurred_at`,
    );
    expect(rows.map(({ event_code }) => event_code)).toEqual(['CONSENT_CREATED', 'CONSENT_CHANGED']);
  });
});
