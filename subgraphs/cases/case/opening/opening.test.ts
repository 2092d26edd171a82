import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCaseDesk, workers, type CaseDesk } from '../../../../test/builders/desks/case-desk.js';
import { caseRow, consultationRow, idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker } = workers;
let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const year = (): string => String(new Date().getUTCFullYear()).slice(2);
const serialOf = (number: string | undefined): number => Number(number?.split('-')[2]);

describe('a case that is opened', () => {
  it('has the number of its region and year that follows the last one, whoever opens it', async () => {
    await desk.database.write({ cases: [caseRow(1, { number: `FL-${year()}-0041` })] });
    const first = await desk.open(broker);
    const second = await desk.open(owner);
    expect([first.case?.number, second.case?.number]).toEqual([`FL-${year()}-0042`, `FL-${year()}-0043`]);
    const elsewhere = await desk.open(workers['broker of another region']);
    expect(elsewhere.case?.number).toBe(`R2-${year()}-0001`);
  });

  it('leaves no gap when it failed, and its number to nobody when it is erased', async () => {
    const before = await desk.open(broker);
    await expect(desk.asCaller(broker, `select next_case_number('FL'), 1 / 0`)).rejects.toThrow('division');
    await desk.database.owner.query('delete from case_file where id = $1', [before.case?.id]);
    const after = await desk.open(broker);
    expect(serialOf(after.case?.number)).toBe(serialOf(before.case?.number) + 1);
  });

  it('has numbers of five digits when four are too few', async () => {
    await desk.database.owner.query(`insert into case_serial values ('R3-${year()}', 9999)`);
    const opened = await desk.open({ ...broker, region: 'region-3' });
    expect(opened.case?.number).toBe(`R3-${year()}-10000`);
  });

  it('is of the organisation that opens it, and of the one that a broker names', async () => {
    const own = await desk.open(owner, { ownReference: 'LT-7', postcode4: '8232', isRestricted: true });
    const named = await desk.open(broker, { ownerOrganisationId: idOf(902) });
    const shown = 'ownReference postcode4 ownerOrganisation { id }';
    expect(await desk.read(owner, own.case?.id, shown)).toEqual({
      ...{ ownReference: 'LT-7', postcode4: '8232', ownerOrganisation: { id: idOf(901) } },
    });
    expect(await desk.read(workers['another owner'], named.case?.id, shown)).toMatchObject({
      ownerOrganisation: { id: idOf(902) },
    });
    expect(await desk.read(broker, own.case?.id, shown)).toMatchObject({ ownReference: null, postcode4: null });
  });

  it('says what was told and for the rest nothing', async () => {
    const opened = await desk.open(broker, { languages: ['ti', 'ti'], measures: ['SUPERVISION'] });
    const fields = `birthYear languages measures legalFrameworks currentRung isThreatenedOutOfHome isRestricted need { rungs }
      municipality { code } responsibleMunicipality { code } version status`;
    expect(await desk.read(broker, opened.case?.id, fields)).toEqual({
      ...{
        birthYear: 2014,
        languages: ['ti'],
        measures: ['SUPERVISION'],
        legalFrameworks: [],
        currentRung: 'OWN_HOME',
      },
      ...{ isThreatenedOutOfHome: false, isRestricted: false, need: null, version: 1, status: 'OPEN' },
      ...{ municipality: { code: '0995' }, responsibleMunicipality: { code: '0995' } },
    });
  });

  it('is told to others by its identifier, and of the child no more than in which municipality it lives', async () => {
    const opened = await desk.open(owner, { birthYear: 2011, postcode4: '8232', ownReference: 'LT-9' });
    const told = await desk.database.owner.query<{ data: object }[]>(
      `select data from outbox where data ->> 'caseId' = $1`,
      [opened.case?.id],
    );
    expect(told.map(({ data }) => data)).toEqual([
      {
        caseId: opened.case?.id,
        ownerOrganisationId: idOf(901),
        region: 'flevoland',
        status: 'OPEN',
        isRestricted: false,
        municipalityCode: '0995',
      },
    ]);
  });

  it('is opened once for each key, and written down', async () => {
    const key = { idempotencyKey: randomUUID() };
    const [first, again] = [await desk.open(broker, key), await desk.open(broker, key)];
    expect([again.case?.id, again.isReplay]).toEqual([first.case?.id, true]);
    const noted = await desk.database.owner.query<unknown[]>(
      `select event_code, outcome from audit_event where object_ids = array[$1::uuid] and action = 'C'`,
      [first.case?.id],
    );
    expect(noted).toEqual([{ event_code: 'CASE_CREATED', outcome: 'GRANTED' }]);
  });

  it.each<[string, Caller, object, string]>([
    ['by a provider', callerAs('provider-planner', idOf(801)), {}, 'FORBIDDEN'],
    ['by an analyst', callerAs('analyst'), {}, 'FORBIDDEN'],
    ['by somebody without a region', { ...owner, region: null }, {}, 'FORBIDDEN'],
    ['in the name of another organisation', owner, { ownerOrganisationId: idOf(902) }, 'BAD_USER_INPUT'],
    ['for what is no organisation', broker, { ownerOrganisationId: 'x' }, 'BAD_USER_INPUT'],
    ['of a year in which nobody was born', broker, { birthYear: 1889 }, 'BAD_USER_INPUT'],
    ['with a BSN', owner, { ownReference: '123456782' }, 'CONTAINS_BSN'],
    ['with a reference of another', broker, { ownReference: 'LT-1', ownerOrganisationId: idOf(901) }, 'ONLY_FOR_OWNER'],
    ['restricted to nobody', broker, { isRestricted: true }, 'BAD_USER_INPUT'],
    ['from a consultation that is not there', broker, { consultationId: idOf(77) }, 'NOT_FOUND'],
    ['from what is no consultation', broker, { consultationId: 'x' }, 'NOT_FOUND'],
  ])('is refused %s', async (_, caller, input, code) => {
    expect((await desk.open(caller, input)).codes).toEqual([code]);
  });
});

describe('a consultation that becomes a case', () => {
  let last = 100;
  async function asked(other: object = {}): Promise<string> {
    const n = ++last;
    await desk.database.write({ consultations: [consultationRow(n, { referrerOrganisationId: idOf(901), ...other })] });
    return idOf(n);
  }
  const consultationsOf = (caller: Caller, id: string | undefined) =>
    desk.read(caller, id, 'consultations { id case { id } }');

  it('stays with the case, which is of the organisation that asked it', async () => {
    const consultationId = await asked();
    const { case: opened } = await desk.open(broker, { consultationId });
    const expected = { consultations: [{ id: consultationId, case: { id: opened?.id } }] };
    expect(await consultationsOf(broker, opened?.id)).toEqual(expected);
    expect(await consultationsOf(owner, opened?.id)).toEqual(expected);
  });

  it('becomes one by the organisation that asked it as well', async () => {
    const consultationId = await asked();
    const { case: opened } = await desk.open(owner, { consultationId });
    expect(await consultationsOf(owner, opened?.id)).toMatchObject({ consultations: [{ id: consultationId }] });
  });

  it('is from then on for who sees the case, and for its first asker no more', async () => {
    const consultationId = await asked();
    const { case: opened } = await desk.open(broker, { consultationId, ownerOrganisationId: idOf(902) });
    expect(await consultationsOf(workers['another owner'], opened?.id)).toMatchObject({
      consultations: [{ id: consultationId }],
    });
    const rows = await desk.asCaller(owner, 'select id from consultation where id = $1', [consultationId]);
    expect(rows).toEqual([]);
  });

  it('becomes one case only, also when two open it at once', async () => {
    const [consultationId, other] = [await asked(), await desk.open(broker)];
    const both = await Promise.all([desk.open(broker, { consultationId }), desk.open(owner, { consultationId })]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONSULTATION_HAS_CASE']);
    const again = await desk.asCaller(broker, 'select become_case($1, $2) as became', [consultationId, other.case?.id]);
    expect(again).toEqual([{ became: false }]);
  });

  it('becomes no case of somebody else', async () => {
    const [consultationId, of] = [await asked(), await desk.open(workers['another owner'])];
    const tried = await desk.asCaller(owner, 'select become_case($1, $2) as became', [consultationId, of.case?.id]);
    expect(tried).toEqual([{ became: false }]);
  });

  it.each([
    ['that became one before', broker, {}, 'CONSULTATION_HAS_CASE'],
    ['of another region', workers['broker of another region'], {}, 'NOT_FOUND'],
    ['of another organisation', workers['another owner'], {}, 'NOT_FOUND'],
  ] as const)('is refused for one %s', async (_, caller, other, code) => {
    const consultationId = await asked(other);
    if (code === 'CONSULTATION_HAS_CASE') await desk.open(broker, { consultationId });
    expect((await desk.open(caller, { consultationId })).codes).toEqual([code]);
  });

  it('is refused for one that was abandoned, and the refusal is written down', async () => {
    const consultationId = await asked({ status: 'ABANDONED', closedAt: new Date('2026-02-01T00:00:00Z') });
    expect((await desk.open(broker, { consultationId })).codes).toEqual(['STATE_CONFLICT']);
    const noted = await desk.database.owner.query<unknown[]>(
      `select outcome from audit_event where $1 = any(object_ids) and outcome = 'REFUSED'`,
      [consultationId],
    );
    expect(noted).toHaveLength(1);
  });
});

describe('the database itself', () => {
  it.each<[string, Caller]>([
    ['opens no case for a provider', callerAs('provider-planner', idOf(801))],
    ['opens no case of another region', workers['broker of another region']],
    ['opens no case for another organisation', workers['another owner']],
  ])('%s', async (_, caller) => {
    const sql = `insert into case_file (number, region, owner_organisation_id, birth_year, municipality_code, responsible_municipality_code,
      current_rung, is_threatened_out_of_home, status, opened_at)
      values ('FL-99-0001', 'flevoland', '${idOf(901)}', 2014, '0995', '0995', 'OWN_HOME', false, 'OPEN', now())`;
    await expect(desk.asCaller(caller, sql)).rejects.toThrow('row-level security');
  });

  it.each([
    `update case_file set owner_organisation_id = '${idOf(902)}'`,
    `update case_file set region = 'region-2'`,
    `update case_file set number = 'FL-99-0001'`,
    'delete from case_file',
    'select * from case_serial',
  ])('lets nobody do past its functions: %s', async (sql) => {
    await expect(desk.asCaller(broker, sql)).rejects.toThrow('permission denied');
  });
});
