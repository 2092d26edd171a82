import { setTimeout as wait } from 'node:timers/promises';
import { committedDocument } from '../gateway/registered/registered-operations.js';
import { withClient } from '../infra/database/client.js';
import { organisationByKey } from '../infra/demonstration/organisations.js';
import { atMost } from './tools/goals.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { residentMegabytes } from './tools/memory.js';
import { classes, questionsOf, type Ask } from './tools/questions.js';
import { digits, report } from './tools/report.js';

// What does a hub hold of memory after hours of load? So many questions a second, of brokers, providers and dashboards in turn, and a figure published each
// second: BENCH_SOAK_SECONDS=3600 npm run bench:soak. Its memory is read ten times on the way.

const seconds = Number(process.env['BENCH_SOAK_SECONDS'] ?? 60);
const perSecond = Number(process.env['BENCH_SOAK_RATE'] ?? 20);
const looks = 10;
const organisation = organisationByKey('rietvink').id;

interface Look {
  readonly afterSeconds: number;
  readonly megabytes: number;
  readonly answered: number;
  readonly notAnswered: number;
}

await withMeasuredHub(async (hub) => {
  const found: Look[] = [{ afterSeconds: 0, megabytes: await residentMegabytes(hub.processId), ...none() }];
  for (let look = 1; look <= looks; look += 1) {
    const counts = await load(hub, seconds / looks);
    const megabytes = await residentMegabytes(hub.processId);
    found.push({ afterSeconds: (look * seconds) / looks, megabytes, ...counts });
  }
  const [half, end] = [found[looks / 2]?.megabytes ?? NaN, found[looks]?.megabytes ?? NaN];
  await report({
    name: 'soak',
    head: ['after seconds', 'MB, without PostgreSQL', 'answered', 'not answered'],
    rows: found.map((look) => [look.afterSeconds, digits(look.megabytes, 0), look.answered, look.notAnswered]),
    goals: [
      atMost(`memory of the hub after ${seconds} s of load`, end, 350, 'MB'),
      atMost('the same beside halfway', end / half, 1.1, 'x'),
    ],
  });
});

function none(): { answered: number; notAnswered: number } {
  return { answered: 0, notAnswered: 0 };
}

/** Asks for a while, at a pace, and waits for the answers; how many came whole. */
async function load(hub: MeasuredHub, forSeconds: number): Promise<ReturnType<typeof none>> {
  const [ask, publish] = [await questionsOf(hub), await publisherOf(hub)];
  const counts = none();
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let sent = 0; sent < forSeconds * perSecond; sent += 1) {
    await wait(Math.max(0, (sent * 1_000) / perSecond - (performance.now() - start)));
    asked.push(counted(ask[classes[sent % classes.length] ?? 'broker'], counts));
    if (sent % perSecond === 0) asked.push(counted(publish, counts));
  }
  await Promise.all(asked);
  return counts;
}

async function counted(ask: Ask, counts: ReturnType<typeof none>): Promise<void> {
  const text = await ask().catch(() => '"errors"');
  if (text.includes('"errors"')) counts.notAnswered += 1;
  else counts.answered += 1;
}

/** Publishes a figure of one offer, another each time. */
async function publisherOf(hub: MeasuredHub): Promise<Ask> {
  const token = await hub.token({ sub: 'soak', roles: ['provider-system'], organisation });
  const { rows } = await withClient(hub.database, (client) =>
    client.query<{ offerKey: string; unit: string }>(
      'select key as "offerKey", unit from capacity.offer where organisation_id = $1 order by key limit 1',
      [organisation],
    ),
  );
  return () => {
    const sequence = Date.now();
    const figure = { ...rows[0], sequence, status: 'HAS_CAPACITY', available: sequence % 3, maximum: 6 };
    const input = { idempotencyKey: `soak/${sequence}`, asOf: new Date().toISOString(), reports: [figure] };
    return hub.post(token, JSON.stringify({ query: committedDocument('publish-capacity'), variables: { input } }));
  };
}
