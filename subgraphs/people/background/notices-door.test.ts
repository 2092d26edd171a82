import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { relay } from '../../../platform/outbox/relay.js';
import { createLogger } from '../../../platform/process/logger.js';
import {
  memberOf,
  networkPeople,
  openNetworkDesk,
  plannerOf,
  question,
  teamOf,
  type NetworkDesk,
} from '../../../test/builders/desks/network-desk.js';
import { tellOverdue } from '../network/tell-overdue.store.js';
import { peopleStorage } from '../storage.js';
import { idOf } from '../testing/rows.js';
import { tellOfRequests } from './notices-door.store.js';

const { asker } = networkPeople;
const logger = createLogger('test', 'silent');
let desk: NetworkDesk;
let second: DataSource;

beforeAll(async () => {
  desk = await openNetworkDesk(2);
  const options = {
    url: desk.database.url('people'),
    applicationName: 'second',
    poolSize: 2,
    statementTimeoutMs: 10_000,
  };
  second = await openDatabase(peopleStorage, { ...options, duty: 'background' });
});
afterAll(async () => {
  await second.destroy();
  await desk.close();
});
beforeEach(async () => {
  await desk.begin();
  await desk.owner.query('truncate capacity.outbox, capacity.notice cascade');
});

const tell = (): Promise<void> => relay(desk.background, { schema: 'people', consumers: [tellOfRequests], logger });

/** What capacity heard: what happened, to which question, and who takes part in the team. */
async function heard(): Promise<unknown[][]> {
  await tell();
  const rows = await desk.owner.query<{ kind: string; data: Record<string, unknown> }[]>(
    'select kind, data from capacity.outbox order by id',
  );
  return rows.map(({ kind, data }) => [kind, data['networkRequestId'], data['organisationIds']]);
}

async function ask(): Promise<string> {
  const input = { ...question, expertise: null };
  expect(await desk.try(asker, ({ networkSteps }) => networkSteps.ask(asker, input))).toBe('OK');
  const [row] = await desk.owner.query<{ id: string }[]>('select id from network_request');
  return row?.id ?? '';
}

describe('a question to the network', () => {
  it('is told of to who takes part in the team that is asked, and in each that it is handed on to', async () => {
    const requestId = await ask();
    expect(await heard()).toEqual([['network-request.asked', requestId, [idOf(1)]]]);
    const planner = plannerOf(1);
    const handOn = desk.try(planner, ({ networkSteps }) =>
      networkSteps.handOn(planner, { requestId, version: 1 }, 'NO_TIME', teamOf(2)),
    );
    expect(await handOn).toBe('OK');
    expect((await heard()).slice(1)).toEqual([['network-request.handed-on', requestId, [idOf(2)]]]);
  });

  it('is told of once it comes before the brokers of the region, and not again while it lies there', async () => {
    const requestId = await ask();
    const escalate = (version: number) =>
      desk.try(asker, ({ networkSteps }) => networkSteps.escalate(asker, { requestId, version }, 'RULES'));
    expect(await escalate(1)).toBe('OK');
    expect(await escalate(2)).toEqual(['STATE_CONFLICT', { state: 'ESCALATED' }]);
    expect((await heard()).slice(1)).toEqual([['network-request.escalated', requestId, [idOf(1)]]]);
  });

  it('writes an event when somebody calls back and when it is answered, of which nobody gets a notice', async () => {
    const requestId = await ask();
    const planner = plannerOf(1);
    for (const [version, answer] of [
      [1, 'CONTACTED'],
      [2, 'ADVICE_GIVEN'],
    ] as const)
      expect(
        await desk.try(planner, ({ networkSteps }) => networkSteps.answer(planner, { requestId, version }, answer)),
      ).toBe('OK');
    expect(await heard()).toEqual([['network-request.asked', requestId, [idOf(1)]]]);
    const events = await desk.owner.query<object[]>(
      `select kind, data from people.outbox where kind <> 'network-request.asked' order by id`,
    );
    const data = { requestId, teamId: teamOf(1) };
    expect(events).toEqual([
      { kind: 'network-request.contacted', data },
      { kind: 'network-request.answered', data },
    ]);
  });

  it('carries codes and identifiers alone, and comes once however often it is told', async () => {
    const requestId = await ask();
    await tell();
    const [event] = await desk.owner.query<object[]>(
      'select region, organisation_id, subject, data from people.outbox',
    );
    expect(event).toEqual({
      ...{ region: 'flevoland', organisation_id: null, subject: null },
      data: { requestId, teamId: teamOf(1) },
    });
    await desk.owner.query('update people.outbox set position = null');
    expect(await heard()).toHaveLength(1);
  });
});

describe('a question on which nobody calls back within 48 hours', () => {
  it('is told of once, also by two processes that look at the same moment, again and again', async () => {
    const late = [await desk.asked(1, 49), await desk.asked(2, 500)];
    await desk.asked(1, 47);
    await desk.owner.query('delete from people.outbox');
    for (let round = 0; round < 5; round += 1)
      await Promise.all([desk.background, second, desk.background, second].map((db) => tellOverdue(db.manager)));
    const told = await heard();
    expect(told.toSorted()).toEqual(
      late.map((id, index) => ['network-request.overdue', id, [idOf(index + 1)]]).toSorted(),
    );
  });

  it('is not told of where somebody did, or while somebody is at it', async () => {
    const requestId = await desk.asked(1, 49);
    await desk.owner.query('delete from people.outbox');
    const member = memberOf(1);
    const busy = desk.owner.createQueryRunner();
    await busy.startTransaction();
    await busy.query('select from network_request where id = $1 for update', [requestId]);
    await tellOverdue(desk.background.manager);
    await busy.rollbackTransaction();
    await busy.release();
    expect(await heard()).toEqual([]);
    const read = { requestId, version: 1 };
    expect(await desk.try(member, ({ networkSteps }) => networkSteps.answer(member, read, 'CONTACTED'))).toBe('OK');
    await tellOverdue(desk.background.manager);
    expect(await heard()).toEqual([]);
  });

  it('is looked for with the duty of the background alone: a request notes none of others', async () => {
    await desk.asked(1, 49);
    await desk.owner.query('delete from people.outbox');
    await tellOverdue(desk.db.manager);
    for (const caller of [networkPeople.stranger, networkPeople.brokerElsewhere, plannerOf(2)])
      await withCaller(desk.db, caller, tellOverdue);
    expect(await heard()).toEqual([]);
  });
});

it('people can do nothing else in capacity than have it told of questions', async () => {
  for (const sql of [
    'select from capacity.notice',
    'select from capacity.outbox',
    `insert into capacity.outbox (kind, data) values ('hold.accepted', '{}')`,
    `select capacity.receive_cases('[]')`,
  ])
    await expect(desk.db.query(sql)).rejects.toThrow(/permission denied/);
  await desk.background.query('select capacity.receive_network_requests($1)', [
    JSON.stringify([{ eventId: idOf(1), kind: 'hold.accepted', region: 'flevoland', organisationIds: [] }]),
  ]);
  expect(await desk.owner.query('select from capacity.outbox')).toEqual([]);
});
