import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, otherPlanner, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly position: number | null;
  readonly hold: { readonly id: string; readonly state: string } | null;
  readonly passings: readonly { readonly reason: string }[];
}

const fields = 'id state position hold { id state } passings { reason }';

describe('a care broker lets a child wait for a place', () => {
  let hub: TestHub;
  let scene: HoldScene;

  beforeAll(async () => {
    hub = await startTestHub();
    scene = await openHoldScene(hub);
  });

  afterAll(() => hub.close());

  const join = async (n: number, offerId: string, actor: Actor = broker) => {
    const document = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { entry { ${fields} } } }`;
    const input = { caseId: scene.caseIds[n], offerId };
    const { data, codes } = await scene.ask<{ joinWaitlist: { entry: Entry } | null }>(document, input, actor);
    return { entry: data.joinWaitlist?.entry ?? null, codes };
  };
  const list = async (offerId: string, actor: Actor = broker) => {
    const document = `query ($offerId: ID!) { waitlist(offerId: $offerId) { edges { node { ${fields} case { id } } } } }`;
    type List = { waitlist: { edges: { node: Entry & { case: { id: string } | null } }[] } | null };
    const { data, errors } = await hub.query<List>(document, { offerId }, actor);
    const entries = data.waitlist?.edges.map(({ node }) => node) ?? null;
    return { entries, codes: [...new Set(errors.map(({ extensions }) => extensions?.['code']))] };
  };

  it('which is offered the place that another gives back, and the next one when the provider says no', async () => {
    const offerId = await scene.offerWith(1);
    const { hold } = await scene.hold({ caseId: scene.caseIds[0], offerId, quantity: 1 });
    expect((await join(1, offerId)).entry).toMatchObject({ state: 'WAITING', position: 1, hold: null });
    expect((await join(2, offerId)).entry).toMatchObject({ state: 'WAITING', position: 2 });
    expect((await join(2, offerId)).codes).toEqual(['ALREADY_WAITING']);
    await scene.step('releaseHold', hold?.id ?? '');
    const [first, second] = (await list(offerId)).entries ?? [];
    expect(first).toMatchObject({ state: 'OFFERED', position: null, hold: { state: 'REQUESTED' } });
    expect(second).toMatchObject({ state: 'WAITING', position: 1 });
    await scene.answer({ holdId: first?.hold?.id, answer: 'REFUSE', reason: 'WRONG_AGE' });
    expect((await list(offerId)).entries).toMatchObject([
      { state: 'WAITING', passings: [{ reason: 'WRONG_AGE' }] },
      { state: 'OFFERED', hold: { state: 'REQUESTED' } },
    ]);
  });

  it('which is offered what comes free by a report within seconds', async () => {
    const offerId = await scene.offerWith(0);
    await join(3, offerId);
    await scene.asOwner(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select id, 2, hub_now(), 'test', 'MACHINE', 'HAS_CAPACITY', 1, 6, unit from capacity.offer where id = $1`,
      [offerId],
    );
    for (let tries = 0; tries < 100; tries++) {
      if ((await list(offerId)).entries?.[0]?.state === 'OFFERED') break;
      await wait(100);
    }
    expect((await list(offerId)).entries?.[0]).toMatchObject({ state: 'OFFERED' });
  });

  it('of which the provider sees the queue and no case, and nobody else anything', async () => {
    const offerId = await scene.offerWith(0);
    await join(4, offerId);
    expect(await list(offerId)).toMatchObject({ entries: [{ case: { id: scene.caseIds[4] } }], codes: [] });
    expect(await list(offerId, planner)).toMatchObject({
      entries: [{ position: 1, case: null }],
      codes: ['FORBIDDEN'],
    });
    expect(await list(offerId, otherPlanner)).toEqual({ entries: null, codes: ['NOT_FOUND'] });
    expect(await list(offerId, { role: 'care-broker', region: 'region-2' })).toEqual({ entries: [], codes: [] });
    for (const role of roles.filter((one) => one !== 'care-broker' && one !== 'case-owner'))
      expect([role, (await join(5, offerId, { role })).codes]).toEqual([role, ['FORBIDDEN']]);
  });

  it('and takes it off again', async () => {
    const offerId = await scene.offerWith(0);
    const { entry } = await join(6, offerId);
    const document = 'mutation ($input: LeaveWaitlistInput!) { leaveWaitlist(input: $input) { entry { state } } }';
    const leave = async (actor: Actor) => {
      const { data, codes } = await scene.ask<{ leaveWaitlist: unknown }>(document, { entryId: entry?.id }, actor);
      return [data.leaveWaitlist, codes];
    };
    expect(await leave(planner)).toEqual([null, ['FORBIDDEN']]);
    expect(await leave({ role: 'care-broker', region: 'region-2' })).toEqual([null, ['NOT_FOUND']]);
    expect(await leave(broker)).toEqual([{ entry: { state: 'LEFT' } }, []]);
    const case_ = 'query ($id: ID!) { case(id: $id) { waitlistEntries(first: 1) { edges { node { state } } } } }';
    const { data } = await hub.query<object>(case_, { id: scene.caseIds[6] }, broker);
    expect(data).toEqual({ case: { waitlistEntries: { edges: [{ node: { state: 'LEFT' } }] } } });
  });
});
