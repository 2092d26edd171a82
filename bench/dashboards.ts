import { tokenClaims } from '../infra/identity/token-claims.js';
import { withClient } from '../infra/database/client.js';
import { committedDocument } from '../gateway/registered/registered-operations.js';
import { openDatabase, type DataSource } from '../platform/database/database.js';
import type { FigureQuestion } from '../figures/figure-question.js';
import { unmetNeedReadModel } from '../subgraphs/capacity/figures/unmet-need/unmet-need.read-model.js';
import { waitingQuartersReadModel } from '../subgraphs/capacity/figures/waiting-quarters/waiting-quarters.read-model.js';
import { waitingTimesReadModel } from '../subgraphs/capacity/figures/waiting-times.read-model.js';
import { capacityStorage } from '../subgraphs/capacity/storage.js';
import { placementFiguresReadModel } from '../subgraphs/cases/figures/placements/placement-figures.read-model.js';
import { dischargeBlockedReadModel } from '../subgraphs/cases/figures/discharge/discharge-blocked.read-model.js';
import { retDiscussedReadModel } from '../subgraphs/cases/figures/discussed/ret-discussed.read-model.js';
import { costBenefitReadModel } from '../subgraphs/cases/figures/benefit/cost-benefit.read-model.js';
import { stuckCasesReadModel } from '../subgraphs/cases/figures/stuck/stuck-cases.read-model.js';
import { usuallyStuckFrom } from '../subgraphs/cases/figures/stuck/stuck-cases.rules.js';
import { sla48hReadModel } from '../subgraphs/cases/figures/sla48h/sla48h.read-model.js';
import { casesStorage } from '../subgraphs/cases/storage.js';
import { duoUseReadModel } from '../subgraphs/people/figures/duo-use.read-model.js';
import { networkResponseReadModel } from '../subgraphs/people/figures/network-response.read-model.js';
import { peopleStorage } from '../subgraphs/people/storage.js';
import { yearTableReadModel } from '../subgraphs/cases/year-table/year-table.read-model.js';
import { flevoland } from '../vocabulary/places/region.js';
import { headBesideHand, rowBesideHand } from './tools/beside-hand.js';
import { inTurns } from './tools/in-turns.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { atMost } from './tools/goals.js';
import { report } from './tools/report.js';
import { largeRegion } from './tools/region-of-a-country.sql.js';

// Does each figure of the dashboards come within 100 ms in a large region, and what does the hub add to its SQL? The same statement is run by hand, as the owner of
// the tables, beside the whole answer over HTTP with rights and suppression; in turns, in one run. Ends with an error where a figure takes longer.

const mostMs = 100;
const year = 2023;
const question: FigureQuestion = { region: flevoland, form: 'SUPPRESSED', year, asOf: `${year}-12-31` };
const region = flevoland.key;
/** With what days that were avoided are weighed here: not what they cost anywhere. */
const reckoned = { assumedStayDays: 360, tariffs: [{ rung: 'SECURE', euroPerDay: 100 }] };
/** The year that goes on, in which providers told the most. */
const now = new Date().getFullYear();
const ofNow: FigureQuestion = { ...question, year: now, asOf: `${now}-12-31` };

await withMeasuredHub(run);

async function run(hub: MeasuredHub): Promise<void> {
  await withClient(hub.database, async (client) => {
    for (const statement of largeRegion) await client.query(statement);
  });
  const options = { url: hub.database, applicationName: 'bench', poolSize: 1, statementTimeoutMs: 10_000 };
  const [cases, capacity, people] = [
    await openDatabase(casesStorage, options),
    await openDatabase(capacityStorage, options),
    await openDatabase(peopleStorage, options),
  ];
  // what a function counts it counts for a caller
  for (const db of [cases, people])
    await db.query(`select set_config('hub.caller', $1, false)`, [JSON.stringify({ roles: ['analyst'], region })]);
  try {
    await measure(hub, byHand({ cases, capacity, people }));
  } finally {
    for (const db of [cases, capacity, people]) await db.destroy();
  }
}

type Ways = Readonly<Record<string, () => Promise<unknown>>>;

/** The figures by the file and the variables of their operation. */
function byHand({ cases, capacity, people }: Readonly<Record<'cases' | 'capacity' | 'people', DataSource>>): Ways {
  const placements = placementFiguresReadModel(cases.manager);
  const discharge = dischargeBlockedReadModel(cases.manager);
  const discussed = retDiscussedReadModel(cases.manager);
  const benefit = costBenefitReadModel(cases.manager);
  const stuck = stuckCasesReadModel(cases.manager);
  const sla48h = sla48hReadModel(cases.manager);
  const duos = duoUseReadModel(people.manager);
  const network = networkResponseReadModel(people.manager);
  const waiting = waitingTimesReadModel(capacity.manager);
  const quarters = waitingQuartersReadModel(capacity.manager);
  const unmet = unmetNeedReadModel(capacity.manager);
  return {
    'year-table': () => yearTableReadModel(cases.manager).countByCode(region, year),
    'sla48h MONTH': () => sla48h.count(question, 'MONTH'),
    'sla48h MUNICIPALITY': () => sla48h.count(question, 'MUNICIPALITY'),
    'residential-count': () => placements.residentialCount(question),
    'ladder-shift': () => placements.ladderShift(question),
    'foster-to-residential MONTH': () => placements.fosterToResidential(question, 'MONTH'),
    'foster-endings MUNICIPALITY': () => placements.fosterEndings(question, 'MUNICIPALITY'),
    'stuck-cases RUNG measure=WEEKS': () => stuck.count(question, usuallyStuckFrom, 'RUNG', 'WEEKS'),
    'stuck-cases MUNICIPALITY measure=REFUSALS': () =>
      stuck.count(question, usuallyStuckFrom, 'MUNICIPALITY', 'REFUSALS'),
    'discharge-blocked RUNG': () => discharge.count(question, 'RUNG'),
    'discharge-blocked MUNICIPALITY': () => discharge.count(question, 'MUNICIPALITY'),
    'ret-discussed MONTH subject=RESIDENTIAL': () => discussed.count(question, 'MONTH', 'RESIDENTIAL'),
    'ret-discussed MUNICIPALITY subject=THREATENED': () => discussed.count(question, 'MUNICIPALITY', 'THREATENED'),
    'duo-use MUNICIPALITY': () => duos.count(question, 'MUNICIPALITY'),
    'duo-use EXPERTISE': () => duos.count(question, 'EXPERTISE'),
    'network-response MONTH': () => network.count(question, 'MONTH'),
    'network-response MUNICIPALITY': () => network.count(question, 'MUNICIPALITY'),
    'cost-benefit': () => benefit.count(question, reckoned.assumedStayDays),
    'unmet-need RUNG': () => unmet.count(question, 'RUNG'),
    'unmet-need REASON': () => unmet.count(question, 'REASON'),
    'waiting-quarters': () => quarters.count(question),
    [`waiting-quarters year=${now}`]: () => quarters.count(ofNow),
    [`waiting-times MUNICIPALITY year=${now}`]: () => waiting.count(ofNow, 'MUNICIPALITY'),
    'waiting-times RUNG': () => waiting.count(question, 'RUNG'),
    'waiting-times MUNICIPALITY': () => waiting.count(question, 'MUNICIPALITY'),
  };
}

async function measure(hub: MeasuredHub, hand: Ways): Promise<void> {
  const token = await hub.token(tokenClaims('analyst'));
  const ask = (name: string) => async (): Promise<void> => {
    const [file = '', ...words] = name.split(' ');
    const variables = { region, year, ...variablesIn(words), ...(file === 'cost-benefit' && reckoned) };
    const answer = await hub.post(token, JSON.stringify({ query: committedDocument(file), variables }));
    if (answer.includes('"errors"')) throw new Error(`${name} was not answered: ${answer.slice(0, 400)}`);
  };
  const names = Object.keys(hand);
  const ways = names.flatMap((name) => [
    [`${name} by hand`, hand[name]] as const,
    [`${name} answered`, ask(name)] as const,
  ]);
  const times = await inTurns(Object.fromEntries(ways) as Ways, { rounds: 30, warmUp: 5 });
  const rows = names.map((name) => rowBesideHand(name, times));
  const slowest = Math.max(...rows.map(([, , answered]) => answered));
  await report({
    name: 'dashboards',
    head: headBesideHand,
    rows,
    goals: [atMost('every figure of a dashboard, the slowest', slowest, mostMs, 'ms')],
  });
}

/** What stands behind the name of a figure: by what it groups, and variables as `measure=WEEKS`. */
function variablesIn(words: readonly string[]): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', value] = word.split('=');
      if (value === undefined) return ['by', name];
      return [name, /^\d+$/.test(value) ? Number(value) : value];
    }),
  );
}
