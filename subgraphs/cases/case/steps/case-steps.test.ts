import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import {
  openCaseDesk,
  workers,
  type AnsweredCase,
  type CaseDesk,
  type CaseOperation,
} from '../../../../test/builders/desks/case-desk.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { dutchDay } from '../../lists/days.rules.js';
import { consentRow, referralRow } from '../../../../test/builders/rows/referral.js';

const { owner, broker } = workers;
const [elsewhere, stranger] = [workers['broker of another region'], workers['another owner']];
let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const opened = async (input: object = {}, caller: Caller = owner): Promise<AnsweredCase | null> =>
  (await desk.open(caller, input)).case;
const change = (caller: Caller, of: AnsweredCase | null, changes: object) =>
  desk.step(caller, 'changeCase', of, { changes });
const changesOf = (of: AnsweredCase | null): Promise<unknown[]> =>
  desk.database.owner.query(`select kind, fields, reason from case_change where case_id = $1 order by version`, [
    of?.id,
  ]);

const steps: readonly [CaseOperation, object][] = [
  ['changeCase', { changes: { birthYear: 2012 } }],
  ['describeNeed', { need: { rungs: ['FOSTER'] } }],
  ['handOverCase', { region: 'region-2' }],
  ['closeCase', { reason: 'NOT_NEEDED' }],
];

describe('what is known of a child', () => {
  it('changes where it is said, and stays where it is not', async () => {
    const of = await opened({ languages: ['ti'], outOfHomeAuthorisation: 'OUT_OF_HOME_PLACEMENT' });
    const changed = await change(broker, of, {
      currentRung: 'FOSTER',
      outOfHomeAuthorisation: null,
      municipalityCode: '0034',
    });
    expect(changed.case?.version).toBe(2);
    const shown = 'birthYear languages currentRung outOfHomeAuthorisation municipality { code }';
    expect(await desk.read(owner, of?.id, shown)).toEqual({
      ...{ birthYear: 2014, languages: ['ti'], currentRung: 'FOSTER', outOfHomeAuthorisation: null },
      municipality: { code: '0034' },
    });
    expect(await changesOf(of)).toEqual([
      { kind: 'OPENED', fields: [], reason: null },
      { kind: 'FACTS_CHANGED', fields: ['municipalityCode', 'outOfHomeAuthorisation', 'currentRung'], reason: null },
    ]);
  });

  it('is not changed by saying it again', async () => {
    const of = await opened();
    const same = await change(broker, of, { birthYear: 2014, languages: [] });
    expect([same.case?.version, await changesOf(of)]).toMatchObject([1, [{ kind: 'OPENED' }]]);
  });

  it('moves what is sought near home along with the home', async () => {
    const of = await opened({ postcode4: '8232' });
    const near = await desk.step(owner, 'describeNeed', of, { need: { rungs: ['FOSTER'] } });
    await change(owner, near.case, { postcode4: '1315' });
    expect(await desk.read(owner, of?.id, 'postcode4 need { nearPostcode4 }')).toEqual({
      ...{ postcode4: '1315', need: { nearPostcode4: '1315' } },
    });
  });

  it('is restricted by a broker, and freed by its owner alone', async () => {
    const of = await opened({ postcode4: '8232' });
    const restricted = await change(broker, of, { isRestricted: true });
    for (const [changes, code] of [
      [{ isRestricted: false }, 'ONLY_FOR_OWNER'],
      [{ postcode4: '1315' }, 'ONLY_FOR_OWNER'],
      [{ ownReference: 'LT-1' }, 'ONLY_FOR_OWNER'],
    ] as const)
      expect((await change(broker, restricted.case, changes)).codes).toEqual([code]);
    const freed = await change(owner, restricted.case, { isRestricted: false });
    expect(await desk.read(broker, freed.case?.id, 'isRestricted postcode4')).toEqual({
      isRestricted: false,
      postcode4: '8232',
    });
  });

  it('is not restricted to nobody', async () => {
    expect((await change(broker, await opened({}, broker), { isRestricted: true })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe.each(steps)('%s', (operation, input) => {
  it.each<[string, Caller, string]>([
    ['the owner of another case', stranger, 'NOT_FOUND'],
    ['a broker of another region', elsewhere, 'NOT_FOUND'],
    ['a provider', callerAs('provider-planner', idOf(801)), 'FORBIDDEN'],
    ['an analyst', callerAs('analyst'), 'FORBIDDEN'],
    ['the privacy officer', callerAs('privacy-officer'), 'FORBIDDEN'],
  ])('is refused to %s, and that is written down where it was tried', async (_, caller, code) => {
    const of = await opened();
    expect((await desk.step(caller, operation, of, input)).codes).toEqual([code]);
    const noted = await desk.database.owner.query<unknown[]>(
      `select 1 from audit_event where outcome = 'REFUSED' and object_ids = array[$1::uuid] and action = 'U'`,
      [of?.id],
    );
    expect(noted).toHaveLength(code === 'NOT_FOUND' ? 1 : 0);
    expect(await desk.read(owner, of?.id, 'version status')).toEqual({ version: 1, status: 'OPEN' });
  });

  it('does not undo what another did: it names the version that there is now', async () => {
    const of = await opened();
    await change(broker, of, { currentRung: 'AMBULATORY' });
    const { codes, messages } = await desk.step(owner, operation, of, input);
    expect([codes, messages[0]]).toEqual([['VERSION_CONFLICT'], expect.stringContaining('versie 2')]);
  });

  it('is done once for each key', async () => {
    const [of, key] = [await opened(), { idempotencyKey: randomUUID() }];
    const first = await desk.step(owner, operation, of, { ...input, ...key });
    const again = await desk.step(owner, operation, of, { ...input, ...key });
    expect([first.codes, again.codes, again.isReplay, again.case]).toEqual([[], [], true, first.case]);
    expect(await changesOf(of)).toHaveLength(2);
  });

  it('is refused for a case that is closed', async () => {
    const closed = await desk.step(owner, 'closeCase', await opened(), { reason: 'OTHER' });
    const expected = operation === 'closeCase' ? 'STATE_CONFLICT' : 'CASE_CLOSED';
    expect((await desk.step(owner, operation, closed.case, input)).codes).toEqual([expected]);
  });
});

describe('two people who change one case at once', () => {
  it('are not both heard, and one of them is', async () => {
    const of = await opened();
    const answers = await Promise.all([
      change(owner, of, { currentRung: 'FOSTER' }),
      change(broker, of, { currentRung: 'SECURE' }),
    ]);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['VERSION_CONFLICT']);
  });
});

describe('the end of a case', () => {
  it('is said with its reason, and taken back for as long as the case is kept', async () => {
    const of = await opened();
    const closed = await desk.step(owner, 'closeCase', of, { reason: 'HELP_STARTED' });
    const reopened = await desk.step(broker, 'reopenCase', closed.case);
    expect([closed.case?.status, reopened.case?.status]).toEqual(['CLOSED', 'OPEN']);
    expect(await changesOf(of)).toMatchObject([
      { kind: 'OPENED' },
      { kind: 'CLOSED', reason: 'HELP_STARTED' },
      { kind: 'REOPENED' },
    ]);
    expect((await desk.step(broker, 'reopenCase', reopened.case)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('waits for what still runs, and says what that is', async () => {
    const of = await opened({ legalFrameworks: ['SUPERVISION'] });
    const [consent, referral] = [randomUUID(), randomUUID()];
    await desk.database.write({
      consents: [consentRow(1, { id: consent, caseId: of?.id ?? '' })],
      referrals: [referralRow(1, { id: referral, caseId: of?.id ?? '', ground: 'PROTECTION_MEASURE', consentIds: [] })],
    });
    const refused = await desk.step(owner, 'closeCase', of, { reason: 'OTHER' });
    expect(refused.codes).toEqual(['CASE_RUNNING']);
    expect(refused.messages[0]).toContain('open verwijzingen 1');
    await desk.database.owner.query('update referral set withdrawn_at = hub_now() where id = $1', [referral]);
    expect((await desk.step(owner, 'closeCase', of, { reason: 'OTHER' })).codes).toEqual([]);
  });

  it.each<[string, string, string | null, boolean]>([
    ['that goes until today', 'today', null, true],
    ['that goes from tomorrow', 'tomorrow', null, true],
    ['that went until yesterday', 'yesterday', null, false],
    ['that was to go on and was ended today', 'tomorrow', 'today', false],
    ['that is to be ended tomorrow', 'tomorrow', 'tomorrow', true],
  ])('waits for a duo %s, or not', async (_which, to, ended, waits) => {
    const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
    const day = (name: string): string => dutchDay(new Date(Date.now() + (days[name] ?? 0) * 86_400_000));
    const of = await opened();
    const told = { deploymentId: randomUUID(), caseId: of?.id, fromOn: day('yesterday'), toOn: day(to) };
    const tell = (more: object) =>
      desk.database.owner.query('select receive_deployments($1)', [JSON.stringify([{ ...told, ...more }])]);
    await tell({ endedOn: ended === null ? null : day(ended), version: 2 });
    await tell({ endedOn: day('yesterday'), version: 1 });
    const { codes, messages } = await desk.step(owner, 'closeCase', of, { reason: 'OTHER' });
    expect(codes).toEqual(waits ? ['CASE_RUNNING'] : []);
    if (waits) expect(messages[0]).toContain('duo’s 1');
  });

  it('is not taken back once the case is about to be erased', async () => {
    const closed = await desk.step(owner, 'closeCase', await opened(), { reason: 'OTHER' });
    await desk.database.owner.query(
      `update case_file set opened_at = hub_now() - interval '100 days', closed_at = hub_now() - interval '91 days' where id = $1`,
      [closed.case?.id],
    );
    const { codes, messages } = await desk.step(owner, 'reopenCase', closed.case);
    expect([codes, messages[0]]).toEqual([['RETENTION_OVER'], expect.stringContaining('90 dagen')]);
  });
});

describe('a case that is handed over', () => {
  it('is at once for the brokers of the other region, and for the former no more', async () => {
    const of = await opened({}, broker);
    const answer = await desk.step(broker, 'handOverCase', of, { region: 'region-2' });
    expect([answer.codes, answer.case]).toEqual([[], null]);
    expect(await desk.read(broker, of?.id, 'version')).toBeNull();
    expect(await desk.read(elsewhere, of?.id, 'version')).toEqual({ version: 2 });
  });

  it('is at once for its new owner, without the reference of the former', async () => {
    const of = await opened({ ownReference: 'LT-1', postcode4: '8232', isRestricted: true });
    await desk.step(owner, 'handOverCase', of, { ownerOrganisationId: idOf(902) });
    expect(await desk.read(owner, of?.id, 'version')).toBeNull();
    expect(await desk.read(stranger, of?.id, 'version ownReference postcode4')).toEqual({
      ...{ version: 2, ownReference: null, postcode4: '8232' },
    });
  });

  it('is worked on with its consultations by who has it now, and by nobody else', async () => {
    const asked = await desk.database.owner.query<{ id: string }[]>(
      `insert into consultation (region, municipality_code, referrer_kind, referrer_municipality_code, is_identified, channel, received_at, reporting_year, status)
       values ('flevoland', '0995', 'PARENT', '0995', true, 'PHONE', hub_now(), 2026, 'RECEIVED') returning id`,
    );
    const of = await opened({ consultationId: asked[0]?.id }, broker);
    await desk.step(broker, 'handOverCase', of, { region: 'region-2' });
    expect(await desk.read(elsewhere, of?.id, 'consultations { status version }')).toEqual({
      consultations: [{ status: 'RECEIVED', version: 2 }],
    });
    const contact = `insert into contact_moment (consultation_id, kind, at) values ('${asked[0]?.id}', 'PHONE', hub_now())`;
    await expect(desk.asCaller(broker, contact)).rejects.toThrow('row-level security');
    await expect(desk.asCaller(elsewhere, contact)).resolves.toBeDefined();
  });

  it('was handed over by somebody: the audit says so', async () => {
    const of = await opened();
    await desk.step(owner, 'handOverCase', of, { region: 'region-2' });
    const noted = await desk.database.owner.query<unknown[]>(
      `select user_id, outcome from audit_event where event_code = 'CASEHANDOVER_CHANGED' and $1 = any(object_ids)`,
      [of?.id],
    );
    expect(noted).toEqual([{ user_id: owner.subject, outcome: 'GRANTED' }]);
  });

  it.each<[string, Caller, object, string]>([
    ['from its owner by its brokers', broker, { ownerOrganisationId: idOf(902) }, 'ONLY_FOR_OWNER'],
    ['to a region that does not exist', owner, { region: 'atlantis' }, 'BAD_USER_INPUT'],
    ['to who has it already', owner, { region: 'flevoland' }, 'HOLDER_UNCHANGED'],
  ])('is not taken %s', async (_, caller, input, code) => {
    expect((await desk.step(caller, 'handOverCase', await opened(), input)).codes).toEqual([code]);
  });
});

describe('the database itself', () => {
  it.each<[string, Caller, string | null]>([
    ['by its brokers to another owner', broker, idOf(902)],
    ['by who does not see it', stranger, idOf(902)],
    ['to nobody', owner, null],
  ])('hands no case over %s', async (_, caller, to) => {
    const of = await opened();
    const tried = desk.asCaller(caller, 'select hand_over_case($1, $2, $3)', [of?.id, 'flevoland', to]);
    await expect(tried).rejects.toThrow('not handed over');
  });

  it('lets a broker free no case that is restricted', async () => {
    const of = await opened({ isRestricted: true });
    const freed = desk.asCaller(broker, 'update case_file set is_restricted = false where id = $1', [of?.id]);
    await expect(freed).rejects.toThrow('only its owner');
  });

  it('tells nobody what runs for the case of another', async () => {
    const of = await opened();
    expect(await desk.asCaller(stranger, 'select * from case_running($1)', [of?.id])).toEqual([
      { holds: null, referrals: null, duos: null },
    ]);
  });
});
