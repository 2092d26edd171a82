import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readSheet from 'read-excel-file/node';
import { figureCsv } from '../../../exchange/figures/figure-csv.js';
import { figureExports } from '../../../exchange/figures/figure-exports.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { figure, numbersOf } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const sla = 'sla48h.csv?year=2023&by=MUNICIPALITY';
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function get(path: string, actor: Actor): Promise<Response> {
  return fetch(`${hub.url}/export/${path}`, { headers: { authorization: `Bearer ${await hub.token(actor)}` } });
}

async function lines(path: string, actor: Actor): Promise<Record<string, string>[]> {
  const response = await get(path, actor);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return parse(await response.text(), { columns: true });
}

describe('a figure as a file', () => {
  it.each([
    ['a broker', broker],
    ['an analyst', analyst],
  ])('tells %s what the figure tells', async (_, actor) => {
    const asked = await figure(hub, 'sla48h', { year: 2023, by: 'MUNICIPALITY' }, actor);
    const told = await lines(sla, actor);
    const numbers = told.filter(({ row }) => row !== 'TOTAL').map(({ value }) => (value === '' ? null : Number(value)));
    expect(numbers).toEqual(numbersOf(asked).flat());
    expect(new Set(told.map(({ as_of }) => as_of))).toEqual(new Set([asked.asOf]));
  });

  it('opens as a spreadsheet, with what is withheld marked and explained', async () => {
    const response = await get('sla48h.xlsx?year=2023&by=MUNICIPALITY', analyst);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="sla48h.xlsx"');
    const file = Buffer.from(await response.arrayBuffer());
    const [figures, explained] = await readSheet(file);
    expect(figures?.data[0]?.at(-1)).toBe('Totaal');
    expect(figures?.data.find(([title]) => title === 'Urk')?.at(-1)).toBe('x');
    expect(explained?.data.filter(([name]) => name === 'x')).toHaveLength(1);
  });

  it('is the year report too, for an analyst without what says too much of few', async () => {
    const [of, ofAnalyst] = [
      await lines('yearTable.csv?year=2023&region=flevoland', broker),
      await lines('yearTable.csv?year=2023&region=flevoland', analyst),
    ];
    const urk = (told: Record<string, string>[]) =>
      told
        .filter(({ column, row }) => column === '0184' && row === 'CONSULTATIONS/CONSULTATIONS')
        .map(({ value, why_withheld: why }) => [value, why]);
    expect([urk(of), urk(ofAnalyst)]).toEqual([[['9', '']], [['', 'FEW']]]);
  });

  it.each<[string, string, Actor, number, string]>([
    ['who may not see the figure', sla, { role: 'case-owner' }, 403, 'FORBIDDEN'],
    ['who is of another region', `${sla}&region=region-2`, broker, 404, 'NOT_FOUND'],
    ['a parameter that it does not have', `${sla}&maand=5`, broker, 400, 'BAD_USER_INPUT'],
    ['a grouping that it does not have', 'sla48h.csv?year=2023&by=CHILD', broker, 400, 'BAD_USER_INPUT'],
    ['a year that is none', 'sla48h.csv?year=x&by=MONTH', broker, 400, 'BAD_USER_INPUT'],
    ['a day that has not come', `${sla}&asOf=2099-01-01`, broker, 400, 'BAD_USER_INPUT'],
  ])('is refused for %s', async (_, path, actor, status, code) => {
    const response = await get(path, actor);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('is closed to whoever has no token', async () => {
    for (const { name } of figureExports)
      for (const ending of ['csv', 'xlsx'])
        expect((await fetch(`${hub.url}/export/${name}.${ending}?year=2023`)).status).toBe(401);
  });

  it.each(['=1+1', '+31', '-2', '@a', '\tx', '\rx'])(
    'runs nothing in a spreadsheet that was written as %j',
    (title) => {
      const cells = [{ value: -3, whyWithheld: null }];
      const csv = figureCsv({
        ...{ name: 'n', title: 't', region: 'r', year: 2023, asOf: null, unit: 'u', total: null },
        ...{ howCounted: [], doesNotAddUp: [], assumptions: [] },
        columns: [{ key: 'K', title }],
        rows: [{ key: 'R', title, cells, total: null }],
      });
      const [line] = parse<Record<string, string>>(csv, { columns: true, relax_quotes: true });
      expect([line?.['row_title'], line?.['column_title'], line?.['value']]).toEqual([`'${title}`, `'${title}`, '-3']);
    },
  );
});
