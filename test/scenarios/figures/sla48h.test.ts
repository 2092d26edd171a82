import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { askFigure, figure, numbersOf } from './figure.js';

const analyst: Actor = { role: 'analyst' };
const groupings = ['MONTH', 'MUNICIPALITY', 'REFERRER_KIND', 'CHANNEL'];
let hub: TestHub;

/** A consultation of a year in which there are no others, received on the first of May at nine. */
interface Told {
  readonly contact?: string;
  readonly closed?: string;
  /** Where the child lives: in Lelystad, unless it is outside the region. */
  readonly municipality?: string;
}

const told: readonly Told[] = [
  { contact: '2019-05-01T10:00:00Z' },
  { contact: '2019-05-03T07:00:00Z' },
  { contact: '2019-05-03T07:00:01Z' },
  { contact: '2019-05-20T07:00:00Z' },
  {},
  { closed: '2019-05-02T07:00:00Z' },
  { closed: '2019-05-09T07:00:00Z' },
  { contact: '2019-05-01T10:00:00Z', municipality: '0363' },
];

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    for (const { contact = null, closed = null, municipality = '0995' } of told)
      await client.query(
        `insert into cases.consultation (region, reporting_year, municipality_code, referrer_kind, referrer_municipality_code, is_identified,
           received_at, first_contact_at, channel, status, closed_at)
         values ('flevoland', 2019, $3, 'PARENT', '0995', false, '2019-05-01T07:00:00Z', $1::timestamptz, 'PHONE',
           case when $2::timestamptz is not null then 'ABANDONED' when $1::timestamptz is not null then 'CONTACTED' else 'RECEIVED' end, $2)`,
        [contact, closed, municipality],
      );
  });
});
afterAll(() => hub.close());

describe('the first contact within 48 hours', () => {
  it.each([
    ['the day before', '2019-04-30', [0, 0, 0, 0, 0]],
    ['on the day of receipt', '2019-05-01', [1, 0, 6, 0, 7]],
    ['a day later, when one was withdrawn', '2019-05-02', [1, 0, 5, 1, 7]],
    ['when the 48 hours are over', '2019-05-03', [2, 4, 0, 1, 7]],
    ['when another was called back too late: it stays a breach', '2019-05-31', [2, 4, 0, 1, 7]],
  ])('counts %s', async (_, asOf, numbers) => {
    const asked = await figure(hub, 'sla48h', { year: 2019, asOf, by: 'MUNICIPALITY' }, broker);
    expect(asked.columns.map(({ key }) => key)).toEqual(['MET', 'BREACHED', 'OPEN', 'ENDED']);
    expect(asked.asOf).toBe(asOf);
    expect(numbersOf(asked)[asked.rows.findIndex(({ key }) => key === '0995')]).toEqual(numbers);
  });

  it('has a row for every month, municipality, referrer and channel, and the same total by each', async () => {
    // in 2019 there is a child of the region that lives elsewhere
    for (const year of [2019, 2023]) {
      const totals = new Set<string>();
      for (const by of groupings) {
        const { rows, total } = await figure(hub, 'sla48h', { year, by }, broker);
        expect(rows.length).toBe({ MONTH: 12, MUNICIPALITY: 7, REFERRER_KIND: 11, CHANNEL: 4 }[by]);
        totals.add(JSON.stringify(total));
      }
      expect(totals.size).toBe(1);
    }
  });

  it('shows an analyst a year that is over, rounded, and nothing from which few children follow', async () => {
    for (const by of groupings) {
      const asked = await figure(hub, 'sla48h', { year: 2023, by, asOf: '2023-06-30' }, analyst);
      expect(asked.asOf).toBe('2023-12-31');
      const numbers = numbersOf(asked).flat();
      expect(numbers.every((number) => number === null || number % 5 === 0)).toBe(true);
      expect(numbers.some((number) => number !== null && number > 0)).toBe(true);
    }
    const { rows } = await figure(hub, 'sla48h', { year: 2023, by: 'MUNICIPALITY' }, analyst);
    expect(rows.find(({ title }) => title === 'Urk')?.total).toEqual({ value: null, whyWithheld: 'FEW' });
  });

  it('shows an analyst no number of a year that goes on, nor of one with few children', async () => {
    const withheld = async (year: number) =>
      new Set(
        (await figure(hub, 'sla48h', { year, by: 'MONTH' }, analyst)).rows.flatMap(({ cells }) =>
          cells.map((cell) => cell.whyWithheld),
        ),
      );
    expect(await withheld(new Date().getFullYear())).toEqual(new Set(['PERIOD_OPEN']));
    expect(await withheld(2019)).toEqual(new Set(['FEW']));
  });

  it('says how it counts and where it does not add up', async () => {
    const { howCounted, doesNotAddUp } = await figure(hub, 'sla48h', { year: 2023, by: 'MONTH' }, broker);
    expect([howCounted.length, doesNotAddUp.length]).toEqual([3, 1]);
  });

  it('takes one request to one subgraph and one statement', async () => {
    hub.resetCounts();
    await figure(hub, 'sla48h', { year: 2023, by: 'MONTH' }, broker);
    expect(hub.subgraphRequests()).toEqual(['cases']);
    expect(hub.statements().cases.length).toBe(1);
  });

  it.each<[string, object, Actor, string]>([
    ['a day that has not come', { asOf: '2099-01-01' }, broker, 'BAD_USER_INPUT'],
    ['a year that is none', { year: 1 }, broker, 'BAD_USER_INPUT'],
    ['another region', { region: 'region-2' }, broker, 'NOT_FOUND'],
    ['a region of an analyst that is another', { region: 'region-2' }, analyst, 'NOT_FOUND'],
  ])('is not given for %s', async (_, variables, actor, code) => {
    const { data, errors } = await askFigure(hub, 'sla48h', { year: 2023, by: 'MONTH', ...variables }, actor);
    expect(data).toEqual({ sla48h: null });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  });

  it.each(['case-owner', 'ret-member', 'provider-planner', 'provider-system', 'privacy-officer', 'operator'] as const)(
    'is not for a %s',
    async (role) => {
      const { data, errors } = await askFigure(hub, 'sla48h', { year: 2023, by: 'MONTH' }, { role });
      expect(data).toEqual({ sla48h: null });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    },
  );
});
