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
import { median } from './tools/median.js';
import { aNeed } from './tools/need.js';

// Do a search and the freshness board of one region cost more in a larger country? One database for each number of regions, all on one server; rounds go through the
// databases in turn, so that noise of the machine meets all of them; answers are compared before anything is timed.

const { values } = parseArgs({
  options: { regions: { type: 'string', default: '1,10,100,1000' }, rounds: { type: 'string', default: '9' } },
});
const sizes = values.regions.split(',').map(Number);
const rounds = Number(values.rounds);

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
  /** Milliseconds of one question, by round. */
  readonly times: Readonly<Record<Question, number[]>>;
}

type Question = 'search' | 'board';

async function openCountry(postgres: EmbeddedPostgres, regions: number): Promise<Country> {
  const name = `regions_${regions}`;
  await withClient(postgres.url('postgres'), (client) => client.query(`create database ${name} template region`));
  const db = await openDatabase(capacityStorage, {
    url: postgres.url(name),
    applicationName: 'bench',
    poolSize: 1,
    statementTimeoutMs: 0,
  });
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
    times: { search: [], board: [] },
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
  times.search.push(
    await timeEach(5 * needs.length, (turn) => options.search(needs[turn % needs.length] ?? aNeed, null, 11)),
  );
  times.board.push(await timeEach(3, () => board.findLines(boardQuestion)));
}

async function timeEach(turns: number, ask: (turn: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < turns; turn += 1) await ask(turn);
  return (performance.now() - start) / turns;
}

function table(countries: readonly Country[], question: Question): string {
  const base = median(countries[0]?.times[question] ?? []);
  const lines = countries.map(({ regions, offers, times }) => {
    const ms = median(times[question]);
    return `${String(regions).padStart(6)} regions ${String(offers).padStart(8)} offers ${ms.toFixed(2).padStart(8)} ms ${(ms / base).toFixed(2).padStart(6)} x`;
  });
  return [`one ${question}, median of ${rounds} interleaved rounds (Node ${process.version})`, ...lines].join('\n');
}

async function run(postgres: EmbeddedPostgres): Promise<void> {
  const countries: Country[] = [];
  for (const size of sizes) countries.push(await openCountry(postgres, size));
  await checkAnswers(countries);
  for (let round = 0; round < rounds; round += 1) for (const country of countries) await timeRound(country);
  for (const question of ['search', 'board'] as const) console.log(table(countries, question));
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
  const base = await openDatabase(capacityStorage, {
    url: postgres.url('region'),
    applicationName: 'bench',
    poolSize: 1,
    statementTimeoutMs: 0,
  });
  await loadCapacity(base, () => undefined);
  await base.destroy();
  await run(postgres);
} finally {
  await postgres.stop();
  await removeCluster(folder);
  await held.release();
  await rm(folder, { recursive: true, force: true });
}
