import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readSheet from 'read-excel-file/node';
import { broker, type Actor } from '../../actors.js';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, askFigure, figure, numbersOf, refusals } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const file = 'network-response';
const year = new Date().getFullYear();
const groupings = ['MONTH', 'FUNCTION', 'MUNICIPALITY', 'TEAM_KIND', 'TEAM'];
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function get(path: string, actor: Actor): Promise<Response> {
  return fetch(`${hub.url}/export/${path}`, { headers: { authorization: `Bearer ${await hub.token(actor)}` } });
}

describe('how the network answers', () => {
  it('counts a question that a broker asked', async () => {
    const asked = async (): Promise<number[][]> => {
      const { rows, total } = await figure(hub, file, { year, by: 'FUNCTION' }, broker);
      const knowledge = rows.find(({ key }) => key === 'KNOWLEDGE');
      return [knowledge, total].map((row) => (row?.cells ?? []).slice(0, 5).map(({ value }) => value ?? 0));
    };
    const before = await asked();
    const input = { idempotencyKey: 'counted', function: 'KNOWLEDGE', situation: 'STUCK', municipalityCode: '0995' };
    await hub.query(committedDocument('ask-network'), { input }, broker);
    expect(await asked()).toEqual(
      before.map(([all = 0, inTime, late, overdue, waiting = 0]) => [all + 1, inTime, late, overdue, waiting + 1]),
    );
  });

  it.each(groupings)('is one statement of people: %s', async (by) => {
    hub.resetCounts();
    await figure(hub, file, { year, by }, broker);
    expect([hub.subgraphRequests(), hub.statements().people.length]).toEqual([['people'], 1]);
  });

  it('tells an analyst of years that are over, of no few and of no single team', async () => {
    const { asOf, rows } = await figure(hub, file, { year: year - 1, by: 'MONTH' }, analyst);
    expect([asOf, new Set(rows.map(({ cells }) => cells[0]?.whyWithheld))]).toEqual([
      `${year - 1}-12-31`,
      new Set(['FEW']),
    ]);
    const byTeam = await askFigure(hub, file, { year: year - 1, by: 'TEAM' }, analyst);
    expect(byTeam.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });

  it('is a file too, with the same numbers', async () => {
    const asked = await figure(hub, file, { year, by: 'FUNCTION' }, broker);
    const csv = await (await get(`networkResponse.csv?year=${year}&by=FUNCTION`, broker)).text();
    const told = parse<Record<string, string>>(csv, { columns: true }).filter(({ row }) => row !== 'TOTAL');
    expect(told.map(({ value }) => (value === '' ? null : Number(value)))).toEqual(numbersOf(asked).flat());
    const sheet = await get(`networkResponse.xlsx?year=${year}&by=FUNCTION`, broker);
    const [figures] = await readSheet(Buffer.from(await sheet.arrayBuffer()));
    expect(figures?.data.map(([title]) => title)).toEqual(expect.arrayContaining(['kennis delen', 'Totaal']));
    const refused = await get(`networkResponse.csv?year=${year}&by=FUNCTION`, { role: 'ret-member' });
    expect(refused.status).toBe(403);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, file, { year, by: 'MONTH' })).toEqual(allRefused);
  });
});
