import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { soon } from '../../builders/soon.js';
import { withClient } from '../../../infra/database/client.js';
import { allRefused, figure, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'duo-use';
const groupings = ['MONTH', 'MUNICIPALITY', 'PURPOSE', 'ORGANISATION', 'EXPERTISE', 'ACTION'];
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

describe('how duos are used', () => {
  it.each(groupings)('is one statement of people: %s', async (by) => {
    hub.resetCounts();
    await figure(hub, file, { year: 2025, by }, broker);
    expect([hub.subgraphRequests(), hub.statements().people.length]).toEqual([['people'], 1]);
  });

  it('tells an analyst the day that is counted, and of no duo of a few', async () => {
    const { asOf, rows } = await figure(hub, file, { year: 2025, by: 'MONTH' }, analyst);
    expect([asOf, new Set(rows.map(({ cells }) => cells[0]?.whyWithheld))]).toEqual(['2025-12-31', new Set(['FEW'])]);
  });

  it('knows where children live, since cases tells people of it', async () => {
    const differ = `select count(*)::integer as count from cases.case_file f left join people.case_projection k on k.id = f.id
      where k.municipality_code is distinct from f.municipality_code`;
    await withClient(hub.database.url('owner'), async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `update cases.case_file set municipality_code = '0050' where id = (select id from cases.case_file order by id limit 1) returning id`,
      );
      expect(rows).toHaveLength(1);
      await soon(async () => {
        const { rows: left } = await client.query<{ count: number }>(differ);
        return left[0]?.count === 0 || undefined;
      });
    });
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, { year: 2025, by: 'MONTH' })).toEqual(allRefused);
  });
});
