import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditTrail } from '../../../platform/audit/audit-trail.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { caseRow, consultationRow, idOf, needRow } from '../../../test/builders/rows/case.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { toCasesConfig } from '../config.js';
import { openCases } from '../server.js';

interface Entry {
  event_code: string;
  action: string;
  outcome: string;
  check_relation: boolean;
  user_id: string;
  user_roles: string[];
  organisation_id: string | null;
  purpose: string;
  object_type: string;
  object_ids: string[];
  search_name: string | null;
  search_hash: string | null;
  source_id: string;
  trace_id: string;
  access_point: string;
  authorisation_protocol: string;
}

const broker = { ...callerAs('care-broker'), operation: { name: 'FindOptions', hash: 'abc' }, requestId: 'request-7' };
const owner = callerAs('case-owner', idOf(901));
let database: CasesDatabase;
let cases: Subgraph;

beforeAll(async () => {
  database = await openCasesDatabase();
  cases = await openCases(database.db, toCasesConfig({}));
  await database.write({
    cases: [caseRow(1), caseRow(2, { ownerOrganisationId: idOf(901) }), caseRow(3), caseRow(4, { region: 'utrecht' })],
    needs: [needRow(1)],
    consultations: [consultationRow(1), consultationRow(2)],
  });
});
afterAll(() => database.close());
beforeEach(() => database.owner.query('truncate cases.audit_event, cases.audit_seal, cases.audit_pending'));

const entries = (): Promise<Entry[]> => database.owner.query('select * from audit_event order by event_code, outcome');
const seal = async (most = 500): Promise<number> => {
  const [row] = await database.db.query<{ sealed: number }[]>('select seal_audit($1) as sealed', [most]);
  return row?.sealed ?? NaN;
};
const verify = async () => (await database.owner.query<Record<string, unknown>[]>('select * from verify_audit()'))[0];
const oneCase = 'query ($id: ID!) { case(id: $id) { number need { birthYear } } }';

describe('an access to a case', () => {
  it('is written down with who, why, what and by which question, and nothing of the case', async () => {
    await askSubgraph(cases, broker, oneCase, { id: idOf(1) });
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      event_code: 'CASE_READ',
      action: 'R',
      outcome: 'GRANTED',
      check_authorisation: true,
      check_relation: true,
      check_break_glass: false,
      user_id: 'care-broker',
      user_roles: ['care-broker'],
      organisation_id: null,
      purpose: 'FIND_CARE',
      object_type: 'Case',
      object_ids: [idOf(1)],
      search_name: 'FindOptions',
      search_hash: 'abc',
      check_consent: null,
      consent_profile: null,
      responsible_user_id: null,
      access_point: 'page',
      authorisation_protocol: expect.stringMatching(/^cases\/[0-9a-f]{16}$/),
      source_id: 'cases',
      trace_id: 'request-7',
    });
    expect(JSON.stringify(entry)).not.toMatch(/FL-26|2014|8232|Lelystad/);
  });

  it('is written once for a list, for what is told of it and no more', async () => {
    await askSubgraph(
      cases,
      broker,
      '{ cases(first: 2) { edges { node { id } } } consultations { edges { node { id } } } }',
    );
    const found = await entries();
    expect(found.map(({ event_code, object_ids }) => [event_code, [...object_ids].sort()])).toEqual([
      ['CASE_READ', [idOf(2), idOf(3)]],
      ['CONSULTATION_READ', [idOf(1), idOf(2)]],
    ]);
  });

  it('that was refused is written down as well', async () => {
    await askSubgraph(cases, owner, oneCase, { id: idOf(1) });
    expect(await entries()).toMatchObject([
      {
        outcome: 'REFUSED',
        check_relation: false,
        organisation_id: idOf(901),
        purpose: 'OWN_CASE',
        object_ids: [idOf(1)],
      },
    ]);
  });

  const nobodys = { ...callerAs('case-owner', idOf(999)), operation: { name: 'Ask', hash: 'abc' } };
  it.each([
    ...['cases', 'consultations', 'overdueConsultations', 'referrals', 'breakGlasses'],
    ...['roundTables', 'kinshipTermsDue', 'outcomesDue'],
  ])('that found nothing is written down as a search, with its question and without an object: %s', async (list) => {
    await askSubgraph(cases, nobodys, `{ ${list} { edges { node { id } } } }`);
    expect(await entries()).toMatchObject([
      {
        ...{ event_code: 'SEARCH_EXECUTED', outcome: 'GRANTED', object_ids: [], user_id: 'case-owner' },
        ...{ search_name: 'Ask', search_hash: 'abc', purpose: 'OWN_CASE' },
      },
    ]);
  });

  it('is none where a system asks again and again, and nothing is there', async () => {
    await askSubgraph(cases, callerAs('provider-system', idOf(802)), '{ referrals { edges { node { id } } } }');
    expect(await entries()).toEqual([]);
  });

  it('that fails is written down as tried: with what it was about, and that nothing was told', async () => {
    await database.owner.query('revoke select on cases.need from thuisbasis_cases');
    const source = `query ($id: ID!) { case(id: $id) { consents { purpose } } cases { edges { node { need { birthYear } } } } }`;
    try {
      await expect(askSubgraph(cases, broker, source, { id: idOf(1) })).rejects.toThrow();
    } finally {
      await database.owner.query('grant select on cases.need to thuisbasis_cases');
    }
    const found = await entries();
    expect(found.map(({ outcome }) => outcome)).toEqual(found.map(() => 'REFUSED'));
    expect(found).toContainEqual(
      expect.objectContaining({ event_code: 'SEARCH_EXECUTED', search_name: 'FindOptions', search_hash: 'abc' }),
    );
  });

  it('to change it that fails is written down as refused', async () => {
    await database.owner.query('revoke insert on cases.consent from thuisbasis_cases');
    const source = `mutation { recordConsent(input: { idempotencyKey: "k", caseId: "${idOf(2)}", by: PARENT,
      purpose: SHARING_WITH_PROVIDER, givenAt: "2026-01-01T00:00:00Z" }) { isReplay } }`;
    try {
      const { errors } = await askSubgraph(cases, owner, source);
      expect(errors).toHaveLength(1);
    } finally {
      await database.owner.query('grant insert on cases.consent to thuisbasis_cases');
    }
    expect((await entries()).filter(({ outcome }) => outcome === 'REFUSED')).toMatchObject([{ object_ids: [idOf(2)] }]);
  });

  it('by way of another subgraph is no other access', async () => {
    const document = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Case { number } } }`;
    const keys = [1, 4].map((n) => ({ __typename: 'Case', id: idOf(n) }));
    await askSubgraph(cases, broker, document, { keys });
    expect((await entries()).map(({ outcome, object_ids }) => [outcome, object_ids])).toEqual([
      ['GRANTED', [idOf(1)]],
      ['REFUSED', [idOf(4)]],
    ]);
  });

  it('is written with the grounds on which it rested, and with what was done', async () => {
    const audit = auditTrail({ id: 'cases', protocol: 'p/1' }, broker);
    audit.read('Case', [idOf(1)], {
      hasConsent: true,
      consentProfile: 'CONSENT',
      isBreakGlass: true,
      responsibleUserId: 'i#owner',
    });
    audit.refused('Case', [idOf(1)], { hasConsent: false });
    for (const action of ['C', 'U', 'D', 'E'] as const)
      audit.note({ action, objectType: 'Case', ids: [idOf(2)], isGranted: true });
    await withCaller(database.db, broker, (tx) => audit.write(tx));
    expect((await entries()).map(({ event_code, action }) => [event_code, action])).toEqual([
      ...[
        ['CASE_CHANGED', 'U'],
        ['CASE_CREATED', 'C'],
        ['CASE_EXECUTED', 'E'],
      ],
      ...[
        ['CASE_READ', 'R'],
        ['CASE_READ', 'R'],
        ['CASE_REMOVED', 'D'],
      ],
    ]);
    expect((await entries()).filter(({ action }) => action === 'R')).toMatchObject([
      { check_consent: true, consent_profile: 'CONSENT', check_break_glass: true, responsible_user_id: 'i#owner' },
      { check_consent: false, consent_profile: null, check_break_glass: false, responsible_user_id: null },
    ]);
  });

  it('tells nothing when it cannot be written down', async () => {
    await database.owner.query('revoke insert on cases.audit_event from thuisbasis_cases');
    try {
      await expect(askSubgraph(cases, broker, oneCase, { id: idOf(1) })).rejects.toThrow();
      await expect(
        askSubgraph(cases, broker, '{ yearTable(region: "flevoland", year: 2026) { checks { code } } }'),
      ).resolves.toMatchObject({
        errors: [],
      });
    } finally {
      await database.owner.query('grant insert on cases.audit_event to thuisbasis_cases');
    }
  });
});

describe('the chain of the audit', () => {
  const look = (n: number) => askSubgraph(cases, broker, oneCase, { id: idOf(n) });

  it('holds over what was sealed, in several rounds', async () => {
    await look(1);
    await look(2);
    expect(await seal()).toBe(2);
    expect(await seal()).toBe(0);
    await look(3);
    expect(await seal()).toBe(1);
    expect(await verify()).toMatchObject({
      sealed: 3,
      broken_at: null,
      unsealed: 0,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it.each<[string, string, number]>([
    [
      'a changed row',
      `update cases.audit_event set user_id = 'nobody' where id = (select event_id from cases.audit_seal where number = 2)`,
      2,
    ],
    [
      'a row that is gone',
      `alter table cases.audit_seal drop constraint audit_seal_event_id_fkey;
       delete from cases.audit_event where id = (select event_id from cases.audit_seal where number = 2);
       alter table cases.audit_seal add constraint audit_seal_event_id_fkey foreign key (event_id) references cases.audit_event not valid`,
      2,
    ],
    ['a seal that is gone', 'delete from cases.audit_seal where number = 1', 1],
    [
      'seals that changed places',
      `update cases.audit_seal set number = number + 100; update cases.audit_seal set number = 104 - number`,
      1,
    ],
  ])('breaks at %s', async (_what, tampering, at) => {
    for (const n of [1, 2, 3]) await look(n);
    await seal();
    await database.owner.query(tampering);
    expect(await verify()).toMatchObject({ broken_at: at });
  });

  it('goes on where it was after hours without a sealer', async () => {
    for (const n of [1, 2, 3]) await look(n);
    await database.moveClock('3 hours');
    expect([await seal(2), await seal(2), await seal(2)]).toEqual([2, 1, 0]);
    expect(await verify()).toMatchObject({ sealed: 3, broken_at: null, unsealed: 0 });
  });

  it('holds in every time zone and with columns that came later', async () => {
    await look(1);
    await seal();
    await database.owner.query(`set timezone = 'Asia/Kolkata'`);
    await database.owner.query('alter table audit_event add column later text');
    expect(await verify()).toMatchObject({ sealed: 1, broken_at: null });
    await database.owner.query('alter table audit_event drop column later');
    await database.owner.query('reset timezone');
  });

  it('says so when a row was never sealed', async () => {
    await look(1);
    await database.moveClock('2 minutes');
    expect(await verify()).toMatchObject({ sealed: 0, broken_at: null, unsealed: 1 });
    expect(await seal()).toBe(1);
  });

  it.each([
    'update audit_event set user_id = null',
    'delete from audit_event',
    'truncate audit_event',
    'select * from audit_seal',
    'delete from audit_pending',
    'select * from verify_audit()',
    `insert into audit_seal (number, event_id, hash) values (1, gen_random_uuid(), '')`,
  ])('is out of reach for the subgraph that writes it: %s', async (sql) => {
    await expect(database.db.query(sql)).rejects.toThrow(/permission denied/);
  });
});
