import { auditTrail } from '../platform/audit/audit-trail.js';
import { openDatabase, type DataSource, type EntityManager } from '../platform/database/database.js';
import { withCaller } from '../platform/database/with-caller.js';
import { openBudgets, type Budgets } from '../gateway/budgets/open-budgets.js';
import { createLogger } from '../platform/process/logger.js';
import type { Caller } from '../platform/identity/caller.js';
import { roleUrl, subgraphUrls } from '../infra/database/role-url.js';
import { caseReadModel } from '../subgraphs/cases/case/reading/case.read-model.js';
import { toCapacityConfig } from '../subgraphs/capacity/config.js';
import { optionsReadModel } from '../subgraphs/capacity/options/options.read-model.js';
import { unmetNeedService } from '../subgraphs/capacity/options/unmet/unmet-need.service.js';
import { unmetNeedStore } from '../subgraphs/capacity/options/unmet/unmet-need.store.js';
import { capacityStorage } from '../subgraphs/capacity/storage.js';
import { casesStorage } from '../subgraphs/cases/storage.js';
import { flagshipOf } from './tools/flagship.js';
import { inTurns } from './tools/in-turns.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { median } from './tools/median.js';
import { aNeed, unmetNeed } from './tools/need.js';
import { percentile } from './tools/percentile.js';
import { digits, report } from './tools/report.js';

// What it costs to hold to rows in the database, to write down who looked and to count what was asked, beside the whole answer that a broker waits
// for. The same case is read as the owner of the tables without a transaction (as if neither were there), as the caller under row level security, and so
// with its audit; in turns, in one run. The search for options likewise.

const broker: Caller = {
  subject: 'bench',
  roles: ['care-broker'],
  organisationId: null,
  region: 'flevoland',
  accessPoint: 'page',
  scopes: null,
  purpose: 'FIND_CARE',
  operation: { name: 'FindOptions', hash: 'bench' },
  language: 'nl',
  requestId: 'bench',
};

await withMeasuredHub(run);

async function run(hub: MeasuredHub): Promise<void> {
  const options = { sealer: await hub.sealer(), applicationName: 'bench', poolSize: 1, statementTimeoutMs: 10_000 };
  const secrets = await hub.secrets();
  const urls = subgraphUrls(hub.database, secrets);
  const opened = {
    cases: await openDatabase(casesStorage, { ...options, url: hub.database }),
    casesLogin: await openDatabase(casesStorage, { ...options, url: urls.cases }),
    capacity: await openDatabase(capacityStorage, { ...options, url: hub.database }),
    capacityLogin: await openDatabase(capacityStorage, { ...options, url: urls.capacity }),
  };
  const budgets = await openBudgets({
    databaseUrl: roleUrl(hub.database, 'gateway', secrets),
    environment: hub.settings,
    logger: createLogger('bench', 'silent'),
  });
  try {
    await measure(hub, opened, budgets);
  } finally {
    for (const db of Object.values(opened)) await db.destroy();
    await budgets.close();
  }
}

type Opened = Readonly<Record<'cases' | 'casesLogin' | 'capacity' | 'capacityLogin', DataSource>>;

async function measure(
  hub: MeasuredHub,
  { cases: owner, casesLogin: login, ...others }: Opened,
  budgets: Budgets,
): Promise<void> {
  const [known] = await owner.query<{ id: string }[]>(`select id from case_file where number = 'FL-26-0042'`);
  if (!known) throw new Error('there is no case FL-26-0042');
  const read = (db: EntityManager) => caseReadModel(db).findByIds(broker, [known.id]);
  const ways: Record<string, () => Promise<unknown>> = {
    'the case as the owner reads it': () => read(owner.manager),
    'the case under row level security': () => withCaller(login, broker, read),
    'the same with its audit': () => withCaller(login, broker, (tx) => readWithAudit(tx, read)),
    'the charge of one question': () => budgets.meterOf(broker).charge({ requests: 1, cost: 296, objects: 1 }),
    ...searches(others),
    'the whole flagship': await flagshipOf(hub),
  };
  const times = await inTurns(ways, { rounds: 400, warmUp: 50 });
  const whole = median(times['the whole flagship'] ?? []);
  const rows = Object.entries(times).map(([name, all]) => {
    const [middle, p95] = [digits(median(all), 2), digits(percentile(all, 95), 2)];
    return [name, middle, p95, digits((100 * median(all)) / whole, 1)];
  });
  await report({ name: 'rights', head: ['what', 'median ms', 'p95 ms', '% of the flagship'], rows });
}

/** The search of somebody on the telephone, as the owner makes it, as a broker, and written down. */
function searches({ capacity, capacityLogin }: Pick<Opened, 'capacity' | 'capacityLogin'>) {
  const search = (db: EntityManager, need = aNeed) =>
    optionsReadModel(db, toCapacityConfig({}).freshness).search(need, null, 11);
  return {
    'the options as the owner searches': () => search(capacity.manager),
    'the options under row level security': () => withCaller(capacityLogin, broker, search),
    'the same search with its audit': () =>
      withCaller(capacityLogin, broker, async (tx) => {
        const audit = auditTrail({ id: 'capacity', protocol: 'bench' }, broker);
        await search(tx);
        audit.searched();
        await audit.write(tx);
      }),
    'a search that finds nothing': () => withCaller(capacityLogin, broker, (tx) => search(tx, unmetNeed)),
    'the same with what it notes': () =>
      withCaller(capacityLogin, broker, async (tx) => {
        const { searchedOn, unmet } = await search(tx, unmetNeed);
        if (unmet.length === 0) throw new Error('something was found');
        const asked = { need: unmetNeed, caseId: null, first: 10, after: null, mustKnowPostcodes: true };
        await unmetNeedService(unmetNeedStore(tx)).note(broker, asked, { searchedOn, rungs: unmet });
      }),
  };
}

async function readWithAudit(tx: EntityManager, read: (db: EntityManager) => Promise<ReadonlyMap<string, unknown>>) {
  const audit = auditTrail({ id: 'cases', protocol: 'bench' }, broker);
  audit.read('Case', [...(await read(tx)).keys()]);
  await audit.write(tx);
}
