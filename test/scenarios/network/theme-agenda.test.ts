import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { allRefused, figure, refusals, type AskedFigure } from '../figures/figure.js';

interface Count {
  readonly key: string;
  readonly title: string;
  readonly count: number | null;
  readonly whyWithheld: string | null;
}

interface Item {
  readonly id: string;
  readonly theme: { code: string; rungs: string[]; ageBands: string[]; factors: string[] };
  readonly unmetNeed: readonly Count[] | null;
  readonly stuckCases: readonly Count[] | null;
  readonly openSignals: readonly Count[] | null;
}

const analyst: Actor = { role: 'analyst' };
const year = 2019;
let hub: TestHub;

/** Children of 2019 for whom nothing was found, and signals of that year about housing. */
const lacks = `
  insert into capacity.unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, rung, reason, sought_on)
  select gen_random_uuid(), gen_random_uuid(), false, 'flevoland', '0034', age_band, rung, 'NO_OFFER', '2019-03-01'
  from (values ('FOSTER', 'AGE_4_11', 14), ('KINSHIP_FOSTER', 'AGE_4_11', 3), ('FAMILY_HOME', 'AGE_12_15', 22),
    ('ASSISTED_LIVING', 'AGE_16_17', 17)) v (rung, age_band, children), generate_series(1, children)`;
const signals = `
  insert into cases.signal (region, destination, factor, owner_organisation_id, due_on, raised_at, state, answered_at)
  values ('flevoland', 'POLICY', 'HOUSING', $1, '2019-09-01', '2019-05-01', 'OPEN', null),
    ('flevoland', 'POLICY', 'HOUSING', $1, '2019-09-01', '2019-05-02', 'SOLVED', '2019-06-01'),
    ('flevoland', 'POLICY', 'HOUSING', $1, '2019-09-01', '2019-05-03', 'SOLVED', '2020-02-01'),
    ('flevoland', 'POLICY', 'HOUSING', $1, '2019-09-01', '2018-05-03', 'OPEN', null),
    ('region-2', 'POLICY', 'HOUSING', $1, '2019-09-01', '2019-05-03', 'OPEN', null)`;

beforeAll(async () => {
  hub = await startTestHub();
  await withClient(hub.database.url('owner'), async (client) => {
    await client.query(lacks);
    await client.query(signals, [organisationByKey('aankoopcentrale').id]);
  });
});
afterAll(() => hub.close());

async function agenda(actor: Actor = broker, variables: object = { year }): Promise<Item[]> {
  const { data, errors } = await hub.query<{ themeAgenda: Item[] | null } | null>(
    committedDocument('theme-agenda'),
    variables,
    actor,
  );
  expect(errors).toEqual([]);
  return data?.themeAgenda ?? [];
}

async function itemOf(code: string, actor: Actor = broker, variables: object = { year }): Promise<Item> {
  const found = (await agenda(actor, variables)).find(({ theme }) => theme.code === code);
  if (!found) throw new Error(`there is no ${code}`);
  return found;
}

const countsIn = (counts: readonly Count[] | null) => (counts ?? []).map(({ key, count }) => [key, count]);

describe('the agenda of a theme table', () => {
  it('tells a broker for how many children nothing was found, on the rungs and at the ages of the theme', async () => {
    expect(countsIn((await itemOf('FOSTER_FAMILIES')).unmetNeed)).toEqual([
      ['KINSHIP_FOSTER', 3],
      ['FOSTER', 14],
    ]);
    expect(countsIn((await itemOf('TRANSITION_16_27')).unmetNeed)).toEqual([
      ['ASSISTED_LIVING', 17],
      ['AGE_16_17', 17],
      ['AGE_18_22', 0],
      ['AGE_23_27', 0],
    ]);
  });

  it.each([
    ['a broker', broker],
    ['an analyst', analyst],
  ])('tells %s of unmet needs and stuck cases what the figures tell, and nothing more', async (_who, actor) => {
    const items = await agenda(actor);
    const whole = new Map<string, AskedFigure>();
    for (const by of ['RUNG', 'AGE_BAND']) {
      whole.set(`unmetNeed ${by}`, await figure(hub, 'unmet-need', { year, by }, actor));
      whole.set(`stuckCases ${by}`, await figure(hub, 'stuck-cases', { year, by, measure: 'WEEKS' }, actor));
    }
    const rowsOf = (name: string, by: string, codes: readonly string[]) =>
      (whole.get(`${name} ${by}`)?.rows ?? [])
        .filter(({ key }) => codes.includes(key))
        .map(({ key, title, total }) => ({ key, title, count: total?.value, whyWithheld: total?.whyWithheld }));
    let compared = 0;
    for (const { theme, ...told } of items)
      for (const name of ['unmetNeed', 'stuckCases'] as const) {
        const expected = [...rowsOf(name, 'RUNG', theme.rungs), ...rowsOf(name, 'AGE_BAND', theme.ageBands)];
        expect(told[name]).toEqual(expected);
        compared += expected.length;
      }
    expect(compared).toBeGreaterThan(20);
  });

  it('withholds from an analyst what says too much of few', async () => {
    const { unmetNeed } = await itemOf('FOSTER_FAMILIES', analyst);
    expect(unmetNeed?.[0]).toMatchObject({ key: 'KINSHIP_FOSTER', count: null, whyWithheld: 'FEW' });
  });

  it('tells how many signals waited for an end on the day, exactly, also an analyst', async () => {
    const housing = async (actor: Actor, variables: object) =>
      countsIn((await itemOf('TRANSITION_16_27', actor, variables)).openSignals);
    for (const actor of [broker, analyst]) expect(await housing(actor, { year })).toEqual([['HOUSING', 3]]);
    expect(await housing(broker, { year, asOf: '2019-05-01' })).toEqual([['HOUSING', 2]]);
    expect(countsIn((await itemOf('FOSTER_FAMILIES')).openSignals)).toEqual([
      ['OWN_NETWORK', 0],
      ['HELP_AT_HOME', 0],
    ]);
  });

  it('shows an analyst no children of a year that goes on', async () => {
    const { unmetNeed } = await itemOf('TRANSITION_16_27', analyst, { year: new Date().getFullYear() });
    expect(unmetNeed?.map(({ count, whyWithheld }) => [count, whyWithheld])).toEqual(
      Array<unknown>(4).fill([null, 'PERIOD_OPEN']),
    );
  });

  it('is one request to each subgraph and a statement for each figure, however many themes there are', async () => {
    hub.resetCounts();
    expect((await agenda()).length).toBeGreaterThan(5);
    expect([...hub.subgraphRequests()].sort()).toEqual(['capacity', 'cases', 'people']);
    const { cases, capacity, people } = hub.statements();
    expect([cases, capacity, people].map((all) => all.filter((sql) => /\bmoment as \(/.test(sql)).length)).toEqual([
      3, 2, 0,
    ]);
  });

  it('is told to nobody of another region, and to no other role', async () => {
    expect(await refusals(hub, 'theme-agenda', { year })).toEqual(allRefused);
  });

  it('is not there for a region that keeps no themes', async () => {
    const { errors } = await hub.query(
      committedDocument('theme-agenda'),
      { year },
      { role: 'care-broker', region: 'region-2' },
    );
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
  });
});
