import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { idOf } from '../testing/rows.js';
import { duoUseReadModel } from './duo-use.read-model.js';
import { duoUseService } from './duo-use.service.js';
import type { DuoUseGrouping } from './duo-use.vocabulary.js';

const { broker, brokerElsewhere } = duoPeople;
let desk: DuoDesk;

beforeAll(async () => {
  desk = await openDuoDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.begin());

interface Sent {
  readonly n?: number;
  readonly members?: readonly number[];
  readonly from?: string;
  readonly to?: string;
  readonly endedOn?: string | null;
  readonly reason?: string | null;
  readonly purpose?: string;
  readonly region?: string;
}

/** A duo for case n: four weeks of two hours in the evening each, unless another period is given. */
async function send({
  n = 1,
  members = [11, 21],
  from = '2025-03-03',
  to = '2025-03-30',
  ...other
}: Sent = {}): Promise<string> {
  const { endedOn = null, reason = null, purpose = 'PREVENT_OUT_OF_HOME', region = 'flevoland' } = other;
  const id = randomUUID();
  await desk.owner.query(
    `insert into deployment (id, team_id, purpose, region, from_on, to_on, ended_on, end_reason, placed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, 'x')`,
    [id, idOf(51), purpose, region, from, to, endedOn, reason],
  );
  await desk.owner.query('insert into deployment_case values ($1, $2)', [id, idOf(n)]);
  await desk.owner.query(
    `insert into deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
     select $1, p, 'EVENING', 2, $3, $4 from unnest($2::uuid[]) p`,
    [id, members.map(idOf), from, endedOn ?? to],
  );
  return id;
}

/** Tells people of case n, as cases does. */
const tell = (n: number, municipalityCode: string, version: number): Promise<unknown> =>
  desk.owner.query('select receive_cases($1)', [
    JSON.stringify([
      {
        caseId: idOf(n),
        ownerOrganisationId: null,
        region: 'flevoland',
        status: 'OPEN',
        isRestricted: false,
        municipalityCode,
        version,
      },
    ]),
  ]);

/** The rows in which a duo is counted: how many, their hours together, and the medians of hours and weeks of a duo. */
async function use(
  by: DuoUseGrouping,
  asOf = '2025-12-31',
  caller = broker,
  year = 2025,
): Promise<Record<string, (number | string | null)[]>> {
  return withCaller(desk.db, caller, async (tx) => {
    const figure = await duoUseService(duoUseReadModel(tx)).duoUse(caller, { region: null, year, asOf }, by);
    const told = [...figure.rows, ...(figure.total ? [figure.total] : [])].map(
      ({ key, title, cells }) =>
        [by === 'ORGANISATION' ? title : key, cells.map((cell) => cell.value ?? cell.whyWithheld)] as const,
    );
    return Object.fromEntries(told.filter(([, cells]) => cells[0] !== 0));
  });
}

describe('how duos are used', () => {
  it('counts a duo once, with the hours of both and the weeks that it went', async () => {
    await send();
    await send({ from: '2025-06-02', to: '2025-06-15', members: [12, 22], purpose: 'SHORTEN_STAY' });
    expect(await use('MONTH')).toEqual({ '2025-03': [1, 16, 16, 4], '2025-06': [1, 8, 8, 2], TOTAL: [2, 24, 12, 3] });
    expect(await use('PURPOSE')).toMatchObject({ PREVENT_OUT_OF_HOME: [1, 16, 16, 4], SHORTEN_STAY: [1, 8, 8, 2] });
  });

  it('counts what went by the day, and no further than the year', async () => {
    await send();
    await send({ from: '2025-12-22', to: '2026-01-18', members: [12, 22] });
    expect(await use('MONTH', '2025-03-16')).toEqual({ '2025-03': [1, 8, 8, 2], TOTAL: [1, 8, 8, 2] });
    expect((await use('MONTH', '2026-02-01'))['2025-12']).toEqual([1, 6, 6, 1]);
  });

  it('counts no duo that was sent by mistake, stopped before it began, or is of another region', async () => {
    await send({ reason: 'MISTAKE', endedOn: '2025-03-09' });
    await send({ members: [12, 22], reason: 'FAMILY_STOPPED', endedOn: '2025-03-02' });
    await send({ n: 3, members: [12, 22], region: 'region-2' });
    expect(await use('MONTH')).toEqual({});
    expect(await use('MONTH', '2025-12-31', brokerElsewhere)).toMatchObject({ TOTAL: [1, 16, 16, 4] });
  });

  it('counts at the organisation and the expertise of either member, and names who could have gone', async () => {
    await send();
    await send({ members: [12, 22] });
    expect(await use('ORGANISATION')).toEqual({ 'Organisatie 1': [2, 16, 8, 4], 'Organisatie 2': [2, 16, 8, 4] });
    expect(await use('EXPERTISE')).toEqual({ AUTISM: [1, 8, 8, 4], CHILD_PSYCHIATRY: [1, 8, 8, 4] });
    const { rows } = await withCaller(desk.db, broker, (tx) =>
      duoUseService(duoUseReadModel(tx)).duoUse(broker, { region: null, year: 2025, asOf: null }, 'ORGANISATION'),
    );
    expect(rows.map(({ title }) => title)).toEqual(['Organisatie 1', 'Organisatie 2', 'Organisatie 3']);
  });

  it('counts what duos did, by the hours that were written down for it', async () => {
    const id = await send();
    await desk.owner.query(
      `insert into deployment_action (deployment_id, kind, done_on, hours) values ($1, 'PRACTICAL_HELP', '2025-03-05', 1.5), ($1, 'PRACTICAL_HELP', '2025-03-12', 2.5),
         ($1, 'FAMILY_TALK', '2025-03-20', 1)`,
      [id],
    );
    expect(await use('ACTION', '2025-03-15')).toEqual({ PRACTICAL_HELP: [1, 4, 4, 2] });
  });

  it('counts where the child lived when the duo was sent, as soon as that is known and also when the case is gone', async () => {
    await tell(1, '0034', 100);
    await send();
    await tell(1, '0995', 101);
    await send({ n: 2, members: [12, 22] });
    expect(Object.keys(await use('MUNICIPALITY'))).toEqual(['0034', 'UNKNOWN', 'TOTAL']);
    await tell(2, '0363', 102);
    expect(Object.keys(await use('MUNICIPALITY'))).toEqual(['0034', 'ELSEWHERE', 'TOTAL']);
    await desk.owner.query('select forget_case($1)', [idOf(2)]);
    expect(Object.keys(await use('MUNICIPALITY'))).toEqual(['0034', 'ELSEWHERE', 'TOTAL']);
  });

  it('tells an analyst of no few, and of no year that goes on', async () => {
    await send();
    expect(await use('MONTH', '2025-12-31', callerAs('analyst'))).toMatchObject({
      TOTAL: ['FEW', 'FEW', 'FEW', 'FEW'],
    });
    const running = await use('PURPOSE', '2025-12-31', callerAs('analyst'), new Date().getFullYear());
    expect(new Set(Object.values(running).flat())).toEqual(new Set(['PERIOD_OPEN']));
  });

  it('is told to nobody else by the database, whatever a statement forgets to ask', async () => {
    await send();
    const ask = `select from duo_use('flevoland', '{}', 'MONTH', '2025-01-01', '2025-12-31')`;
    const count = async (caller: typeof broker): Promise<number> =>
      (await withCaller(desk.db, caller, (tx) => tx.query<unknown[]>(ask))).length;
    expect(await count(callerAs('analyst'))).toBeGreaterThan(0);
    for (const caller of [brokerElsewhere, duoPeople.owner, duoPeople.planner, callerAs('ret-member')])
      expect(await count(caller)).toBe(0);
  });
});
