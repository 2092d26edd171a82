import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import {
  of,
  openPlacementDesk,
  type Placed,
  type PlacementDesk,
} from '../../../../test/builders/desks/placement-desk.js';
import { people } from '../../../../test/builders/desks/referral-desk.js';
import { idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker } = people;
let desk: PlacementDesk;

beforeAll(async () => {
  desk = await openPlacementDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

const day = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000);

/** Care at case 1 that started ten days ago. */
async function running(): Promise<Placed> {
  const placed = await desk.start(await desk.allocateAtHome('KINSHIP_FOSTER'));
  await desk.database.owner.query(`update placement set started_at = started_at - interval '10 days' where id = $1`, [
    placed.id,
  ]);
  return placed;
}
const block = (placed: Placed, given: object = {}, caller: Caller = broker) =>
  desk.step('recordDischargeBlock', { ...of(placed), reason: 'HOUSING', ...given }, caller);
const lift = (placed: Placed, given: object = {}, caller: Caller = broker) =>
  desk.step('liftDischargeBlock', { ...of(placed), ...given }, caller);
async function blocked(given: object = {}): Promise<Placed> {
  const { placed, codes } = await block(await running(), given);
  if (!placed) throw new Error(codes.join());
  return placed;
}

describe('a child that could leave and cannot', () => {
  it('is written down with what stands in the way, until that is gone, and the case tells of both', async () => {
    const placed = await blocked();
    expect([placed['dischargeBlock'], placed.status]).toEqual([{ reason: 'HOUSING', sinceOn: day(0) }, 'STARTED']);
    const { placed: free } = await lift(placed);
    expect([free?.['dischargeBlock'], free?.version]).toEqual([null, placed.version + 1]);
    const document = 'query ($id: ID!) { case(id: $id) { timeline(first: 20) { edges { node { kind codes } } } } }';
    const { data } = await desk.ask(broker, document, { id: idOf(1) });
    for (const kind of ['DISCHARGE_BLOCKED', 'DISCHARGE_FREE'])
      expect(JSON.stringify(data)).toContain(
        JSON.stringify({ kind, codes: ['KINSHIP_FOSTER', 'HOUSING'] }).slice(1, -1),
      );
  });

  it('has one reason at a time: another takes the place of the first from its day on', async () => {
    const placed = await blocked({ sinceOn: day(-5) });
    expect((await block(placed)).codes).toEqual(['STATE_CONFLICT']);
    const { placed: changed } = await block(placed, { reason: 'SCHOOL', sinceOn: day(-2) });
    expect(changed?.['dischargeBlock']).toEqual({ reason: 'SCHOOL', sinceOn: day(-2) });
    const kept: unknown = await desk.database.owner.query(
      'select reason, since_on::text, lifted_on::text from discharge_block order by since_on',
    );
    expect(kept).toEqual([
      { reason: 'HOUSING', since_on: day(-5), lifted_on: day(-2) },
      { reason: 'SCHOOL', since_on: day(-2), lifted_on: null },
    ]);
  });

  it('counts no day twice, none before it came and none ahead', async () => {
    const placed = await running();
    for (const sinceOn of [day(1), day(-12)])
      expect((await block(placed, { sinceOn })).codes).toEqual(['BAD_USER_INPUT']);
    const { placed: first } = await block(placed, { sinceOn: day(-6) });
    if (!first) throw new Error('not written down');
    for (const liftedOn of [day(1), day(-7)])
      expect((await lift(first, { liftedOn })).codes).toEqual(['BAD_USER_INPUT']);
    const { placed: free } = await lift(first, { liftedOn: day(-3) });
    if (!free) throw new Error('not lifted');
    expect((await block(free, { sinceOn: day(-4) })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await block(free, { sinceOn: day(-3) })).codes).toEqual([]);
  });

  it('is freed of nothing where nothing stood in the way', async () => {
    expect((await lift(await running())).codes).toEqual(['STATE_CONFLICT']);
  });

  it('leaves when the care ends, whatever stood in the way', async () => {
    const { placed } = await desk.step('endPlacement', { ...of(await blocked()), reason: 'ACCORDING_TO_PLAN' });
    expect([placed?.status, placed?.['dischargeBlock']]).toEqual(['ENDED', null]);
    if (!placed) throw new Error('not ended');
    expect((await block(placed)).codes).toEqual(['STATE_CONFLICT']);
  });

  it('cannot leave what has not started', async () => {
    expect((await block(await desk.allocateAtHome('KINSHIP_FOSTER'))).codes).toEqual(['STATE_CONFLICT']);
  });

  it('is written down once for a key, and not on what was read before', async () => {
    const placed = await running();
    const input = { idempotencyKey: randomUUID() };
    expect([(await block(placed, input)).isReplay, (await block(placed, input)).isReplay]).toEqual([false, true]);
    expect((await block(placed, { reason: 'SCHOOL' })).codes).toEqual(['VERSION_CONFLICT']);
  });

  it('is told to no partner', async () => {
    await lift(await blocked());
    expect((await desk.placementEvents()).map(({ kind }) => kind)).toEqual([
      'placement.allocated',
      'placement.started',
    ]);
  });
});

describe('who may write down why a child cannot leave', () => {
  it.each<[string, Caller, string]>([
    ['a broker of another region', { ...broker, region: 'region-2' }, 'NOT_FOUND'],
    ['another organisation', callerAs('case-owner', idOf(902)), 'NOT_FOUND'],
    ...(['provider-planner', 'provider-system', 'ret-member', 'analyst', 'privacy-officer'] as const).map(
      (role): [string, Caller, string] => [`a ${role}`, callerAs(role, idOf(801)), 'FORBIDDEN'],
    ),
  ])('is not %s', async (_who, caller, code) => {
    const placed = await running();
    expect((await block(placed, {}, caller)).codes).toEqual([code]);
    expect(await desk.database.owner.query('select from discharge_block')).toEqual([]);
    const { placed: blocks } = await block(placed);
    expect((await lift(blocks ?? placed, {}, caller)).codes).toEqual([code]);
    expect(await desk.database.owner.query('select from discharge_block where lifted_on is null')).toHaveLength(1);
  });

  it('is the owner of a restricted case, and no broker', async () => {
    const { placed: allocated } = await desk.step('allocatePlacement', { caseId: idOf(3), rung: 'OWN_HOME' }, owner);
    const { placed } = await desk.step('startPlacement', { ...of(allocated as Placed) }, owner);
    if (!placed) throw new Error('no placement');
    expect((await block(placed)).codes).toEqual(['CASE_RESTRICTED']);
    const { placed: blocks, codes } = await block(placed, {}, owner);
    expect(codes).toEqual([]);
    expect((await lift(blocks ?? placed)).codes).toEqual(['CASE_RESTRICTED']);
    expect((await lift(blocks ?? placed, {}, owner)).codes).toEqual([]);
  });

  it('is held to by the database, whatever a statement forgets to ask', async () => {
    await blocked();
    const free = `update discharge_block set lifted_on = since_on, lifted_at = hub_now()`;
    for (const caller of [{ ...broker, region: 'region-2' }, callerAs('analyst'), callerAs('case-owner', idOf(902))])
      expect(await desk.attempt(caller, free)).toBe(0);
    expect(await desk.attempt(callerAs('analyst'), 'select from discharge_block')).toBe(1);
    expect(await desk.attempt(callerAs('provider-planner', idOf(801)), 'select from discharge_block')).toBe(0);
    await expect(desk.attempt(broker, `update discharge_block set reason = 'OTHER'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(desk.attempt(broker, 'delete from discharge_block')).rejects.toThrow(/permission denied/);
  });
});
