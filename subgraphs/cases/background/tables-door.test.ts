import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type DataSource } from '../../../platform/database/database.js';
import { relay } from '../../../platform/outbox/relay.js';
import { createLogger } from '../../../platform/process/logger.js';
import { atWork, openTableDesk, type Stepped, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { casesStorage } from '../storage.js';
import { tellOfTables, tellTablesAnew } from './tables-door.store.js';

const { broker } = atWork;
const [anna, bert] = [idOf(71), idOf(72)];
const logger = createLogger('test', 'silent');
const plannedAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000).toISOString();
let desk: TableDesk;
let background: DataSource;

beforeAll(async () => {
  desk = await openTableDesk();
  const options = { url: desk.database.url('cases'), applicationName: 'cases-told', poolSize: 1 };
  background = await openDatabase(casesStorage, { ...options, statementTimeoutMs: 10_000, duty: 'background' });
});
afterAll(async () => {
  await background.destroy();
  await desk.close();
});
beforeEach(async () => {
  await desk.database.owner.query(
    'truncate cases.round_table, cases.outbox, cases.outbox_trouble, people.round_table_time',
  );
});

const step = (operation: string, input: object): Promise<Stepped> =>
  desk.step(broker, operation, 'roundTable', 'state', input);
const plan = (input: object = {}): Promise<Stepped> =>
  step('planRoundTable', {
    ...{ kind: 'RET_MORNING', plannedAt, participantIds: [anna, bert], caseId: idOf(1) },
    ...{ isInstitutionInvolved: false, isInstitutionInvited: false, ...input },
  });
const change = (operation: string, { id, version }: Stepped, input: object): Promise<Stepped> =>
  step(operation, { roundTableId: id, version, ...input });
const tell = (): Promise<void> => relay(background, { schema: 'cases', consumers: [tellOfTables], logger });
const after = (minutes: number): string => new Date(Date.parse(plannedAt) + minutes * 60_000).toISOString();

/** Whose time people takes for which table, from when until when. */
async function known(): Promise<unknown[][]> {
  await tell();
  const rows = await desk.database.owner.query<{ id: string; people: string[]; from: Date; until: Date }[]>(
    `select table_id as id, professional_ids as people, lower(during) as "from", upper(during) as until
     from people.round_table_time order by during, 1`,
  );
  return rows.map(({ id, people, from, until }) => [id, people, from.toISOString(), until.toISOString()]);
}

describe('a round table', () => {
  it('takes the time of who sits there, and people is told that alone', async () => {
    const { id } = await plan();
    expect(await known()).toEqual([[id, [anna, bert], plannedAt, after(90)]]);
    const [event] = await desk.database.owner.query<object[]>(
      'select kind, organisation_id, region, subject, data from cases.outbox',
    );
    expect(event).toEqual({
      ...{ kind: 'round-table.planned', organisation_id: null, region: null, subject: null },
      data: { tableId: id },
    });
  });

  it('that is cancelled takes nobody’s time, and the one in its place that of who sits there then', async () => {
    const first = await plan();
    await known();
    await change('cancelRoundTable', first, { reason: 'MOVED' });
    const next = await plan({ plannedAt: after(1440), participantIds: [bert] });
    expect(await known()).toEqual([
      [first.id, [], plannedAt, after(90)],
      [next.id, [bert], after(1440), after(1530)],
    ]);
  });

  it('that was held took the time of who came', async () => {
    const planned = await plan();
    const came = { participantIds: [anna], areParentsPresent: true, decisions: ['DEPLOY_DUO'] };
    await change('recordRoundTable', planned, came);
    expect((await known()).map(([, people]) => people)).toEqual([[anna]]);
  });

  it('that is moved in the database is followed as well', async () => {
    const { id } = await plan();
    await known();
    await desk.database.owner.query('update round_table set planned_at = $2 where id = $1', [id, after(60)]);
    expect(await known()).toEqual([[id, [anna, bert], after(60), after(150)]]);
  });

  it('of a case that is erased is gone from people', async () => {
    await plan({ caseId: idOf(2), isInstitutionInvited: true });
    expect(await known()).toHaveLength(1);
    await desk.database.owner.query('select remove_subject($1)', [idOf(2)]);
    expect(await known()).toEqual([]);
  });

  it('that people missed is told anew, and changes nothing for whoever knows it', async () => {
    const { id } = await plan();
    await relay(background, { schema: 'cases', consumers: [], logger });
    expect(await known()).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      await tellTablesAnew(background.manager);
      expect(await known()).toEqual([[id, [anna, bert], plannedAt, after(90)]]);
    }
  });

  it('is looked for with the duty of the background alone', async () => {
    await plan();
    const told = (): Promise<object[]> =>
      desk.database.owner.query(`select kind from cases.outbox where kind like 'round-table.%'`);
    await tellTablesAnew(desk.database.db.manager);
    expect(await told()).toEqual([{ kind: 'round-table.planned' }]);
    await tellTablesAnew(background.manager);
    expect(await told()).toHaveLength(2);
  });
});

describe('what people knows of round tables', () => {
  const told = (more: object = {}) =>
    desk.database.owner.query('select people.receive_round_tables($1)', [
      JSON.stringify([
        {
          ...{ tableId: idOf(1), professionalIds: [anna], version: 5 },
          ...{ startsAt: plannedAt, endsAt: after(90), ...more },
        },
      ]),
    ]);

  it('is not changed by what is older', async () => {
    await told();
    await told({ professionalIds: [bert], version: 4 });
    expect((await known()).map(([, people]) => people)).toEqual([[anna]]);
  });

  it('cases can neither read nor write', async () => {
    for (const sql of [
      'select from people.round_table_time',
      'delete from people.round_table_time',
      'select from people.taken_time',
    ])
      await expect(desk.database.db.query(sql)).rejects.toThrow(/permission denied/);
  });

  it('is forgotten a month after it', async () => {
    await told();
    await desk.database.moveClock('40 days');
    await told({ tableId: idOf(2), startsAt: after(70_000), endsAt: after(70_090) });
    expect((await known()).map(([id]) => id)).toEqual([idOf(2)]);
  });
});
