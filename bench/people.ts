import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { committedDocument } from '../gateway/registered/registered-operations.js';
import { withClient } from '../infra/database/client.js';
import { tokenClaims } from '../infra/identity/token-claims.js';
import { headBesideHand, rowBesideHand } from './tools/beside-hand.js';
import { inTurns } from './tools/in-turns.js';
import { manyProfessionals } from './tools/many-professionals.sql.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { report } from './tools/report.js';

// Does a search stay an index scan among 100,000 professionals, and what does the hub add to plain SQL? The same question is asked by hand, as the owner of the tables
// and without ranks, rights or audit, beside the whole answer over HTTP; in turns, in one run. Ends with an error where answers read the whole table of professionals.

const place = '0995';
const text = (word: string): string =>
  `(to_tsvector('dutch', job_title || ' ' || name) @@ websearch_to_tsquery('dutch', '${word}') or '${word}' <% lower(job_title || ' ' || name))`;
const specialist = (code: string): string =>
  `exists (select from people.expertise e where e.professional_id = p.id and e.code = '${code}' and e.level = 'SPECIALIST')`;
const free = (hours: number): string => `people.is_there(p.id, current_date, current_date + 83) and ${hours} <=
  (select sum(greatest(0, people.hours_left(p.id, part, current_date, current_date + 83))) from unnest('{EVENING,WEEKEND}'::text[]) part)`;
const byHand = (condition: string): string =>
  `select p.id from people.professional p where municipality_codes @> '{${place}}' and is_visible and ${condition} order by p.sort_name, p.id limit 10`;

const knownTo = (codes: string, municipality: string): string => `
  select p.id from people.professional p
  cross join lateral (select count(*) as known from people.expertise e where e.professional_id = p.id and e.code = any('{${codes}}')) k
  where p.municipality_codes @> array[${municipality}] and p.is_visible and k.known > 0 order by k.known desc, p.sort_name, p.id limit 10`;
const places = `unnest('{0995,0034,0303,0171,0050,0184,0995,0034,0303,0171}'::text[]) as at (place)`;

interface Question {
  readonly sql: string;
  readonly operation: 'search-professionals' | 'experts-of-cases';
  readonly variables: Readonly<Record<string, unknown>>;
  /** What stands in the answer of a hub that found as many as were asked. */
  readonly shows: RegExp;
}

const searching = (sql: string, search: object): Question => ({
  ...{ sql, operation: 'search-professionals', shows: /"rank":10/ },
  variables: { search: { municipalityCode: place, ...search } },
});

const questions: Readonly<Record<string, Question>> = {
  'a word': searching(byHand(text('systeemtherapeut')), { text: 'systeemtherapeut' }),
  'a typing error': searching(byHand(text('systeemterapeut')), { text: 'systeemterapeut' }),
  specialists: searching(byHand(specialist('TRAUMA')), {
    expertise: [{ code: 'TRAUMA', minimumLevel: 'SPECIALIST' }],
  }),
  'free hours': searching(byHand(free(8)), { hoursPerWeek: 8, timeWindows: ['EVENING', 'WEEKEND'] }),
  'experts for one case': {
    sql: knownTo('AUTISM,SYSTEMIC_THERAPY,FOSTER_CARE', `'${place}'`),
    ...{ operation: 'experts-of-cases', shows: /"rank":10/ },
    variables: { filter: { number: 'FL-26-0042' }, first: 1, expertsFirst: 10 },
  },
  'experts for ten cases': {
    sql: `select f.id from ${places} cross join lateral (${knownTo('AUTISM,TRAUMA,ADDICTION', 'at.place')}) f`,
    ...{ operation: 'experts-of-cases', shows: /("rank":5.*){5}/s, variables: { first: 10, expertsFirst: 5 } },
  },
};

await withMeasuredHub((hub) => withClient(hub.database, (client) => run(hub, client)));

async function run(hub: MeasuredHub, client: Client): Promise<void> {
  for (const statement of manyProfessionals) await client.query(statement);
  await client.query(`set pg_trgm.word_similarity_threshold = '0.5'`);
  for (const name of ['a typing error', 'experts for one case']) await explain(client, questions[name]?.sql ?? '');
  const token = await hub.token(tokenClaims('care-broker'));
  const answered = Object.entries(questions).map(([name, question]) => [name, asking(hub, token, question)] as const);
  await assertIndexScans(client, answered);
  const ways: Record<string, () => Promise<unknown>> = {};
  for (const [name, ask] of answered) {
    ways[`${name} by hand`] = () => client.query(questions[name]?.sql ?? '');
    ways[`${name} answered`] = ask;
  }
  const times = await inTurns(ways, { rounds: 30, warmUp: 5 });
  const rows = Object.keys(questions).map((name) => rowBesideHand(name, times));
  await report({ name: 'people', head: headBesideHand, rows });
}

function asking(hub: MeasuredHub, token: string, { operation, variables, shows }: Question): () => Promise<void> {
  const body = JSON.stringify({ query: committedDocument(operation), variables });
  return async () => {
    const answer = await hub.post(token, body);
    if (answer.includes('"errors"') || !shows.test(answer))
      throw new Error(`not as many as asked were found: ${answer.slice(0, 400)}`);
  };
}

/** Prints how the question by hand is planned. */
async function explain(client: Client, sql: string): Promise<void> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off) ${sql}`);
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
}

/** Asks each question and has PostgreSQL count how it read the professionals: by the index, never the whole table. */
async function assertIndexScans(
  client: Client,
  answered: readonly (readonly [string, () => Promise<void>])[],
): Promise<void> {
  for (const [name, ask] of answered) {
    const before = await scans(client);
    await ask();
    // what a connection counted is told when it works again a second later
    await wait(1_500);
    await ask();
    await wait(500);
    const after = await scans(client);
    const [whole, byIndex] = [after.whole - before.whole, after.byIndex - before.byIndex];
    console.log(`${name.padEnd(21)} read the whole table ${whole} times, the index ${byIndex} times`);
    if (whole > 0 || byIndex === 0) throw new Error(`${name}: no index scan`);
  }
}

async function scans(client: Client): Promise<{ whole: number; byIndex: number }> {
  const { rows } = await client.query<{ whole: number; byIndex: number }>(
    `select t.seq_scan::integer as whole, (i.idx_scan + (select idx_scan from pg_stat_user_indexes where indexrelname = 'professional_municipality'))::integer as "byIndex"
     from pg_stat_user_tables t join pg_stat_user_indexes i on i.relid = t.relid and i.indexrelname = 'professional_sought' where t.schemaname = 'people'`,
  );
  if (!rows[0]) throw new Error('the index is there');
  return rows[0];
}
