import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

describe('a care broker keeps places for brothers and sisters', () => {
  let hub: TestHub;
  let scene: HoldScene;
  let caseIds: string[];

  beforeAll(async () => {
    hub = await startTestHub();
    scene = await openHoldScene(hub);
    caseIds = scene.caseIds;
  });

  afterAll(() => hub.close());

  const document = `mutation ($input: HoldPlacesInput!) { holdPlaces(input: $input) { holds { state groupId } } }`;
  const holdAll = async (places: object[], actor: Actor = broker) => {
    type Answer = { holdPlaces: { holds: { state: string; groupId: string }[] } | null };
    const { data, codes, errors } = await scene.ask<Answer>(document, { places }, actor);
    return { holds: data.holdPlaces?.holds ?? null, codes, refusal: errors[0]?.extensions };
  };

  it('all together, or none', async () => {
    const [one, other] = [await scene.offerWith(1), await scene.offerWith(1)];
    const [first, second, third] = caseIds;
    const both = [
      { caseId: first, offerId: one, quantity: 1 },
      { caseId: second, offerId: other, quantity: 1 },
    ];
    const { holds } = await holdAll(both);
    expect(holds?.map(({ state }) => state)).toEqual(['REQUESTED', 'REQUESTED']);
    expect(holds?.[0]?.groupId).toBe(holds?.[1]?.groupId);
    const { data: seen } = await hub.query<{ holds: { edges: { node: { groupId: string | null } }[] } }>(
      '{ holds(first: 2) { edges { node { groupId } } } }',
      {},
      planner,
    );
    expect(seen.holds.edges.map(({ node }) => node.groupId)).toEqual([null, null]);
    const free = await scene.offerWith(1);
    const asked = [
      { caseId: third, offerId: free, quantity: 1 },
      { caseId: third, offerId: other, quantity: 1 },
    ];
    expect(await holdAll(asked)).toMatchObject({
      holds: null,
      refusal: { code: 'PLACES_NOT_HELD', field: 'places.1', reason: 'NO_PLACE_LEFT' },
    });
    expect((await scene.hold({ caseId: first, offerId: free, quantity: 1 })).codes).toEqual([]);
  });

  it('and two that cross in opposite order end in one winner each time, never in an error of the database', async () => {
    const [one, other] = [await scene.offerWith(6), await scene.offerWith(6)];
    const pairs = Array.from({ length: 12 }, (_, index) => {
      const asked = [one, other].map((offerId) => ({ caseId: caseIds[index], offerId, quantity: 1 }));
      return holdAll(index % 2 === 0 ? asked : asked.reverse());
    });
    const answers = await Promise.all(pairs);
    expect(answers.filter(({ holds }) => holds?.length === 2)).toHaveLength(6);
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['PLACES_NOT_HELD']));
  });
});
