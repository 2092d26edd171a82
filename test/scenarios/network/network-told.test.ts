import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker } from '../../actors.js';
import { networkActors, openNetworkScene, type NetworkScene } from '../../builders/scenes/network-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

const { elsewhere, owner } = networkActors;
let hub: TestHub;
let scene: NetworkScene;

beforeAll(async () => {
  hub = await startTestHub();
  scene = openNetworkScene(hub);
});
afterAll(() => hub.close());

describe('who must hear of a question to the network', () => {
  it('is told: the planners of the team that is asked, and of each that it is handed on to, and nobody else', async () => {
    const { read, team } = await scene.asked();
    const planner = await scene.plannerOf(team.id);
    expect(await scene.told(read.requestId, planner, 'NETWORK_ASKED')).toEqual(['NETWORK_ASKED']);
    expect((await scene.one(read.requestId, planner)).request?.id).toBe(read.requestId);
    const handed = await scene.step('handOn', { ...read, reason: 'NO_TIME' }, planner);
    const next = await scene.plannerOf(handed.request?.team?.id ?? '', team.id);
    expect(await scene.told(read.requestId, next, 'NETWORK_ASKED')).toEqual(['NETWORK_ASKED']);
    for (const other of [broker, elsewhere]) expect(await scene.noticesOf(read.requestId, other)).toEqual([]);
  });

  it('is told once when nobody called back in time, and when it comes before the brokers of the region', async () => {
    const { read, team } = await scene.asked();
    const planner = await scene.plannerOf(team.id);
    await scene.onDatabase(`update people.network_request set due_at = hub_now() - interval '1 minute' where id = $1`, [
      read.requestId,
    ]);
    expect(await scene.told(read.requestId, broker, 'NETWORK_OVERDUE')).toEqual(['NETWORK_OVERDUE']);
    expect(await scene.told(read.requestId, planner, 'NETWORK_OVERDUE')).toEqual(['NETWORK_OVERDUE', 'NETWORK_ASKED']);
    await scene.step('escalate', { ...read, reason: 'TOO_LATE' }, owner);
    const kinds = ['NETWORK_ESCALATED', 'NETWORK_OVERDUE'];
    expect(await scene.told(read.requestId, broker, 'NETWORK_ESCALATED')).toEqual(kinds);
    expect(await scene.noticesOf(read.requestId, elsewhere)).toEqual([]);
  });
});
