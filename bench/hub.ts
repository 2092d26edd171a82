import { Pool } from 'undici';
import { withClient } from '../infra/database/client.js';
import { trackOpened, type Opened } from '../infra/hub/opened.js';
import { bareSql } from './hub/bare-sql.js';
import { baseBeside, shared } from './hub/base.js';
import { hiveRust, openGateways, ours } from './hub/gateways.js';
import { flagshipRequest } from './tools/flagship.js';
import { atLeast, atMost, type Goal } from './tools/goals.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { residentMegabytes } from './tools/memory.js';
import { familyMs, parentOf, processorMs } from './tools/processor-time.js';
import { roundMsWanted, roundsWanted } from './tools/profile.js';
import { report } from './tools/report.js';
import { posting, ratioOf, roundsOf, tableOf, type Contender, type Rounds } from './tools/rounds.js';
import { withoutInstants } from './tools/without-instants.js';

// What does the whole hub add to the SQL that the one query of a broker needs, and what would the same subgraphs take behind another executor or another gateway? All over
// one database, asked in turns: that SQL by `pg` alone (who asks and who looked with it), the hub as `npm start` has it, and the same subgraphs as processes behind its
// gateway, the same with the stock executor, and Hive Gateway. CPU is that of all processes that answer, PostgreSQL with them. `npm run bench:hub`.

const [rounds, roundMs] = [roundsWanted(3), roundMsWanted(2_000)];
const asStarted = 'hub, as it starts';
const sql = 'SQL by pg alone';

await withMeasuredHub(measure, { environment: shared });

async function measure(hub: MeasuredHub): Promise<void> {
  const opened = trackOpened();
  try {
    const answering = await openContenders(hub, opened);
    await checkAnswers(answering.slice(1));
    const found = new Map<number, Rounds>();
    for (const clients of [1, 16]) found.set(clients, await roundsOf(answering, { clients, rounds, roundMs }));
    await report({ name: 'hub', ...tableOf(found, ours), goals: goalsOf(found.get(16) ?? new Map()) });
  } finally {
    await opened.close();
  }
}

/** The SQL first, then who answers with it. */
async function openContenders(hub: MeasuredHub, opened: Opened): Promise<Contender[]> {
  const { token, body } = await flagshipRequest(hub);
  const askAt = (url: string): (() => Promise<string>) => {
    const pool = new Pool(url, { connections: 64 });
    opened.add(() => pool.destroy());
    const ask = posting(pool, { path: '/graphql', headers: { authorization: `Bearer ${token}` }, body });
    return async () => whole(await ask());
  };
  const base = await baseBeside(hub);
  const bare = await bareSql(base, (url) => askAt(url)());
  opened.add(() => bare.close());
  const gateways = [
    { name: asStarted, url: hub.url, processIds: [hub.processId] },
    ...(await openGateways(base, opened)),
  ];
  const postgres = await postgresOf(hub);
  const used = (processIds: readonly number[]) => () => usedBy(postgres, processIds);
  return [
    { name: sql, ask: bare.run, used: used([process.pid]) },
    ...gateways.map(({ name, url, processIds }) => ({ name, ask: askAt(url), used: used(processIds) })),
  ];
}

/** An answer without errors, or nothing is measured. */
function whole(answer: string): string {
  if (answer.includes('"errors"') || !answer.includes('"rank"')) throw new Error(`no answer: ${answer.slice(0, 300)}`);
  return answer;
}

async function postgresOf({ database }: MeasuredHub): Promise<number> {
  const sql = 'select pg_backend_pid() as id';
  return withClient(database, async (client) => parentOf((await client.query<{ id: number }>(sql)).rows[0]?.id ?? 0));
}

async function usedBy(postgres: number, processIds: readonly number[]): ReturnType<Contender['used']> {
  const cpuMs = (await processorMs(processIds)) + (await familyMs(postgres));
  const megabytes = await Promise.all(processIds.map((id) => residentMegabytes(id)));
  return { cpuMs, rssMb: megabytes.reduce((total, one) => total + one, 0) };
}

async function checkAnswers(contenders: readonly Contender[]): Promise<void> {
  const answers: string[] = [];
  for (const { ask } of contenders)
    answers.push(JSON.stringify(withoutInstants((JSON.parse(await ask()) as { data: unknown }).data)));
  const others = contenders.filter((_, at) => answers[at] !== answers[0]).map(({ name }) => name);
  if (others.length > 0) throw new Error(`another answer from ${others.join(', ')}: nothing is measured`);
  console.log(`one answer of ${((answers[0]?.length ?? 0) / 1_000).toFixed(1)} kB from all`);
}

/** What is aimed for at 16 clients. */
function goalsOf(found: Rounds): Goal[] {
  return [
    atMost('whole hub, p50 beside the SQL it needs, 16 clients', ratioOf(found, 'p50', [asStarted, sql]), 4, 'x'),
    atLeast(`whole hub beside ${hiveRust}, 16 clients`, ratioOf(found, 'perSecond', [ours, hiveRust]), 2, 'x'),
  ];
}
