import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { createLogger } from '../../../../platform/process/logger.js';
import { smtpMailer } from '../../../../platform/sending/mailer.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { relay } from '../../../../platform/outbox/relay.js';
import type { Subgraph } from '../../../../platform/subgraph/subgraph-endpoint.js';
import { askSubgraph, type SubgraphReply } from '../../../../test/builders/ask-subgraph.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../../test/builders/databases/capacity-database.js';
import { startMailServer, type MailServer } from '../../../../test/builders/partners/mail-server.js';
import { toCapacityConfig } from '../../config.js';
import { tellPeople } from '../notice/tell-people.js';
import { openCapacity } from '../../server.js';
import { sendMail } from './send-mail.js';

const lines: string[] = [];
const logger = createLogger('test', 'warn', { write: (line) => void lines.push(line) });
const ours = '20000000-0000-4000-8000-000000000001';
const offerId = '10000000-0000-4000-8000-000000000001';
const holdId = '50000000-0000-4000-8000-000000000001';
const broker = { ...callerAs('care-broker'), subject: 'broker-1' };
const planner = { ...callerAs('provider-planner', ours), subject: 'planner-1' };
const noon = Date.parse('2026-11-21T12:00:00Z');

const set = `mutation ($input: SetNoticeAddressInput!) { setNoticeAddress(input: $input) { noticeAddress { address pendingAddress } } }`;
const confirm = `mutation ($input: ConfirmNoticeAddressInput!) { confirmNoticeAddress(input: $input) { noticeAddress { address pendingAddress } } }`;

let database: CapacityDatabase;
let capacity: Subgraph;
let server: MailServer;
let minutes = 0;
let keys = 0;

beforeAll(async () => {
  database = await openCapacityDatabase();
  capacity = await openCapacity(
    database.db,
    toCapacityConfig({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'hub@example.org' }),
  );
});

beforeEach(async () => {
  await database.owner.query('truncate outbox, notice, notice_address, mail cascade');
  await pass(60);
  server = await startMailServer();
});

afterEach(() => server.close());

afterAll(() => database.close());

async function pass(more: number): Promise<void> {
  minutes += more;
  await database.setClock(new Date(noon + minutes * 60_000).toISOString());
}

const nextKey = (): string => `key-${keys++}`;

const setAddress = (caller: Caller, address: string | null): Promise<SubgraphReply> =>
  askSubgraph(capacity, caller, set, { input: { idempotencyKey: nextKey(), address } });

const confirmCode = (caller: Caller, code: string): Promise<SubgraphReply> =>
  askSubgraph(capacity, caller, confirm, { input: { idempotencyKey: nextKey(), code } });

function send(): Promise<void> {
  const mailer = smtpMailer({ smtpUrl: server.url, from: 'Thuisbasis <hub@example.org>' });
  return sendMail(database.background.manager, { mailer, logger, signal: new AbortController().signal });
}

const codeIn = (source: string | undefined): string => /: ([A-Z2-9]{10})\s/.exec(source ?? '')?.[1] ?? '';

async function register(caller: Caller, address: string): Promise<void> {
  await setAddress(caller, address);
  await send();
  const { errors } = await confirmCode(caller, codeIn(server.received.at(-1)?.source));
  expect(errors).toEqual([]);
}

async function happen(kind: string, subject = broker.subject): Promise<void> {
  await emit(database.background.manager, [
    { kind, organisationId: ours, region: 'flevoland', subject, data: { offerId, holdId } },
  ]);
  await relay(database.background, { schema: 'capacity', consumers: [tellPeople({})], logger });
}

const waiting = async (): Promise<number> => (await database.owner.query<unknown[]>('select id from mail')).length;

describe('an address for mail', () => {
  it('holds once the code that was mailed there came back', async () => {
    const { data } = await setAddress(broker, 'broker@example.org');
    expect(data?.['setNoticeAddress']).toEqual({
      noticeAddress: { address: null, pendingAddress: 'broker@example.org' },
    });
    await happen('hold.accepted');
    await send();
    expect(server.received.map(({ to }) => to)).toEqual(['broker@example.org']);
    const code = codeIn(server.received[0]?.source);
    const confirmed = await confirmCode(broker, ` ${code.toLowerCase().slice(0, 5)} ${code.slice(5)}`);
    expect(confirmed.data?.['confirmNoticeAddress']).toEqual({
      noticeAddress: { address: 'broker@example.org', pendingAddress: null },
    });
  });

  it('does not hold with another code, with the code of another person, or after an hour', async () => {
    await setAddress(broker, 'broker@example.org');
    await send();
    const code = codeIn(server.received[0]?.source);
    expect(code).toHaveLength(10);
    expect((await confirmCode(broker, 'ABCDEFGHJK')).errors).toMatchObject([{ code: 'CODE_INVALID' }]);
    expect((await confirmCode(planner, code)).errors).toMatchObject([{ code: 'CODE_INVALID' }]);
    await pass(61);
    expect((await confirmCode(broker, code)).errors).toMatchObject([{ code: 'CODE_INVALID' }]);
  });

  it('keeps the former one until the new one is confirmed', async () => {
    await register(broker, 'old@example.org');
    await pass(10);
    await setAddress(broker, 'new@example.org');
    await happen('hold.accepted');
    await send();
    expect(
      server.received
        .map(({ to }) => to)
        .slice(1)
        .toSorted(),
    ).toEqual(['new@example.org', 'old@example.org']);
  });

  it('gets no second code within five minutes, and none by taking it away first', async () => {
    await setAddress(broker, 'a@example.org');
    expect((await setAddress(broker, 'b@example.org')).errors).toMatchObject([{ code: 'CODE_JUST_SENT' }]);
    await setAddress(broker, null);
    expect((await setAddress(broker, 'b@example.org')).errors).toMatchObject([{ code: 'CODE_JUST_SENT' }]);
    await pass(5);
    expect((await setAddress(broker, 'b@example.org')).errors).toEqual([]);
  });

  it('can be taken away, with the mail that waits for it', async () => {
    await register(broker, 'broker@example.org');
    await happen('hold.accepted');
    expect(await waiting()).toBe(1);
    await setAddress(broker, null);
    expect(await waiting()).toBe(0);
    await happen('hold.refused');
    expect(await waiting()).toBe(0);
  });

  it('takes no mail of a colleague with it, whose address it shares or was only claimed', async () => {
    await register(planner, 'team@example.org');
    await happen('hold.requested');
    await setAddress(broker, 'team@example.org');
    await setAddress(broker, null);
    await send();
    expect(server.received.slice(1).map(({ to }) => to)).toEqual(['team@example.org']);
    expect(server.received.at(-1)?.source).toContain('een reservering vraagt om uw antwoord');
  });

  it('must be one', async () => {
    for (const wrong of [
      'x',
      'a b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      `${'a'.repeat(250)}@example.org`,
    ])
      expect((await setAddress(broker, wrong)).errors).not.toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('is of no use where the hub sends no mail', async () => {
    const silent = await openCapacity(database.db, toCapacityConfig({}));
    const input = { idempotencyKey: nextKey(), address: 'broker@example.org' };
    expect((await askSubgraph(silent, broker, set, { input })).errors).toMatchObject([{ code: 'MAIL_OFF' }]);
  });

  it('keeps its code out of what is remembered of requests', async () => {
    await setAddress(broker, 'broker@example.org');
    await send();
    const kept: unknown = await database.owner.query('select * from idempotency_key');
    expect(JSON.stringify(kept)).not.toContain(codeIn(server.received[0]?.source));
    expect(await database.owner.query(`select code from mail where code is not null`)).toEqual([]);
  });
});

describe('a mail of a notice', () => {
  it('says that there is something to see, and nothing of what', async () => {
    await register(broker, 'broker@example.org');
    await happen('hold.refused');
    await send();
    const source = server.received.at(-1)?.source ?? '';
    expect(source).toContain('Subject: Thuisbasis: er is een antwoord op uw reservering');
    expect(source).toContain('open Thuisbasis om het te zien');
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).not.toMatch(/geweigerd|refused|10000000|50000000|flevoland/i);
  });

  it('is in the language in which the address was given', async () => {
    await register({ ...broker, language: 'en' }, 'broker@example.org');
    await happen('hold.expired');
    await send();
    expect(server.received.at(-1)?.source).toContain('Subject: Thuisbasis: a hold of yours expired');
  });

  it('goes to the planners of the organisation, and to who placed the hold', async () => {
    await register(planner, 'planner@example.org');
    await register(
      { ...callerAs('provider-planner', '20000000-0000-4000-8000-000000000002'), subject: 'other' },
      'other@example.org',
    );
    await register(broker, 'broker@example.org');
    const before = server.received.length;
    await happen('hold.requested');
    await send();
    expect(server.received.slice(before).map(({ to }) => to)).toEqual(['planner@example.org']);
    await happen('hold.accepted');
    await send();
    expect(server.received.slice(before + 1).map(({ to }) => to)).toEqual(['broker@example.org']);
  });

  it('is sent once, whoever sends', async () => {
    await register(broker, 'broker@example.org');
    for (let turn = 0; turn < 10; turn++) await happen('hold.accepted');
    await Promise.all([send(), send()]);
    expect(server.received).toHaveLength(11);
  });

  it('is tried again later while the server cannot take it, and given up after hours', async () => {
    await register(broker, 'broker@example.org');
    server.answerWith(451);
    await happen('hold.accepted');
    await send();
    await send();
    expect(await waiting()).toBe(1);
    server.answerWith(250);
    await pass(1);
    await send();
    expect([server.received.length, await waiting()]).toEqual([2, 0]);

    server.answerWith(451);
    await happen('hold.refused');
    for (let attempt = 0; attempt < 7; attempt++) {
      await send();
      await pass(721);
    }
    expect(await waiting()).toBe(0);
  });

  it('is not tried again when the server will never take it, and the operator hears so', async () => {
    await register(broker, 'broker@example.org');
    lines.length = 0;
    server.answerWith(550);
    await happen('hold.accepted');
    await send();
    expect(await waiting()).toBe(0);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { operation: 'HOLD_ACCEPTED', msg: 'a mail was given up' },
    ]);
    expect(lines.join()).not.toContain('example.org');
  });
});

describe('the settings of mail', () => {
  it('must make sense', () => {
    expect(() => toCapacityConfig({ SMTP_URL: 'mail.example' })).toThrow('SMTP_URL');
    expect(() => toCapacityConfig({ SMTP_URL: 'http://mail.example' })).toThrow('SMTP_URL');
    expect(() => toCapacityConfig({ SMTP_URL: 'smtp://mail.example' })).toThrow('MAIL_FROM');
    const settings = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'hub@example.org' };
    for (const text of [
      'fg@example.org',
      '["fg@example.org"]',
      '{"flevoland":"fg"}',
      '{"flevolnd":"fg@example.org"}',
      '{"flevoland":["fg@example.org"]}',
    ])
      expect(() => toCapacityConfig({ ...settings, PRIVACY_OFFICER_MAIL: text })).toThrow('PRIVACY_OFFICER_MAIL');
  });

  it('give an address of privacy officers only where mail is sent', () => {
    const text = '{"flevoland":"fg@example.org"}';
    expect(() => toCapacityConfig({ PRIVACY_OFFICER_MAIL: text })).toThrow('SMTP_URL');
    const settings = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'hub@example.org', PRIVACY_OFFICER_MAIL: text };
    expect(toCapacityConfig(settings).officerMail).toEqual({ flevoland: 'fg@example.org' });
  });
});
