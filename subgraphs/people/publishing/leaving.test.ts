import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withCaller } from '../../../platform/database/with-caller.js';
import { plant } from '../testing/people-database.js';
import { idOf, professionalRow } from '../testing/rows.js';
import { openDirectoryDesk, publishers, row, type DirectoryDesk } from '../../../test/builders/desks/directory-desk.js';

const { system, planner, foreign, broker } = publishers;
let desk: DirectoryDesk;

beforeAll(async () => {
  desk = await openDirectoryDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

describe('a complete publication', () => {
  it('names who is left out and removes nobody', async () => {
    await desk.publish([row({}, 'a'), row({}, 'b'), row({}, 'c')]);
    await desk.publish([row({}, 'z')], {}, foreign);
    expect(await desk.publish([row({}, 'b')], { isComplete: true })).toMatchObject({
      leftOutCount: 2,
      leftOutKeys: ['a', 'c'],
    });
    expect(await desk.publish([row({}, 'b')])).toMatchObject({ leftOutCount: null, leftOutKeys: [] });
    expect(await desk.foundBy(broker)).toHaveLength(4);
  });
});

describe('who left', () => {
  it('is found by nobody at once, and stays in history by function alone; the key may be of another', async () => {
    await desk.publish([row({ experience: ['GROUP_CARE'], isExperienceShown: true })]);
    await desk.owner.query('update professional set is_registration_verified = true');
    expect(await desk.publish([{ key: 'a', leftOn: '2026-01-01' }])).toMatchObject({
      results: [{ outcome: 'LEFT', professional: null }],
    });
    for (const caller of [broker, planner]) expect(await desk.foundBy(caller)).toEqual([]);
    expect(await desk.all()).toMatchObject([
      {
        name: 'systeemtherapeut',
        registration_number: null,
        left_on: '2026-01-01',
      },
    ]);
    for (const table of ['expertise', 'experience', 'work_contact'])
      expect(await desk.owner.query(`select from ${table}`)).toEqual([]);
    expect(JSON.stringify(await desk.all())).not.toContain('Aydın');
    expect(await desk.outcomes([{ key: 'a', leftOn: '2026-01-01' }])).toEqual([
      'REJECTED PROFESSIONAL_KEY_UNKNOWN professionals.0.key',
    ]);
    expect(await desk.outcomes([row({ name: 'Nieuw' })])).toEqual(['CREATED']);
  });

  it('is for the own organisation to say, also in the database itself', async () => {
    await desk.publish([row()]);
    const [known] = await desk.all();
    const leaving = JSON.stringify([{ id: known?.['id'], left_on: '2026-01-01' }]);
    for (const caller of [foreign, broker])
      await withCaller(desk.db, caller, (tx) => tx.query('select let_go($1::jsonb)', [leaving]));
    const writes = [
      `insert into professional (organisation_id, name, job_title) values ('${idOf(1)}', 'x', 'x')`,
      `insert into expertise (professional_id, code, level) values ('${String(known?.['id'])}', 'DEBT', 'BASIC')`,
      `insert into experience (professional_id, code) values ('${String(known?.['id'])}', 'SIBLING')`,
    ];
    for (const sql of writes)
      await expect(withCaller(desk.db, foreign, (tx) => tx.query(sql))).rejects.toThrow(/row-level security/);
    for (const sql of [`update professional set name = 'x'`, 'delete from expertise', 'delete from work_contact'])
      await withCaller(desk.db, foreign, (tx) => tx.query(sql));
    expect(await desk.all()).toEqual([known]);
    expect(await desk.owner.query('select from expertise')).toHaveLength(1);
    expect(await desk.owner.query('select from work_contact')).toHaveLength(2);
  });
});

describe('nothing changed', () => {
  it('makes all that is told of the organisation one of now', async () => {
    await plant(desk.owner, {
      professionals: [professionalRow(11, 1), professionalRow(12, 1), professionalRow(21, 2)],
    });
    expect(await desk.foundBy(system)).toMatchObject([{ freshness: 'UNKNOWN' }, { freshness: 'UNKNOWN' }]);
    expect((await desk.confirm()).answer).toEqual({ isReplay: false, confirmedCount: 2, unknownKeys: [] });
    expect(await desk.foundBy(system)).toMatchObject([{ freshness: 'FRESH' }, { freshness: 'FRESH' }]);
    expect(await desk.foundBy(foreign)).toMatchObject([{ freshness: 'UNKNOWN' }]);
  });

  it('is said of those named, and tells which keys are of nobody', async () => {
    await desk.publish([row({ name: 'Anna' }, 'a'), row({ name: 'Bram' }, 'b')]);
    await desk.owner.query(`update professional set confirmed_at = hub_now() - interval '100 days'`);
    expect((await desk.confirm({ keys: ['b', 'x', 'x'] })).answer).toMatchObject({
      confirmedCount: 1,
      unknownKeys: ['x'],
    });
    expect(await desk.foundBy(system)).toMatchObject([{ freshness: 'AGING' }, { freshness: 'FRESH' }]);
    expect((await desk.confirm({ keys: ['b', 'n\u0000'] })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await desk.confirm({ keys: [] })).codes).toEqual(['TOO_MANY_ROWS']);
  });
});
