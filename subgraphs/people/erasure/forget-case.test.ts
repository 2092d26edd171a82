import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { idOf } from '../testing/rows.js';

let desk: DuoDesk;
beforeAll(async () => {
  desk = await openDuoDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.begin();
  await desk.owner.query(
    `insert into case_projection values ($1, null, 'flevoland', 'OPEN', false, 1) on conflict do nothing`,
    [idOf(1)],
  );
});

const deploy = () =>
  desk.step(duoPeople.broker, 'deployDuo', {
    ...{ caseId: idOf(1), teamId: idOf(51), professionalIds: [idOf(11), idOf(22)], purpose: 'SHORTEN_STAY' },
    hours: [{ timeWindow: 'EVENING', hoursPerWeek: 2 }],
    toOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  });
const forget = `select forget_case('${idOf(1)}')`;
const known = (): Promise<unknown[]> =>
  desk.owner.query('select case_id from deployment_case union all select id from case_projection where id = $1', [
    idOf(1),
  ]);

describe('a case that is erased', () => {
  it('ends the duo that goes to its family, whose hours are free; what it gave stays counted', async () => {
    await deploy();
    await desk.owner.query(forget);
    expect(await known()).toEqual([]);
    expect(await desk.owner.query('select end_reason from deployment')).toEqual([{ end_reason: 'HANDED_OVER' }]);
    const [row] = await desk.owner.query<{ left: number }[]>(
      `select hours_left($1, 'EVENING', today() + 1, today() + 9) as left`,
      [idOf(11)],
    );
    expect(row?.left).toBe(8);
  });

  it('is not there for who sends a duo meanwhile', async () => {
    const asked = await desk.owner.transaction(async (tx) => {
      await tx.query(forget);
      const step = deploy();
      await wait(120);
      return { step };
    });
    expect((await asked.step).codes).toEqual(['NOT_FOUND']);
    expect(await known()).toEqual([]);
    expect(await desk.owner.query('select 1 from deployment_hours')).toEqual([]);
  });
});
