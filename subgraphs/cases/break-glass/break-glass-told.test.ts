import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { glassPeople, proven, wordsOfBroker } from '../../../test/builders/desks/glass-desk.js';
import { officerAddress, openToldDesk, type ToldDesk } from '../../../test/builders/desks/told-desk.js';
import { startMailServer, type MailServer } from '../../../test/builders/partners/mail-server.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { erasureStore } from '../erasure/erasure.store.js';

const { broker, colleague, owner, officer } = glassPeople;
const nowhere = 'smtp://127.0.0.1:1';
let desk: ToldDesk;
let server: MailServer;

beforeAll(async () => {
  desk = await openToldDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.begin();
  server = await startMailServer();
});
afterEach(() => server.close());

const received = (): string[] => server.received.map(({ to }) => to).toSorted();
const rowsOf = (table: string): Promise<object[]> => desk.database.owner.query(`select * from ${table}`);

async function opened(): Promise<string> {
  const { id, codes } = await desk.open(proven(broker), 1);
  expect(codes).toEqual([]);
  return id;
}

/** Lets somebody be mailed at an address. */
const wantMail = (caller: Caller, address: string): Promise<void> =>
  desk.wantMail(caller, address, async () => {
    await desk.mail(server.url);
    return /: ([A-Z2-9]{10})\s/.exec(server.received.at(-1)?.source ?? '')?.[1] ?? '';
  });

describe('an emergency access', () => {
  it('is told to the owner of the case and the officers of its region with the next turn of the relay', async () => {
    const id = await opened();
    await desk.relay();
    for (const reader of [owner, { ...owner, subject: 'somebody else there' }, officer])
      expect(await desk.toldTo(reader)).toEqual([
        { kind: 'BREAK_GLASS_OPENED', breakGlassId: id, message: expect.stringMatching(/^Er is noodtoegang gebruikt/) },
      ]);
    const [told] = await desk.database.owner.query<object[]>(
      `select count(*)::int as notices, bool_and(n.created_at between g.opened_at and hub_now()) as in_time
       from capacity.notice n join cases.break_glass g on g.id = n.break_glass_id`,
    );
    expect(told).toEqual({ notices: 2, in_time: true });
  });

  it.each<[string, Caller, readonly string[]]>([
    ['another owner', callerAs('case-owner', idOf(902)), []],
    ['an owner without an organisation', callerAs('case-owner'), []],
    ['an officer of another region', { ...officer, region: 'utrecht' }, []],
    ['an officer without a region', { ...officer, region: null }, []],
    ['the broker who did it', broker, []],
    ['a colleague', colleague, []],
    ['a planner, also where its organisation is the owner', callerAs('provider-planner', idOf(901)), []],
    ['a system of a provider', callerAs('provider-system', idOf(901)), ['FORBIDDEN']],
    ['an analyst', callerAs('analyst', idOf(901)), ['FORBIDDEN']],
  ])('is told to nobody else: %s', async (_who, caller, answer) => {
    await opened();
    await desk.relay();
    expect(await desk.toldTo(caller)).toEqual(answer);
  });

  it('that was refused is told to nobody', async () => {
    expect((await desk.open(broker, 1)).codes).toEqual(['SECOND_FACTOR_NEEDED']);
    await desk.relay();
    expect([await rowsOf('cases.break_glass'), await desk.toldTo(officer)]).toEqual([[], []]);
  });

  it('is an event of identifiers and codes, written with it', async () => {
    const id = await opened();
    const told = await desk.database.owner.query<object[]>(
      `select organisation_id, region, subject, data from cases.outbox where kind = 'break-glass.opened'`,
    );
    const ownerOrganisationId = idOf(901);
    expect(told).toEqual([
      {
        ...{ organisation_id: ownerOrganisationId, region: 'flevoland', subject: null },
        data: { breakGlassId: id, caseId: idOf(1), ownerOrganisationId, region: 'flevoland' },
      },
    ]);
  });

  it('is told once, also by a relay that died before it committed', async () => {
    await opened();
    await desk.database.owner.query(`create function capacity.die() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
    await desk.database.owner.query(
      'create trigger dies after insert on capacity.mail for each statement execute function capacity.die()',
    );
    await expect(desk.relay()).rejects.toThrow();
    await desk.database.owner.query('drop function capacity.die cascade');
    expect(await desk.toldTo(officer)).toEqual([]);
    await desk.relay();
    await desk.database.owner.query('update cases.outbox set position = null');
    await desk.database.owner.query('update capacity.outbox set position = null');
    await desk.relay();
    await desk.mail(server.url);
    expect([await desk.toldTo(officer), received()]).toEqual([[expect.anything()], [officerAddress]]);
  });

  it('goes from events, notices and mail with its case', async () => {
    const id = await opened();
    await desk.relay();
    const places = ['outbox', 'notice', 'mail', 'break_glass_case'].map((table) => `capacity.${table}`);
    const knows = async (): Promise<boolean[]> =>
      Promise.all(places.map(async (table) => JSON.stringify(await rowsOf(table)).includes(id)));
    expect(await knows()).toEqual([true, true, true, true]);
    const erasures = erasureStore(desk.database.owner.manager);
    await erasures.begin({
      caseId: idOf(1),
      number: 'FL-26-0001',
      actor: 'a#b',
      orderedBy: 'FG',
      releasesHolds: false,
    });
    await erasures.finish();
    expect(await knows()).toEqual([false, false, false, false]);
  });
});

describe('a mail of emergency access', () => {
  it('goes to the address of the officers, and to those who asked for mail and may know', async () => {
    await wantMail(owner, 'owner@example.org');
    await wantMail(officer, 'officer@example.org');
    await wantMail({ ...officer, subject: 'elsewhere', region: 'utrecht' }, 'elsewhere@example.org');
    await wantMail(callerAs('provider-planner', idOf(901)), 'planner@example.org');
    await wantMail(broker, 'broker@example.org');
    const codes = received().length;
    await opened();
    await desk.relay();
    await desk.mail(server.url);
    const recipients = server.received.slice(codes).map(({ to }) => to);
    expect(recipients.toSorted()).toEqual([officerAddress, 'officer@example.org', 'owner@example.org']);
  });

  it('tells that it was used, its identifier and where to look, and nothing of the child or the broker', async () => {
    const id = await opened();
    await desk.relay();
    await desk.mail(server.url);
    const source = (server.received[0]?.source ?? '').replaceAll(/=\r?\n/g, '');
    expect(source).toContain('Subject: Thuisbasis: er is noodtoegang gebruikt');
    expect(source).toContain(id);
    expect(source).toMatch(/Open Thuisbasis en bekijk onder noodtoegang/);
    expect(source).not.toMatch(new RegExp(`${idOf(1)}|${idOf(901)}|FL-26|389[123]|broker-1|flevoland|DANGER`));
    expect(source).not.toContain(wordsOfBroker);
  });

  it('goes before any other that waits', async () => {
    await desk.database.owner.query(
      `insert into capacity.mail (address, language, kind, subject, next_attempt_at)
       select 'planner@example.org', 'nl', 'FIGURE_STALE', 'p', hub_now() - interval '1 hour' from generate_series(1, 3)`,
    );
    await opened();
    await desk.relay();
    await desk.mail(server.url);
    expect(server.received.map(({ to }) => to)).toEqual([officerAddress, ...Array<string>(3).fill('planner@example.org')]); // prettier-ignore
  });

  it('that finds no mail server keeps nobody from opening, and goes out when there is one again', async () => {
    const id = await opened();
    await desk.relay();
    await desk.mail(nowhere);
    expect((await desk.open(proven(broker), 2)).codes).toEqual([]);
    expect(await desk.toldTo(officer)).toMatchObject([{ breakGlassId: id }]);
    await desk.database.moveClock('2 minutes');
    await desk.mail(server.url);
    expect(received()).toEqual([officerAddress]);
    expect(await rowsOf('capacity.mail')).toEqual([]);
  });
});
