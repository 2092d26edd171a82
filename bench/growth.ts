import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growCapacity, loadCapacity } from '../infra/demonstration/capacity.js';
import { withClient } from '../infra/database/client.js';
import { openDataFolder } from '../infra/data-folder.js';
import { migrate } from '../infra/migrate.js';
import { removeCluster } from '../infra/postgres/cluster.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../infra/postgres/embedded.js';
import { openDatabase, type DataSource } from '../platform/database/database.js';
import {
  freshnessBoardReadModel,
  type BoardQuestion,
  type FreshnessBoardReadModel,
} from '../subgraphs/capacity/availability/freshness-board/freshness-board.read-model.js';
import { toCapacityConfig } from '../subgraphs/capacity/config.js';
import { optionsReadModel, type OptionsReadModel } from '../subgraphs/capacity/options/options.read-model.js';
import { capacityStorage } from '../subgraphs/capacity/storage.js';
import { flevoland } from '../vocabulary/places/region.js';
import { atMost, type Goal } from './tools/goals.js';
import { median } from './tools/median.js';
import { aNeed } from './tools/need.js';
import { roundsWanted } from './tools/profile.js';
import { digits, report } from './tools/report.js';

// Do a search and the freshness board of one region cost more in a larger country, asked by one, by 8 and by 64 at once? One database for each number of regions, all on one server;
// rounds go through the databases in turn, so that noise of the machine meets all of them; answers are compared before anything is timed. `npm run bench:growth`.

const { values } = parseArgs({ options: { regions: { type: 'string', default: '1,10,100,1000' } } });
const sizes = values.regions.split(',').map(Number);
const rounds = roundsWanted(9);
const numbersOfClients = [1, 8, 64];
/** As many as a subgraph has: more clients wait for one. */
const connections = 10;

const boardQuestion: BoardQuestion = {
  municipalityCodes: flevoland.municipalityCodes,
  firstDay: null,
  organisationId: null,
  after: null,
  limit: 101,
};
const needs = flevoland.municipalityCodes.map((municipalityCode) => ({ ...aNeed, municipalityCode }));

interface Country {
  readonly regions: number;
  readonly offers: number;
  readonly db: DataSource;
  readonly options: OptionsReadModel;
  readonly board: FreshnessBoardReadModel;
  /** Milliseconds for each answer, by round, for so many clients. */
  readonly times: ReadonlyMap<number, Readonly<Record<Question, number[]>>>;
}

type Question = 'search' | 'board';

function openCapacity(url: string, poolSize: number): Promise<DataSource> {
  const limits = { poolSize, statementTimeoutMs: 0, poolWaitMs: 60_000 };
  return openDatabase(capacityStorage, { url, applicationName: 'bench', ...limits });
}

async function openCountry(postgres: EmbeddedPostgres, regions: number): Promise<Country> {
  const name = `regions_${regions}`;
  await withClient(postgres.url('postgres'), (client) => client.query(`create database ${name} template region`));
  const db = await openCapacity(postgres.url(name), connections);
  if (regions > 1) await growCapacity(db, regions);
  await db.query('vacuum analyze');
  const [row]: { count: number }[] = await db.query('select count(*) from offer');
  const terms = toCapacityConfig({}).freshness;
  return {
    regions,
    offers: row?.count ?? 0,
    db,
    options: optionsReadModel(db.manager, terms),
    board: freshnessBoardReadModel(db.manager, terms),
    times: new Map(numbersOfClients.map((clients) => [clients, { search: [], board: [] }])),
  };
}

async function checkAnswers(countries: readonly Country[]): Promise<void> {
  const answers = await Promise.all(
    countries.map(({ options }) => Promise.all(needs.map((asked) => options.search(asked, null, 11)))),
  );
  const boards = await Promise.all(countries.map(({ board }) => board.findLines(boardQuestion)));
  const texts = answers.map((answer, at) =>
    JSON.stringify([
      boards[at],
      answer.map(({ offersConsidered, optionsFound, options }) => [
        offersConsidered,
        optionsFound,
        options.map(({ offerId }) => offerId),
      ]),
    ]),
  );
  if (new Set(texts).size > 1) throw new Error('the answers differ between the sizes: nothing is measured');
}

async function timeRound({ options, board, times }: Country): Promise<void> {
  const search = (turn: number) => options.search(needs[turn % needs.length] ?? aNeed, null, 11);
  for (const [clients, of] of times) {
    of.search.push(await timeEach(clients, Math.max(5 * needs.length, clients), search));
    of.board.push(await timeEach(clients, Math.max(3, clients), () => board.findLines(boardQuestion)));
  }
}

/** Milliseconds that pass for each answer while so many ask. */
async function timeEach(clients: number, turns: number, ask: (turn: number) => Promise<unknown>): Promise<number> {
  let turn = 0;
  const start = performance.now();
  const client = async (): Promise<void> => {
    while (turn < turns) await ask(turn++);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (performance.now() - start) / turns;
}

/** How many times as long a question takes as in the first country, round by round: the middle of that. */
function costOf(country: Country, first: Country | undefined, clients: number, question: Question): number {
  const bases = first?.times.get(clients)?.[question] ?? [];
  return median((country.times.get(clients)?.[question] ?? []).map((ms, round) => ms / (bases[round] ?? NaN)));
}

function rowsOf(countries: readonly Country[]): number[][] {
  const ms = ({ times }: Country, clients: number, question: Question): number =>
    digits(median(times.get(clients)?.[question] ?? []), 2);
  return numbersOfClients.flatMap((clients) =>
    countries.map((country) => {
      const cost = (question: Question): number => digits(costOf(country, countries[0], clients, question), 2);
      const measured = [ms(country, clients, 'search'), cost('search'), ms(country, clients, 'board'), cost('board')];
      return [clients, country.regions, country.offers, ...measured];
    }),
  );
}

function goalsOf(countries: readonly Country[]): Goal[] {
  const [first] = countries;
  const limits = new Map([
    [100, 1.5],
    [1_000, 2],
  ]);
  return countries.flatMap((country) => {
    const limit = limits.get(country.regions);
    if (first?.regions !== 1 || limit === undefined) return [];
    return (['search', 'board'] as const).map((question) =>
      atMost(
        `one ${question} among ${country.regions} regions beside one, 1 client`,
        costOf(country, first, 1, question),
        limit,
        'x',
      ),
    );
  });
}

async function run(postgres: EmbeddedPostgres): Promise<void> {
  const countries: Country[] = [];
  for (const size of sizes) countries.push(await openCountry(postgres, size));
  await checkAnswers(countries);
  for (let round = 0; round < rounds; round += 1) for (const country of countries) await timeRound(country);
  const head = ['clients', 'regions', 'offers', 'search ms', 'x the first', 'board ms', 'x the first'];
  await report({ name: 'growth', head, rows: rowsOf(countries), goals: goalsOf(countries) });
  for (const { db } of countries) await db.destroy();
}

const folder = await mkdtemp(join(tmpdir(), 'thuisbasis-bench-'));
await chmod(folder, 0o711);
const held = await openDataFolder(folder);
const secrets = { owner: '', cases: '', capacity: '', people: '', gateway: '' };
for (const name of ['owner', 'cases', 'capacity', 'people', 'gateway'] as const)
  secrets[name] = randomBytes(12).toString('hex');
const postgres = await startEmbeddedPostgres({ folder, password: secrets.owner, isDurable: false });
try {
  await withClient(postgres.url('postgres'), (client) => client.query('create database region'));
  await migrate(postgres.url('region'), secrets);
  const base = await openCapacity(postgres.url('region'), 1);
  await loadCapacity(base, () => undefined);
  await base.destroy();
  await run(postgres);
} finally {
  await postgres.stop();
  await removeCluster(folder);
  await held.release();
  await rm(folder, { recursive: true, force: true });
}
