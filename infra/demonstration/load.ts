import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { withClient } from '../database/client.js';
import { storages } from '../storages.js';
import { subgraphNames, type SubgraphName } from '../subgraphs.js';
import { growCapacity, loadCapacity } from './capacity.js';
import { renewCapacity } from './capacity-renewal.js';
import { growCases, loadCases } from './cases.js';
import { growPeople, loadPeople } from './people.js';

interface Loader {
  /** A table that holds rows once the region is loaded: each subgraph loads in one transaction. */
  readonly mainTable: string;
  load(database: DataSource, progress: (rows: number) => void): Promise<void>;
  grow(database: DataSource, regions: number): Promise<void>;
}

const loaders: Readonly<Record<SubgraphName, Loader>> = {
  cases: { mainTable: 'case_file', load: loadCases, grow: growCases },
  capacity: { mainTable: 'offer', load: loadCapacity, grow: growCapacity },
  people: { mainTable: 'organisation', load: loadPeople, grow: growPeople },
};

/** How many rows each subgraph loads: the region is the same on every machine. */
export const demonstrationRows: Readonly<Record<SubgraphName, number>> = {
  cases: 509,
  capacity: 1334,
  people: 1087,
};

const statementTimeoutMs = 3_600_000;

/** The subgraphs that hold no demonstration region yet: all on a first start, some after one that broke off. */
export async function subgraphsToLoad(ownerUrl: string): Promise<SubgraphName[]> {
  return withClient(ownerUrl, async (client) => {
    const empty: SubgraphName[] = [];
    for (const name of subgraphNames) {
      const { rowCount } = await client.query(`select from ${name}.${loaders[name].mainTable} limit 1`);
      if (rowCount === 0) empty.push(name);
    }
    return empty;
  });
}

/** Loads the demonstration region into a migrated database, as its owner; `progress` hears how many rows were added. */
export async function loadDemonstration(
  ownerUrl: string,
  progress: (rows: number, subgraph: SubgraphName) => void,
  subgraphs: readonly SubgraphName[] = subgraphNames,
): Promise<void> {
  for (const name of subgraphs)
    await asOwner(ownerUrl, name, (database) => loaders[name].load(database, (rows) => progress(rows, name)));
}

/** Lets the demonstration region go with the time: its providers report again when a day or more has passed. */
export async function renewDemonstration(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, 'capacity', renewCapacity);
}

/** Makes the country `regions` regions large: those that are there stay as they are. `done` hears of each subgraph. */
export async function growDemonstration(
  ownerUrl: string,
  regions: number,
  done: (subgraph: SubgraphName) => void,
): Promise<void> {
  for (const name of subgraphNames) {
    await asOwner(ownerUrl, name, (database) => loaders[name].grow(database, regions));
    done(name);
  }
}

async function asOwner(url: string, name: SubgraphName, work: (database: DataSource) => Promise<void>): Promise<void> {
  const applicationName = 'thuisbasis-load';
  const database = await openDatabase(storages[name], { url, applicationName, poolSize: 1, statementTimeoutMs });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}
