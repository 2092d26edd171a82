import { committedDocument } from '../gateway/registered/registered-operations.js';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { withClient } from '../infra/database/client.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { median } from './tools/median.js';
import { percentile } from './tools/percentile.js';
import { roundsWanted } from './tools/profile.js';
import { digits, report } from './tools/report.js';

// Forty providers publish 500 figures each in the same second, while a broker goes on asking for options. Beside it, in the same run and
// on the same server: the same 20,000 rows written by plain SQL over forty connections, without a hub, one statement for each row as
// pgbench would and one statement for each provider as the hub does.

const providers = 40;
const reportsEach = 500;
const rounds = roundsWanted(5);
const againMs = 500;
const flagship = committedDocument('find-options');
const publish = committedDocument('publish-capacity');

await withMeasuredHub(run);

async function run(hub: MeasuredHub): Promise<void> {
  const organisations = await addProviders(hub.database);
  const ask = await broker(hub);
  await askFor(2_000, ask);
  const all: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const quiet = await askFor(3_000, ask);
    const busy = startAsking(ask);
    await wait(200);
    const publications = await publishAll(hub, organisations, round).finally(() => busy.stop());
    const during = await busy.stop();
    const rowByRow = await plainSql(hub.database, round, false);
    const inBulk = await plainSql(hub.database, round, true);
    const measured = { quiet, during, publications, rowByRow, inBulk };
    all.push(measured);
    await wait(1_000);
  }
  await report({ name: 'publishing', head: ['what', 'ms', 'beside'], rows: rowsOf(together(all)) });
}

/** The times of all rounds as if they were one; of plain SQL the middle. */
function together(all: readonly Round[]): Round {
  return {
    quiet: all.flatMap(({ quiet }) => quiet),
    during: all.flatMap(({ during }) => during),
    publications: all.flatMap(({ publications }) => publications),
    rowByRow: median(all.map(({ rowByRow }) => rowByRow)),
    inBulk: median(all.map(({ inBulk }) => inBulk)),
  };
}

/** Forty providers with 500 offers each in a part of the country where nobody of the demonstration region searches. */
async function addProviders(database: string): Promise<string[]> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select gen_random_uuid() as id from generate_series(1, ${providers})`,
    );
    const ids = rows.map(({ id }) => id);
    await client.query(
      `with site as (
         insert into capacity.site (organisation_id, name, municipality_code, postcode4)
         select id, 'locatie', '0995', '8232' from unnest($1::uuid[]) id returning id, organisation_id
       )
       insert into capacity.offer (organisation_id, key, site_id, title, description, rung, category, product_code, age_min, age_max,
         legal_frameworks, unit, capacity_model, working_area)
       select site.organisation_id, 'aanbod-' || n, site.id, 'aanbod ' || n, '', 'FAMILY_HOME', '44', '44A01', 0, 18,
         '{VOLUNTARY}', 'PLACE', 'PLACES', '{0193}'
       from site cross join generate_series(1, ${reportsEach}) n`,
      [ids],
    );
    await client.query('vacuum analyze');
    return ids;
  });
}

type Ask = () => Promise<number>;

/** The flagship as a broker asks it: how long one answer took, in ms. Throws when it is no answer. */
async function broker(hub: MeasuredHub): Promise<Ask> {
  const token = await hub.token({ sub: 'bench', roles: ['care-broker'], region: 'flevoland' });
  const { rows } = await withClient(hub.database, (client) =>
    client.query<{ id: string }>(`select id from cases.case_file where number = 'FL-26-0042'`),
  );
  const body = JSON.stringify({ query: flagship, variables: { caseId: rows[0]?.id, first: 10, after: null } });
  return async () => {
    const start = performance.now();
    const text = await hub.post(token, body);
    if (!text.includes('"edges"') || text.includes('"errors"')) throw new Error(`no answer: ${text.slice(0, 200)}`);
    return performance.now() - start;
  };
}

async function askFor(milliseconds: number, ask: Ask): Promise<number[]> {
  const asking = startAsking(ask);
  await wait(milliseconds);
  return asking.stop();
}

/** A broker who asks ten times a second until told to stop. */
function startAsking(ask: Ask): { stop(): Promise<number[]> } {
  const times: number[] = [];
  const stopping = new AbortController();
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      times.push(await ask());
      await wait(100);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await asking;
      return times;
    },
  };
}

/** Every provider at once; how long each waited for its acknowledgement, in ms. */
async function publishAll(hub: MeasuredHub, organisations: readonly string[], round: number): Promise<number[]> {
  const asOf = new Date().toISOString();
  return Promise.all(
    organisations.map(async (organisation) => {
      const token = await hub.token({ sub: 'bench', roles: ['provider-system'], organisation });
      const reports = Array.from({ length: reportsEach }, (_, index) => ({
        offerKey: `aanbod-${index + 1}`,
        sequence: round,
        status: 'HAS_CAPACITY',
        available: 1 + ((index + round) % 3),
        maximum: 6,
        unit: 'PLACE',
      }));
      const input = { idempotencyKey: `bench/${round}`, asOf, isAtomic: false, reports };
      const start = performance.now();
      const text = await untilTaken(() => hub.post(token, JSON.stringify({ query: publish, variables: { input } })));
      const accepted = text.split('"ACCEPTED"').length - 1;
      if (accepted !== reportsEach) throw new Error(`${accepted} accepted: ${text.slice(0, 300)}`);
      return performance.now() - start;
    }),
  );
}

/** As a client does: whoever hears that the hub is too busy comes again with the same key. */
async function untilTaken(send: () => Promise<string>): Promise<string> {
  for (;;) {
    const text = await send();
    if (!text.includes('"OVERLOADED"')) return text;
    await wait(againMs);
  }
}

/** The same rows without a hub: how long until the last of forty connections was done, in ms. */
async function plainSql(database: string, round: number, isBulk: boolean): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: providers }, async () => {
      const client = new Client({ connectionString: database });
      await client.connect();
      return client;
    }),
  );
  const { rows } = await withClient(database, (client) =>
    client.query<{ ids: string[] }>(
      `select array_agg(id) as ids from capacity.offer where key like 'aanbod-%' group by organisation_id limit ${providers}`,
    ),
  );
  const insert = `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
    select id, $2, now() - interval '1 day', $3, 'MACHINE', 'HAS_CAPACITY', 1, 6, 'PLACE' from unnest($1::uuid[]) id`;
  const start = performance.now();
  await Promise.all(
    clients.map(async (client, index) => {
      const ids = rows[index]?.ids ?? [];
      const source = `plain-${String(isBulk)}`;
      if (isBulk) await client.query(insert, [ids, round, source]);
      else for (const id of ids) await client.query(insert, [[id], round, source]);
    }),
  );
  const milliseconds = performance.now() - start;
  await Promise.all(clients.map((client) => client.end()));
  return milliseconds;
}

interface Round {
  readonly quiet: readonly number[];
  readonly during: readonly number[];
  readonly publications: readonly number[];
  readonly rowByRow: number;
  readonly inBulk: number;
}

function rowsOf({ quiet, during, publications, rowByRow, inBulk }: Round): (string | number)[][] {
  const last = Math.max(...publications);
  const [p95Quiet, p95During] = [percentile(quiet, 95), percentile(during, 95)];
  const row = (text: string, ms: number, beside = ''): (string | number)[] => [text, digits(ms, 0), beside];
  return [
    row(`${providers} x ${reportsEach} figures acknowledged: median`, percentile(publications, 50)),
    row(`${providers} x ${reportsEach} figures acknowledged: the last`, last),
    row('the same rows by plain SQL, a statement for each row', rowByRow, `hub ${digits(last / rowByRow, 2)} x`),
    row('the same rows by plain SQL, a statement for each provider', inBulk, `hub ${digits(last / inBulk, 2)} x`),
    row('the flagship, 95th percentile: quiet', p95Quiet),
    row('the flagship, 95th percentile: meanwhile', p95During, `${digits(p95During / p95Quiet, 2)} x quiet`),
  ];
}
