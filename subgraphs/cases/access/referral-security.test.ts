import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import { sqlState } from '../../../platform/database/transaction.js';
import { roles, type Caller } from '../../../platform/identity/caller.js';
import { caseRow, idOf, needRow } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { consentRow, referralRow } from '../../../test/builders/rows/referral.js';
import { referralReadModel } from '../referral/reading/referral.read-model.js';

// The two lower layers, each by itself: statements without any condition as the login role, and the statements of the hub as the
// owner, whom row level security lets pass.

let database: CasesDatabase;
const [own, provider] = [idOf(901), idOf(801)];
const past = new Date('2026-01-03T00:00:00Z');
const planner = callerAs('provider-planner', provider);
const owner = callerAs('case-owner', own);
const broker = callerAs('care-broker');

/** Referral 1 lies before provider 801 on consent; 2 to 5 did; 6 lies before 802, 7 before 801 on a measure; case 8 is restricted, 9 of another region. */
beforeAll(async () => {
  database = await openCasesDatabase();
  const mine = { ownerOrganisationId: own };
  await database.write({
    cases: [
      ...[1, 2, 3, 4, 6].map((n) => caseRow(n, mine)),
      caseRow(5, { ...mine, status: 'CLOSED', closedAt: new Date('2026-02-01T08:00:00Z') }),
      caseRow(7, { ...mine, measures: ['SUPERVISION'] }),
      caseRow(8, { ...mine, isRestricted: true }),
      caseRow(9, { region: 'utrecht', ownerOrganisationId: idOf(902) }),
    ],
    needs: [needRow(1)],
    consents: [
      ...[1, 2, 5, 6, 8, 9].map((n) => consentRow(n)),
      consentRow(3, { validUntil: past }),
      consentRow(4, { withdrawnAt: past }),
      consentRow(11, { caseId: idOf(1), purpose: 'GIVING_HELP' }),
    ],
    referrals: [
      ...[1, 3, 4, 5].map((n) => referralRow(n)),
      referralRow(2, { expiresAt: past }),
      referralRow(6, { organisationId: idOf(802) }),
      referralRow(7, { ground: 'PROTECTION_MEASURE', consentIds: [] }),
      referralRow(17, { caseId: idOf(6), ground: 'PROTECTION_MEASURE', consentIds: [] }),
      referralRow(18, { caseId: idOf(1), organisationId: idOf(803), consentIds: [idOf(1)], withdrawnAt: past }),
    ],
  });
});
afterAll(() => database.close());

const numbersOf = (rows: readonly { id: string }[]): number[] => rows.map(({ id }) => Number(id.slice(-4)));

async function seenBy(caller: Caller, table: string, key = 'id'): Promise<number[]> {
  const sql = `select ${key} as id from ${table} order by 1`;
  return numbersOf(await withCaller(database.db, caller, (tx) => tx.query<{ id: string }[]>(sql)));
}

/** The same for the statements of the read model, as the owner of the tables. */
async function foundBy(caller: Caller): Promise<number[]> {
  const everything = { first: 100, limit: 101, after: null };
  const rows = await referralReadModel(database.owner.manager).findPage(
    caller,
    { pseudonym: null, states: null },
    everything,
  );
  return numbersOf(rows).sort((a, b) => a - b);
}

const visible: [string, Caller, number[]][] = [
  ['a provider: what lies before it now', planner, [1, 7]],
  ['its system: the same', callerAs('provider-system', provider), [1, 7]],
  ['another provider: its own', callerAs('provider-planner', idOf(802)), [6]],
  ['one from which a referral was withdrawn: nothing', callerAs('provider-planner', idOf(803)), []],
  ['a provider without an organisation: nothing', callerAs('provider-planner'), []],
  ['a broker: all of the region', broker, [1, 2, 3, 4, 5, 6, 7, 17, 18]],
  ['a broker of another region: nothing', { ...broker, region: 'region-2' }, []],
  ['the owner: all of its cases', owner, [1, 2, 3, 4, 5, 6, 7, 17, 18]],
  ['another owner: nothing', callerAs('case-owner', idOf(902)), []],
  ['the provider in the role of an owner: nothing', callerAs('case-owner', provider), []],
];
const readers = ['care-broker', 'case-owner', 'provider-planner', 'provider-system'];
const nobody = roles.filter((role) => !readers.includes(role));

describe('referrals in the database by itself', () => {
  it.each(visible)('shows %s', async (_who, caller, seen) => {
    expect(await seenBy(caller, 'referral')).toEqual(seen);
  });

  it.each(nobody)('shows a %s nothing', async (role) => {
    for (const table of ['referral', 'consent']) expect(await seenBy(callerAs(role, provider), table)).toEqual([]);
  });

  it('shows a provider no case, no need, no consent, and no pseudonym but its own', async () => {
    for (const [table, key] of [
      ['case_file', 'id'],
      ['need', 'case_id'],
      ['consent', 'id'],
    ] as const)
      expect(await seenBy(planner, table, key)).toEqual([]);
    expect(await seenBy(planner, 'pseudonym', 'case_id')).toEqual([1, 7]);
  });

  it('tells of the child to those who see the referral, and never its postcode, municipality or birth year', async () => {
    const told = (caller: Caller, n: number) =>
      withCaller(database.db, caller, (tx) => tx.query<object[]>('select * from referred_child($1)', [idOf(n)]));
    for (const [caller, n] of [
      [planner, 6],
      [planner, 2],
      [planner, 3],
      [callerAs('analyst', provider), 1],
    ] as const)
      expect(await told(caller, n)).toEqual([]);
    const [child] = await told(planner, 1);
    expect(child).toMatchObject({ region: 'flevoland', has_need: true });
    expect(JSON.stringify(child)).not.toMatch(/8232|0995|2014|FL-26/);
  });

  it('tells to whom an audit belongs which objects are of a case, and to nobody else', async () => {
    const objects = async (caller: Caller): Promise<unknown[] | undefined> => {
      const [row] = await withCaller(database.db, caller, (tx) =>
        tx.query<{ ids: unknown[] }[]>('select case_objects($1) as ids', [idOf(1)]),
      );
      return row?.ids;
    };
    expect(await objects(callerAs('privacy-officer'))).toHaveLength(5);
    expect(await objects(owner)).toHaveLength(5);
    for (const caller of [planner, broker, callerAs('case-owner', idOf(902))])
      expect(await objects(caller)).toEqual([]);
  });
});

describe('referrals by the statements of the hub alone', () => {
  it.each(visible)('give %s', async (_who, caller, seen) => {
    expect(await foundBy(caller)).toEqual(seen);
  });

  it.each(nobody)('give a %s nothing', async (role) => {
    expect(await foundBy(callerAs(role, provider))).toEqual([]);
  });
});

const referral = (n: number, values: string): string =>
  `insert into referral (case_id, organisation_id, ground, consent_ids, expires_at)
   values ('${idOf(n)}', '${idOf(805)}', ${values}, hub_now() + interval '1 day') returning id`;
const pseudonym = (n: number): string => `insert into pseudonym values ('${idOf(n)}', '${idOf(805)}', '0000-000${n}')`;
const onConsent = (n: number): string => `'CONSENT', '{${idOf(n)}}'`;
const consent = (n: number, organisation = own): string =>
  `insert into consent (case_id, purpose, given_by, given_at, recorded_by_organisation_id)
   values ('${idOf(n)}', 'SHARING_WITH_PROVIDER', 'YOUTH', hub_now(), '${organisation}')`;

/** What becomes of statements that nothing but the database stops; they are undone. */
async function attempt(caller: Caller, ...statements: string[]): Promise<string> {
  const undone = new Error('undone');
  return withCaller(database.db, caller, async (tx) => {
    let changed: unknown;
    for (const statement of statements) changed = await tx.query(statement);
    const count = Array.isArray(changed) && typeof changed[1] === 'number' ? changed[1] : 1;
    throw Object.assign(undone, { outcome: count > 0 ? 'done' : 'nothing' });
  }).catch((error: unknown) => (error === undone ? (error as Error & { outcome: string }).outcome : sqlState(error)));
}

describe('writing, by the database alone', () => {
  it('lets owner and broker put a case before a provider', async () => {
    for (const caller of [owner, broker])
      expect(await attempt(caller, pseudonym(1), referral(1, onConsent(1)))).toBe('done');
    expect(await attempt(owner, pseudonym(8), referral(8, onConsent(8)))).toBe('done');
    expect(await attempt(owner, consent(1))).toBe('done');
  });

  it.each<[string, Caller, string[]]>([
    ['another organisation refers the case', callerAs('case-owner', idOf(902)), [pseudonym(1)]],
    ['another region refers the case', { ...broker, region: 'region-2' }, [pseudonym(1)]],
    ['a provider refers the case to itself', planner, [pseudonym(1)]],
    [
      'a provider refers the case to itself, the pseudonym being there',
      planner,
      [
        `insert into referral (case_id, organisation_id, ground, consent_ids, expires_at)
       values ('${idOf(2)}', '${provider}', ${onConsent(2)}, hub_now() + interval '1 day')`,
      ],
    ],
    ['a broker refers a restricted case', broker, [pseudonym(8), referral(8, onConsent(8))]],
    ['a closed case is referred', owner, [pseudonym(5), referral(5, onConsent(5))]],
    ['consent that was withdrawn is rested on', owner, [pseudonym(4), referral(4, onConsent(4))]],
    ['consent that ran out is rested on', owner, [pseudonym(3), referral(3, onConsent(3))]],
    ['consent of another child is rested on', owner, [pseudonym(1), referral(1, onConsent(2))]],
    ['consent to something else is rested on', owner, [pseudonym(1), referral(1, onConsent(11))]],
    ['a measure that there is not is rested on', owner, [pseudonym(1), referral(1, `'PROTECTION_MEASURE', '{}'`)]],
    ['a broker records consent', broker, [consent(1)]],
    ['an organisation records consent for the case of another', owner, [consent(9)]],
    ['an organisation records consent in the name of another', owner, [consent(1, idOf(902))]],
    ['a referral is extended', owner, [`update referral set expires_at = expires_at + interval '1 day'`]],
    ['a referral is put before another', owner, [`update referral set organisation_id = '${idOf(802)}'`]],
    ['a provider withdraws', planner, ['update referral set withdrawn_at = hub_now()']],
    ['a consent becomes another', owner, [`update consent set given_by = 'PARENT'`]],
    ['a withdrawal is undone', owner, [`update consent set withdrawn_at = null where id = '${idOf(1)}'`]],
    ['a consent is removed', owner, ['delete from consent']],
    ['a referral is removed', owner, ['delete from referral']],
    ['a pseudonym is changed', owner, [`update pseudonym set pseudonym = '0000-0000'`]],
  ])('refuses that %s', async (_what, caller, statements) => {
    expect(await attempt(caller, ...statements)).toBe('42501');
  });

  it.each<[string, Caller, string]>([
    [
      'another organisation withdraws',
      callerAs('case-owner', idOf(902)),
      'update referral set withdrawn_at = hub_now()',
    ],
    [
      'another region withdraws consent',
      { ...broker, region: 'region-2' },
      'update consent set withdrawn_at = hub_now()',
    ],
    ['a withdrawal is moved', owner, `update consent set withdrawn_at = hub_now() where id = '${idOf(4)}'`],
  ])('changes nothing where %s', async (_what, caller, statement) => {
    expect(await attempt(caller, statement)).toBe('nothing');
  });

  it('keeps a case from lying before one provider twice', async () => {
    const again = referral(1, onConsent(1)).replace(idOf(805), provider);
    expect(await attempt(owner, again)).toBe('23P01');
  });
});
