import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { withCaller } from '../../../../platform/database/with-caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { glassPeople } from '../../../../test/builders/desks/glass-desk.js';
import { openToldDesk, type ToldDesk } from '../../../../test/builders/desks/told-desk.js';
import { startMailServer } from '../../../../test/builders/partners/mail-server.js';
import { idOf } from '../../../../test/builders/rows/case.js';
import { erasureStore } from '../../erasure/erasure.store.js';

const { broker, owner, officer } = glassPeople;
const newOwner = callerAs('case-owner', idOf(902));
const brokerThere: Caller = { ...broker, subject: 'somebody there', region: 'region-2' };
const caseId = idOf(7);
let desk: ToldDesk;

beforeAll(async () => {
  desk = await openToldDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.begin());

const handOver = async (caller: Caller, to: object, version = 1): Promise<unknown[]> =>
  (
    await desk.ask(caller, 'mutation ($input: HandOverCaseInput!) { handOverCase(input: $input) { isReplay } }', {
      input: { idempotencyKey: randomUUID(), caseId, version, ...to },
    })
  ).codes;
const told = (caller: Caller): Promise<readonly unknown[]> => desk.toldTo(caller, 'kind caseId');
const received = { kind: 'CASE_RECEIVED', caseId };

describe('who gets a case', () => {
  it('is told with the next turn of the relay: the brokers of another region, and another owner', async () => {
    expect(await handOver(owner, { region: 'region-2', ownerOrganisationId: idOf(902) })).toEqual([]);
    await desk.relay();
    for (const caller of [newOwner, { ...newOwner, subject: 'a colleague' }, brokerThere])
      expect(await told(caller)).toEqual([received]);
    for (const caller of [owner, broker, officer, callerAs('case-owner', idOf(903))])
      expect(await told(caller)).toEqual([]);
  });

  it('is told of what is new only: an owner that stays hears nothing of another region', async () => {
    expect(await handOver(owner, { region: 'region-2' })).toEqual([]);
    await desk.relay();
    expect([await told(brokerThere), await told(owner)]).toEqual([[received], []]);
    const seen = (caller: Caller): Promise<unknown[]> =>
      withCaller(desk.requests, caller, (tx) => tx.query(`select from notice where kind = 'CASE_RECEIVED'`));
    expect([(await seen(brokerThere)).length, (await seen(broker)).length]).toEqual([1, 0]);
  });

  it('is told once, however often the event comes', async () => {
    await handOver(owner, { region: 'region-2' });
    await desk.relay();
    await desk.database.owner.query('update cases.outbox set position = null');
    await desk.relay();
    expect(await told(brokerThere)).toEqual([received]);
  });

  it('is told nothing where nothing was handed over', async () => {
    expect(await handOver(newOwner, { region: 'region-2' })).toEqual(['NOT_FOUND']);
    await desk.database.owner.query(`update cases.case_file set languages = '{ti}', version = version + 1`);
    await desk.relay();
    expect(await told(brokerThere)).toEqual([]);
  });

  it('gets a mail that says that there is something, and neither which case nor anything of a child', async () => {
    const server = await startMailServer();
    try {
      await desk.wantMail(brokerThere, 'broker@example.org', async () => {
        await desk.mail(server.url);
        return /: ([A-Z2-9]{10})\s/.exec(server.received.at(-1)?.source ?? '')?.[1] ?? '';
      });
      await handOver(owner, { region: 'region-2' });
      await desk.relay();
      await desk.mail(server.url);
      const { to, source } = server.received.at(-1) ?? { to: '', source: '' };
      expect([server.received.length, to]).toEqual([2, 'broker@example.org']);
      expect(source).toContain('overgedragen');
      // the identifier of the mail is random, and may hold any digits
      expect(source.replace(/^Message-ID:.*$/m, '')).not.toMatch(new RegExp(`${caseId}|FL-26|389`));
    } finally {
      await server.close();
    }
  });

  it('is told nothing of it any more once it has gone on to others', async () => {
    await handOver(owner, { region: 'region-2', ownerOrganisationId: idOf(902) });
    await desk.relay();
    expect([await told(brokerThere), await told(newOwner)]).toEqual([[received], [received]]);
    expect(await handOver(newOwner, { region: 'flevoland', ownerOrganisationId: idOf(903) }, 2)).toEqual([]);
    await desk.relay();
    expect([await told(brokerThere), await told(newOwner)]).toEqual([[], []]);
    expect(await told(callerAs('case-owner', idOf(903)))).toEqual([received]);
  });

  it('is told of no case that was erased since', async () => {
    await handOver(owner, { region: 'region-2' });
    await desk.relay();
    const erasures = erasureStore(desk.database.owner.manager);
    await erasures.begin({ caseId, number: 'FL-26-0001', actor: 'a#b', orderedBy: 'FG', releasesHolds: false });
    await erasures.finish();
    expect(await told(brokerThere)).toEqual([]);
    expect(await desk.database.owner.query('select from capacity.hand_over_case')).toEqual([]);
  });
});
