import { Client, Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { openInProcess } from '../../infra/hub/open-in-process.js';
import type { HubBase } from '../../infra/hub/hub-base.js';
import { trackOpened } from '../../infra/hub/opened.js';
import { hubUrl } from '../../infra/hub/config.js';
import { loginRole } from '../../infra/database/role-url.js';
import { connections } from './base.js';
import { subgraphNames, type SubgraphName } from '../../infra/subgraphs.js';

/** A statement as a subgraph sent it, and how many rows came of it. */
interface Sent {
  readonly statement: QueryConfig;
  readonly rows: number;
}

/** What one connection of a subgraph was sent from `begin` to `commit`: who asks, what is read, and who looked. */
interface Transaction {
  readonly subgraph: SubgraphName;
  readonly sent: readonly Sent[];
}

/** How often the question is asked before it is recorded: by then its statements are prepared. */
const askedBefore = 8;

export interface BareSql {
  /** Sends the statements of one question; gives how many they were. Throws where other rows come of them. */
  readonly run: () => Promise<string>;
  close(): Promise<void>;
}

/** The SQL that a question needs, without a hub: what its subgraphs send for it, over as many connections as they have, by `pg` alone. */
export async function bareSql(base: HubBase, ask: (url: string) => Promise<string>): Promise<BareSql> {
  const transactions = await recorded(base, ask);
  const pools = new Map(subgraphNames.map((name) => [name, poolOf(name, base.subgraphUrls[name])]));
  return {
    async run() {
      for (const { subgraph, sent } of transactions) {
        const client = await pools.get(subgraph)?.connect();
        if (client) await replay(client, sent);
      }
      return `${transactions.flatMap(({ sent }) => sent).length} statements`;
    },
    async close() {
      for (const pool of pools.values()) await pool.end();
    },
  };
}

/** With the settings of a subgraph's own connections (`platform/database/database.ts`). */
function poolOf(name: SubgraphName, connectionString: string): Pool {
  const options = `-c search_path=${name},public -c timezone=UTC -c jit=off`;
  return new Pool({ connectionString, max: connections, options, application_name: 'bench' });
}

async function replay(client: PoolClient, sent: readonly Sent[]): Promise<void> {
  try {
    for (const { statement, rows } of sent)
      if (rowsOf(await client.query(statement)) !== rows) throw new Error('the same SQL gives something else');
  } finally {
    client.release();
  }
}

/** Runs a hub in this process, asks, and notes what its subgraphs send for the last time that they are asked. */
async function recorded(base: HubBase, ask: (url: string) => Promise<string>): Promise<Transaction[]> {
  const opened = trackOpened();
  try {
    await openInProcess(base, opened);
    const url = hubUrl(base.config);
    for (let time = 0; time < askedBefore; time += 1) await ask(url);
    return await noting(() => ask(url));
  } finally {
    await opened.close();
  }
}

async function noting(work: () => Promise<unknown>): Promise<Transaction[]> {
  const open = new Map<Client, { subgraph: SubgraphName; sent: Sent[] }>();
  const original = Reflect.get(Client.prototype, 'query') as (this: Client, sent: QueryConfig) => Promise<QueryResult>;
  async function query(this: Client, statement: QueryConfig): Promise<QueryResult> {
    const result = await original.call(this, statement);
    const subgraph = subgraphNames.find((name) => loginRole(name) === this.user);
    if (subgraph === undefined) return result;
    const transaction = open.get(this) ?? { subgraph, sent: [] };
    open.set(this, transaction);
    const { text, values, name } = statement;
    transaction.sent.push({ statement: { text, values, ...(name && { name }) } as QueryConfig, rows: rowsOf(result) });
    return result;
  }
  Reflect.set(Client.prototype, 'query', query);
  try {
    await work();
  } finally {
    Reflect.set(Client.prototype, 'query', original);
  }
  return [...open.values()];
}

/** Several statements sent as one have as many results. */
function rowsOf(result: QueryResult | QueryResult[]): number {
  return [result].flat().reduce((total, { rows }) => total + rows.length, 0);
}
