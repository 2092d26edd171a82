import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { relay } from '../../../platform/outbox/relay.js';
import { createLogger } from '../../../platform/process/logger.js';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { peopleStorage } from '../storage.js';
import { idOf } from '../testing/rows.js';
import { tellCases } from './cases-door.store.js';

const { broker } = duoPeople;
const logger = createLogger('test', 'silent');
let desk: DuoDesk;
let background: DataSource;
let today: string;

beforeAll(async () => {
  desk = await openDuoDesk();
  const url = desk.database.url('people');
  const options = { url, applicationName: 'people-told', poolSize: 1, statementTimeoutMs: 10_000 };
  background = await openDatabase(peopleStorage, { ...options, duty: 'background' });
  const [row] = await desk.owner.query<{ today: string }[]>('select today() as today');
  today = row?.today ?? '';
  await desk.owner.query(
    `insert into cases.case_file (id, number, region, birth_year, responsible_municipality_code, municipality_code, current_rung,
       is_threatened_out_of_home, status, opened_at)
     values ($1, 'FL-26-0001', 'flevoland', 2014, '0995', '0995', 'AMBULATORY', false, 'OPEN', now())`,
    [idOf(1)],
  );
});
afterAll(async () => {
  await background.destroy();
  await desk.close();
});
beforeEach(async () => {
  await desk.begin();
  await desk.owner.query('truncate people.outbox, people.outbox_trouble, cases.known_deployment');
});

const day = (after: number): string => new Date(Date.parse(today) + after * 86_400_000).toISOString().slice(0, 10);
const tell = (): Promise<void> => relay(background, { schema: 'people', consumers: [tellCases], logger });
const known = (): Promise<object[]> =>
  desk.owner.query(
    `select case_id as "caseId", from_on::text as "fromOn", to_on::text as "toOn", ended_on::text as "endedOn", purpose, end_reason as "endReason",
       placed_at = (select d.placed_at from people.deployment d where d.id = deployment_id) as "isPlaced", ended_at is not null as "isEnded" from cases.known_deployment`,
  );

async function deployed(): Promise<{ deploymentId: string; version: number }> {
  const { deployment, codes } = await desk.step(broker, 'deployDuo', {
    ...{ caseId: idOf(1), teamId: idOf(51), professionalIds: [idOf(11), idOf(22)], purpose: 'PREVENT_OUT_OF_HOME' },
    ...{ hours: [{ timeWindow: 'EVENING', hoursPerWeek: 2 }], toOn: day(30) },
  });
  expect(codes).toEqual([]);
  return { deploymentId: deployment?.id ?? '', version: deployment?.version ?? 0 };
}

describe('a duo that goes to a family', () => {
  it('is known to cases once it was told, by identifiers, days and codes', async () => {
    await deployed();
    expect(await known()).toEqual([]);
    await tell();
    expect(await known()).toEqual([
      {
        ...{ caseId: idOf(1), fromOn: today, toOn: day(30), endedOn: null },
        ...{ purpose: 'PREVENT_OUT_OF_HOME', endReason: null, isPlaced: true, isEnded: false },
      },
    ]);
    const events = await desk.owner.query<object[]>('select kind, region, data from people.outbox');
    expect(JSON.stringify(events)).not.toContain(idOf(1));
    expect(events).toEqual([
      { kind: 'deployment.booked', region: 'flevoland', data: { deploymentId: expect.any(String) } },
    ]);
  });

  it('is told anew when it goes on for longer, and when it stops; told twice, it changes nothing', async () => {
    const { deploymentId, version } = await deployed();
    await desk.step(broker, 'extendDeployment', { deploymentId, version, toOn: day(40) });
    await tell();
    expect(await known()).toMatchObject([{ toOn: day(40), endedOn: null }]);
    await desk.step(broker, 'endDeployment', { deploymentId, version: version + 1, reason: 'GOAL_REACHED' });
    await tell();
    const [stopped] = await known();
    expect(stopped).toMatchObject({ endedOn: expect.any(String), endReason: 'GOAL_REACHED', isEnded: true });
    await desk.owner.query('update people.outbox set position = null');
    await tell();
    expect(await known()).toEqual([stopped]);
  });

  it('is not told of a case that cases does not have any more', async () => {
    const { deploymentId } = await deployed();
    await desk.owner.query('update deployment_case set case_id = $2 where deployment_id = $1', [deploymentId, idOf(2)]);
    await tell();
    expect(await known()).toEqual([]);
  });

  it('lets people do nothing else in cases', async () => {
    for (const sql of [
      'select from cases.case_file',
      'select from cases.known_deployment',
      `select cases.case_running('${idOf(1)}')`,
    ])
      await expect(desk.db.query(sql)).rejects.toThrow(/permission denied/);
  });
});
