import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import { of, openPlacementDesk, type PlacementDesk } from '../../../test/builders/desks/placement-desk.js';
import { people } from '../../../test/builders/desks/referral-desk.js';
import { idOf } from '../../../test/builders/rows/case.js';

const { owner, broker } = people;
const caseId = idOf(1);
let desk: PlacementDesk;

beforeAll(async () => {
  desk = await openPlacementDesk();
});
afterAll(() => desk.database.close());
beforeEach(() => desk.begin());

describe('care in the own network', () => {
  it('is allocated, starts, is interrupted, goes on and ends, and the case stands on its rung and on the next', async () => {
    const allocated = await desk.allocateAtHome('COMMUNITY_SUPPORT');
    const before = await desk.rungOf(1);
    const started = await desk.start(allocated);
    expect([started.status, started['previousRung'], await desk.rungOf(1)]).toEqual([
      'STARTED',
      before,
      'COMMUNITY_SUPPORT',
    ]);
    const paused = (await desk.step('pausePlacement', of(started))).placed;
    const resumed = paused && (await desk.step('resumePlacement', of(paused))).placed;
    expect([paused?.status, resumed?.status, resumed?.['pausedAt']]).toEqual(['PAUSED', 'STARTED', null]);
    const ending = { reason: 'ACCORDING_TO_PLAN', nextRung: 'OWN_HOME' };
    const ended = resumed && (await desk.step('endPlacement', { ...of(resumed), ...ending })).placed;
    expect([ended?.status, ended?.['endReason'], ended?.version, await desk.rungOf(1)]).toEqual([
      ...['ENDED', 'ACCORDING_TO_PLAN', 5, 'OWN_HOME'],
    ]);
    const document = 'query ($id: ID!) { case(id: $id) { timeline(first: 3) { edges { node { kind codes } } } } }';
    const { data } = await desk.ask(broker, document, { id: caseId });
    expect(data).toMatchObject({
      case: {
        timeline: {
          edges: [
            { node: { kind: 'CARE_ENDED', codes: ['COMMUNITY_SUPPORT', 'ACCORDING_TO_PLAN', 'OWN_HOME'] } },
            { node: { kind: 'CARE_STARTED', codes: ['COMMUNITY_SUPPORT'] } },
            { node: { kind: 'CARE_ALLOCATED' } },
          ],
        },
      },
    });
    const events = await desk.placementEvents();
    expect(events.map(({ kind }) => kind.split('.')[1])).toEqual([
      'allocated',
      'started',
      'paused',
      'resumed',
      'ended',
    ]);
    expect(JSON.stringify(events)).not.toContain(caseId);
    expect(events.at(-1)?.data).toMatchObject({
      placementId: allocated.id,
      endReason: 'ACCORDING_TO_PLAN',
      nextRung: 'OWN_HOME',
    });
  });

  it.each<[string | null, string]>([
    ['FOSTER', 'a rung that needs a provider'],
    ['MENTOR_JIM', 'a mentor, who is registered'],
    [null, 'no rung'],
  ])('is not allocated on %s: %s', async (rung) => {
    expect((await desk.step('allocatePlacement', { caseId, rung })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each<[string, string, string[]]>([
    ['startPlacement', 'ALLOCATED', ['pausePlacement', 'resumePlacement', 'endPlacement']],
    ['cancelPlacement', 'STARTED', ['startPlacement', 'resumePlacement', 'cancelPlacement']],
  ])('takes no step that does not begin where it stands (but %s from %s)', async (_step, state, wrong) => {
    const allocated = await desk.allocateAtHome();
    const placed = state === 'STARTED' ? await desk.start(allocated) : allocated;
    for (const step of wrong) {
      const reason = ['endPlacement', 'cancelPlacement'].includes(step) ? { reason: 'BY_CLIENT' } : {};
      expect([step, (await desk.step(step, { ...of(placed), ...reason })).codes]).toEqual([step, ['STATE_CONFLICT']]);
    }
  });

  it('that was changed meanwhile is not changed on what was read before, and the conflict names the version', async () => {
    const allocated = await desk.allocateAtHome();
    await desk.start(allocated);
    const { codes } = await desk.step('cancelPlacement', { ...of(allocated), reason: 'BY_CLIENT' });
    expect(codes).toEqual(['VERSION_CONFLICT']);
  });

  it('is started once for a key', async () => {
    const input = { ...of(await desk.allocateAtHome()), idempotencyKey: randomUUID() };
    expect((await desk.step('startPlacement', input)).isReplay).toBe(false);
    expect((await desk.step('startPlacement', input)).isReplay).toBe(true);
    expect((await desk.placementEvents()).map(({ kind }) => kind)).toEqual([
      'placement.allocated',
      'placement.started',
    ]);
  });

  it('begins no earlier than it was allocated, and nothing begins ahead', async () => {
    const allocated = await desk.allocateAtHome();
    for (const startedAt of ['2026-01-01T00:00:00Z', '2090-01-01T00:00:00Z'])
      expect((await desk.step('startPlacement', { ...of(allocated), startedAt })).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a place for time-out', () => {
  it('runs beside the main placement and leaves the case on the rung of that', async () => {
    await desk.start(await desk.allocateAtHome('KINSHIP_FOSTER'));
    const second = await desk.allocateAtHome('COMMUNITY_SUPPORT', { isSecondary: true });
    const started = await desk.start(second);
    expect([started.status, started['isSecondary'], started['previousRung'], await desk.rungOf(1)]).toEqual([
      ...['STARTED', true, null, 'KINSHIP_FOSTER'],
    ]);
    await desk.step('endPlacement', { ...of(started), reason: 'BY_AGREEMENT', nextRung: 'OWN_HOME' });
    expect(await desk.rungOf(1)).toBe('KINSHIP_FOSTER');
  });

  it('is what a second main placement has to be, while the first runs', async () => {
    await desk.start(await desk.allocateAtHome('KINSHIP_FOSTER'));
    const second = await desk.allocateAtHome('OWN_HOME');
    expect((await desk.step('startPlacement', of(second))).codes).toEqual(['MAIN_PLACEMENT_RUNS']);
  });
});

describe('who may arrange care', () => {
  it.each<[string, Caller, number, string]>([
    ['a broker of another region', { ...broker, region: 'region-2' }, 1, 'NOT_FOUND'],
    ['another organisation', callerAs('case-owner', idOf(902)), 1, 'NOT_FOUND'],
    ['a broker, of a restricted case', broker, 3, 'CASE_RESTRICTED'],
    ['its owner, of a closed case', owner, 5, 'CASE_CLOSED'],
    ...(['provider-planner', 'provider-system', 'ret-member', 'analyst', 'privacy-officer'] as const).map(
      (role): [string, Caller, number, string] => [`a ${role}`, callerAs(role, idOf(801)), 1, 'FORBIDDEN'],
    ),
  ])('is not %s', async (_who, caller, n, code) => {
    const asked = { caseId: idOf(n), rung: 'OWN_HOME' };
    expect((await desk.step('allocatePlacement', asked, caller)).codes).toEqual([code]);
    expect(await desk.database.owner.query('select from placement')).toEqual([]);
    const refused = await desk.database.owner.query<{ outcome: string }[]>(
      `select outcome from audit_event where object_ids = array[$1]::uuid[] and action = 'C'`,
      [idOf(n)],
    );
    expect(refused.map(({ outcome }) => outcome)).toEqual(
      code === 'FORBIDDEN' ? [] : [expect.stringMatching(/DENIED|REFUSED/)],
    );
  });

  it('is the owner of a restricted case, whose placements a broker does not change', async () => {
    const { placed } = await desk.step('allocatePlacement', { caseId: idOf(3), rung: 'OWN_HOME' }, owner);
    if (!placed) throw new Error('no placement');
    expect((await desk.step('startPlacement', of(placed), broker)).codes).toEqual(['CASE_RESTRICTED']);
    expect((await desk.step('startPlacement', of(placed), { ...broker, region: 'region-2' })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await desk.step('startPlacement', of(placed), owner)).placed?.status).toBe('STARTED');
  });

  it('is held to by the database, whatever a statement forgets to ask', async () => {
    const [mine] = [await desk.allocateAtHome()];
    const attempt = (caller: Caller, sql: string) => desk.attempt(caller, sql);
    const steal = `update placement set status = 'CANCELLED', ended_at = hub_now() where id = '${mine.id}'`;
    for (const caller of [{ ...broker, region: 'region-2' }, callerAs('analyst'), callerAs('case-owner', idOf(902))])
      expect(await attempt(caller, steal)).toBe(0);
    expect(await attempt(callerAs('analyst'), 'select from placement')).toBe(1);
    expect(await attempt(callerAs('provider-planner', idOf(801)), 'select from placement')).toBe(0);
    await expect(attempt(broker, `update placement set region = 'utrecht'`)).rejects.toThrow(/permission denied/);
    await expect(attempt(broker, 'delete from placement')).rejects.toThrow(/permission denied/);
  });
});
