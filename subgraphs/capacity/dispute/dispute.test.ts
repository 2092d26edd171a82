import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openCapacityDesk,
  type CapacityDesk,
  broker,
  foreign,
  key,
  noon,
  offer,
  system,
} from '../../../test/builders/capacity-desk.js';
import { aNeed, aReport } from '../../../test/builders/offer.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
beforeEach(async () => {
  await desk.database.setClock(noon);
  await desk.clearEvents();
});
afterAll(() => desk.close());

describe('a figure that somebody heard otherwise', () => {
  it('is marked for everyone who searches, and the provider hears of it without a name', async () => {
    await desk.database.write([offer(1, { reports: [aReport()] }), offer(2)], noon);
    const { answer } = await desk.change(
      { ...broker, subject: 'mevrouw-x' },
      'disputeCapacity',
      { offerId: key(1), claim: 'NOT_FREE', note: ' pas in mei ' },
      'dispute { claim note region role answeredAt }',
    );
    const told = { claim: 'NOT_FREE', note: 'pas in mei', region: 'flevoland', role: 'care-broker', answeredAt: null };
    expect(answer).toEqual({ dispute: told });
    const search = 'query ($need: NeedInput!) { options(need: $need) { edges { node { id } reasons { code } } } }';
    const { data } = await desk.ask(broker, search, { need: aNeed() });
    const { edges } = data?.['options'] as { edges: { node: { id: string }; reasons: { code: string }[] }[] };
    expect(
      edges.filter(({ reasons }) => reasons.some(({ code }) => code === 'FIGURE_DISPUTED')).map(({ node }) => node.id),
    ).toEqual([key(1)]);
    const list = '{ disputes(isOpen: true) { edges { node { claim note region role answeredAt offer { key } } } } }';
    const read = await desk.ask(system, list);
    expect(read).toEqual({ data: { disputes: { edges: [{ node: { ...told, offer: { key: key(1) } } }] } }, codes: [] });
    expect(JSON.stringify(read)).not.toContain('mevrouw-x');
    expect((await desk.ask(foreign, list)).data).toEqual({ disputes: { edges: [] } });
    expect(await desk.kinds()).toEqual(['figure.disputed']);
  });

  it.each([['x'], [key(2)], [key(9)]])('must be of an offer that there is: %s', async (offerId) => {
    await desk.database.write([offer(1), offer(2, { retiredHoursAgo: 1 })], noon);
    const { codes } = await desk.change(broker, 'disputeCapacity', { offerId, claim: 'NOT_FREE' }, 'isReplay');
    expect(codes).toEqual(['NOT_FOUND']);
  });

  it('comes page by page', async () => {
    await desk.database.write([offer(1, { reports: [aReport()] })], noon);
    for (let n = 0; n < 5; n++)
      await desk.change(broker, 'disputeCapacity', { offerId: key(1), claim: 'NOT_FREE', note: `${n}` }, 'isReplay');
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await desk.ask(
        system,
        'query ($after: String) { disputes(first: 2, after: $after) { edges { node { note } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const page = data?.['disputes'] as {
        edges: { node: { note: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.note));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual(['0', '1', '2', '3', '4']);
  });
});
