import { createHash } from 'node:crypto';
import { repeat } from '../../platform/background/repeat.js';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { databaseSettings } from '../../platform/database/database-settings.js';
import type { Caller } from '../../platform/identity/caller.js';
import type { Environment } from '../../platform/process/environment.js';
import type { Logger } from '../../platform/process/logger.js';
import { shareOf } from '../overload/workers.js';
import { gatewayStorage } from '../storage.js';
import { toTrustedProxies, type AddressOf } from './client-address.js';
import { doorsOf, type Doors } from './doors.js';
import { limitersOf } from './limiters.js';
import { meterOf, type Meter } from './meter.js';
import { spendingStore, type SpendingStore } from './spending.store.js';
import { classOf, toBudgetTerms, type BudgetTerms } from './terms.js';

export interface BudgetOptions {
  /** Address of the database, as the gateway's own role: shared by all gateways. Null counts in memory. */
  readonly databaseUrl: string | null;
  readonly environment: Environment;
  readonly logger: Logger;
  readonly isBulkLane?: boolean;
  /** How many processes count in their own memory what one gateway does; one, unless told otherwise. */
  readonly workers?: number;
  /** For how long a budget is; a minute, but for tests. */
  readonly seconds?: number;
}

/** How much everybody may ask of the hub in a minute. */
export interface Budgets {
  meterOf(caller: Pick<Caller, 'subject' | 'organisationId' | 'roles'>): Meter;
  readonly doors: Doors;
  close(): Promise<void>;
}

/** Few connections of its own: whoever asks far too much waits for these and takes none of those that say who is calling. */
const poolSize = 3;
const forgetEveryMs = 60_000;

/** Opens the budgets. Throws a ConfigurationError when BUDGETS or TRUSTED_PROXIES make no sense. */
export async function openBudgets(options: BudgetOptions): Promise<Budgets> {
  const { environment, logger, isBulkLane = false, workers = 1, seconds = 60 } = options;
  const terms = eachOf(workers, toBudgetTerms(environment));
  const told = toTrustedProxies(environment);
  // the lane hears of nobody but the gateway that hands on to it, which has counted
  const addressOf = isBulkLane ? () => null : told;
  const db = await open(options);
  const store = db && spendingStore(db.manager);
  const forgetting = store && !isBulkLane ? repeat(forgetExpired(store), 'gateway', logger) : null;
  return {
    ...budgetsOver(terms, seconds, store, addressOf),
    async close() {
      await forgetting?.stop();
      await db?.destroy();
    },
  };
}

/** Only what is counted before it is known who asks: everything else is counted for all gateways together. */
function eachOf(workers: number, { doors, ...terms }: BudgetTerms): BudgetTerms {
  const { failures, tokens, signIns, clientTokens } = doors;
  return {
    ...terms,
    doors: {
      failures: shareOf(failures, workers),
      tokens: shareOf(tokens, workers),
      signIns: shareOf(signIns, workers),
      clientTokens: shareOf(clientTokens, workers),
    },
  };
}

function budgetsOver(
  terms: BudgetTerms,
  seconds: number,
  store: SpendingStore | null,
  addressOf: AddressOf,
): Omit<Budgets, 'close'> {
  const limiters = {
    broker: limitersOf('broker', terms.broker, seconds, store),
    provider: limitersOf('provider', terms.provider, seconds, store),
    dashboard: limitersOf('dashboard', terms.dashboard, seconds, store),
  };
  return {
    meterOf: (caller) => meterOf({ key: keyOf(caller), limiters: limiters[classOf(caller.roles)], seconds, store }),
    doors: doorsOf(terms.doors, seconds, addressOf),
  };
}

/** Who pays, as a hash: what is counted tells nobody who asks how much. */
function keyOf({ subject, organisationId }: Pick<Caller, 'subject' | 'organisationId'>): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, organisationId]))
    .digest('base64url');
}

async function open({ databaseUrl: url, environment }: BudgetOptions): Promise<DataSource | null> {
  if (url === null) return null;
  const settings = { ...databaseSettings(environment), poolSize };
  return openDatabase(gatewayStorage, { ...settings, url, applicationName: 'thuisbasis-gateway-budgets' });
}

function forgetExpired(store: SpendingStore) {
  return { name: 'forget spending', everyMs: forgetEveryMs, run: () => store.forgetExpired() };
}
