import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseRow, idOf } from '../../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { consentRow, referralRow } from '../../../test/builders/rows/referral.js';
import { ConsentParty, ConsentPurpose } from '../consent/consent.vocabulary.js';
import { SharingGround } from '../referral/referral.vocabulary.js';

let database: CasesDatabase;
let serial = 0;

beforeAll(async () => {
  database = await openCasesDatabase();
  await database.write({ cases: [caseRow(1)] });
});
afterAll(() => database.close());

const writeConsent = (other: Parameters<typeof consentRow>[1]): Promise<void> =>
  database.write({ consents: [consentRow(++serial, { caseId: idOf(1), ...other })] });
const writeReferral = (other: Parameters<typeof referralRow>[1]): Promise<void> => {
  const n = ++serial;
  return database.write({ referrals: [referralRow(n, { caseId: idOf(1), organisationId: idOf(800 + n), ...other })] });
};
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));

describe('the tables of consents and referrals', () => {
  it('take every code of the vocabulary', async () => {
    for (const by of ConsentParty.codes) await writeConsent({ by });
    for (const purpose of ConsentPurpose.codes) await writeConsent({ purpose });
    for (const ground of SharingGround.codes)
      await writeReferral({ ground, consentIds: ground === 'CONSENT' ? [idOf(1)] : [] });
  });

  it('let a case come before a provider again once it lies there no more', async () => {
    await writeReferral({ organisationId: idOf(700), madeAt: day(1), expiresAt: day(9), withdrawnAt: day(3) });
    await database.owner.query(
      `insert into referral (case_id, organisation_id, ground, made_at, expires_at) values ($1, $2, 'PROBATION', $3, $4)`,
      [idOf(1), idOf(700), day(3), day(9)],
    );
    await expect(
      database.owner.query(
        `insert into referral (case_id, organisation_id, ground, made_at, expires_at) values ($1, $2, 'PROBATION', $3, $4)`,
        [idOf(1), idOf(700), day(8), day(20)],
      ),
    ).rejects.toThrow(/referral_one_at_a_time/);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['consent that ends before it is given', () => writeConsent({ validUntil: day(1) })],
    ['consent for no case', () => writeConsent({ caseId: idOf(99) })],
    ['a referral on consent without any', () => writeReferral({ consentIds: [] })],
    ['a referral on a measure that names consents', () => writeReferral({ ground: 'PROBATION' })],
    ['a referral that expires before it is made', () => writeReferral({ expiresAt: day(1) })],
    ['a referral that is withdrawn before it is made', () => writeReferral({ withdrawnAt: day(1) })],
    [
      'a pseudonym that cannot be said',
      () => database.owner.query(`insert into pseudonym values ($1, $2, 'ILOU-0000')`, [idOf(1), idOf(1)]),
    ],
    [
      'one pseudonym for two cases at one provider',
      async () => {
        await database.write({ cases: [caseRow(2)] });
        for (const n of [1, 2])
          await database.owner.query(`insert into pseudonym values ($1, $2, '0000-0000')`, [idOf(n), idOf(600)]);
      },
    ],
  ])('refuse %s', async (_what, write) => {
    await expect(write()).rejects.toThrow(/violates/);
  });
});
