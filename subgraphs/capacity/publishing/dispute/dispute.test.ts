import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openCapacityDesk,
  type CapacityDesk,
  broker,
  foreign,
  key,
  noon,
  offer,
  own,
  system,
} from '../../../../test/builders/desks/capacity-desk.js';
import { aNeed, aReport } from '../../../../test/builders/rows/offer.js';

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
      await desk.change(
        { ...broker, subject: `broker-${n}` },
        'disputeCapacity',
        { offerId: key(1), claim: 'NOT_FREE', note: `${n}` },
        'isReplay',
      );
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

  it('refuses a cursor that it never gave', async () => {
    const forged = (...values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const instant of ['1', '2026-02-31T00:00:00.000000Z', '2026-11-21', 'Nov 21, 2026 (x)'])
      expect(
        await desk.ask(system, 'query ($after: String) { disputes(after: $after) { edges { cursor } } }', {
          after: forged(instant, key(1)),
        }),
      ).toMatchObject({ codes: ['CURSOR_INVALID'] });
  });

  it('is read in the order of its index', async () => {
    await desk.database.write([offer(1), offer(2)], noon);
    await desk.database.owner.query(
      `insert into capacity.dispute (offer_id, claim, disputed_at, disputed_by)
       select o.id, 'NOT_FREE', hub_now() - n * interval '1 minute', n::text from capacity.offer o, generate_series(1, 2000) n`,
    );
    await desk.database.owner.query('analyze capacity.dispute');
    desk.database.statements.length = 0;
    await desk.ask(system, '{ disputes(first: 10) { edges { node { id } } } }');
    const statement = desk.database.statements.find((text) => text.includes('from dispute')) ?? '';
    const values = [`'${own}'`, 'null', 'null', 'null', '11'];
    const asked = values.reduce((text, value, index) => text.replaceAll(`$${index + 1}`, value), statement);
    const plan = JSON.stringify(await desk.database.db.query(`explain ${asked}`));
    expect(plan).toContain('Index Scan using dispute_newest');
    expect(plan).not.toContain('Seq Scan on dispute');
  });

  it('is told once by one person until it is answered, even by two requests at once', async () => {
    await desk.database.write([offer(1, { reports: [aReport()] })], noon);
    const tell = async (caller = broker) => {
      const input = { offerId: key(1), claim: 'NOT_FREE' };
      const { answer } = await desk.change(caller, 'disputeCapacity', input, 'dispute { id }');
      return (answer?.['dispute'] as { id: string }).id;
    };
    const [first, second] = await Promise.all([tell(), tell()]);
    expect(second).toBe(first);
    expect(await tell()).toBe(first);
    expect(await desk.kinds()).toEqual(['figure.disputed']);
    expect(await tell({ ...broker, subject: 'somebody else' })).not.toBe(first);
    await desk.database.setClock('2026-11-21T12:10:00Z');
    await desk.change(system, 'confirmCapacity', { offerKeys: [key(1)] }, 'confirmedCount');
    expect(await tell()).not.toBe(first);
    expect(await desk.kinds()).toEqual(['figure.disputed', 'figure.disputed', 'capacity.confirmed', 'figure.disputed']);
  });
});
