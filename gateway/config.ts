import type { CryptoKey, JWTVerifyGetKey } from 'jose';
import {
  ConfigurationError,
  httpUrl,
  integer,
  oneOf,
  required,
  type Environment,
} from '../platform/process/environment.js';
import { logLevels } from '../platform/process/logger.js';
import type { IdentitySettings } from './identity/open-identity.js';
import { toPublicUrl } from './identity/public-url.js';
import { toBudgetTerms } from './budgets/terms.js';
import type { BulkLane } from './bulk-lane/bulk-lane.js';
import type { AdmissionLimits } from './overload/admission.js';
import { toAdmissionLimits } from './overload/limits.js';
import { checkShares, toWorkers } from './overload/workers.js';
import { readCallerKeys, readSigningKey } from './keys.js';
import type { OperationsMode } from './registered/resolve-document.js';
import { defaultTimeouts, subgraphNames, type GatewayTimeouts, type SubgraphName } from './open-gateway.js';

/** What a gateway of its own process must know. Every variable is described in .env.example. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  readonly signingKey: CryptoKey;
  readonly callerKeys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly introspection: boolean;
  readonly operations: OperationsMode;
  readonly bulkLane: BulkLane;
  readonly isBulkLane: boolean;
  readonly timeouts: GatewayTimeouts;
  readonly admission: AdmissionLimits;
  readonly workers: number;
  readonly plansAhead: boolean;
  /** Where it keeps what it knows of its callers; null without a database. */
  readonly callers: IdentitySettings | null;
  readonly logLevel: string;
}

/** Checks every setting. Throws a ConfigurationError that names the one to mend. */
export async function toConfig(environment: Environment): Promise<GatewayConfig> {
  return {
    host: environment['HOST'] || '127.0.0.1',
    port: integer(environment, 'PORT', { default: 4_000, min: 0, max: 65_535 }),
    subgraphUrls: subgraphUrls(environment),
    signingKey: await readSigningKey(required(environment, 'GATEWAY_PRIVATE_KEY')),
    callerKeys: await readCallerKeys(environment),
    issuer: required(environment, 'TOKEN_ISSUER'),
    audience: required(environment, 'TOKEN_AUDIENCE'),
    introspection: oneOf(environment, 'INTROSPECTION', ['on', 'off'], 'off') === 'on',
    operations: toOperationsMode(environment, 'registered'),
    ...bulkLane(environment),
    timeouts: toTimeouts(environment),
    ...ofAllWorkers(environment),
    plansAhead: toPlansAhead(environment) && environment['BULK_LANE'] !== 'self',
    callers: callers(environment),
    logLevel: oneOf(environment, 'LOG_LEVEL', logLevels, 'info'),
  };
}

function subgraphUrls(environment: Environment): Record<SubgraphName, string> {
  const entries = subgraphNames.map((name) => {
    const variable = `${name.toUpperCase()}_URL`;
    return [name, httpUrl(variable, required(environment, variable)).origin] as const;
  });
  return Object.fromEntries(entries) as Record<SubgraphName, string>;
}

/** Nested as the peers' documentation demands: a subgraph has less time than the whole answer. */
export function toTimeouts(environment: Environment): GatewayTimeouts {
  const { fetchMs, requestMs, mutationMs, circuitResetMs } = defaultTimeouts;
  const whole = integer(environment, 'REQUEST_TIMEOUT_MS', { default: requestMs, min: 100, max: 60_000 });
  const fetch = integer(environment, 'FETCH_TIMEOUT_MS', { default: fetchMs, min: 50, max: 60_000 });
  if (fetch > whole) throw new ConfigurationError('FETCH_TIMEOUT_MS must not be above REQUEST_TIMEOUT_MS.');
  const mutation = integer(environment, 'MUTATION_TIMEOUT_MS', {
    default: Math.max(whole, mutationMs),
    min: 100,
    max: 60_000,
  });
  if (whole > mutation) throw new ConfigurationError('REQUEST_TIMEOUT_MS must not be above MUTATION_TIMEOUT_MS.');
  return { fetchMs: fetch, requestMs: whole, mutationMs: mutation, circuitResetMs };
}

/** Reads OPERATIONS. Free documents are for development: a gateway of its own allows them only when it is told to. */
export function toOperationsMode(environment: Environment, otherwise: OperationsMode): OperationsMode {
  return oneOf(environment, 'OPERATIONS', ['registered', 'any'], otherwise);
}

/** Reads PLAN_AHEAD: whether the registered operations are planned before anybody asks them. */
export function toPlansAhead(environment: Environment): boolean {
  return oneOf(environment, 'PLAN_AHEAD', ['on', 'off'], 'on') === 'on';
}

/** Reads BULK_LANE: the address of the gateway that answers in bulk, or `self` for that gateway itself. */
function bulkLane(environment: Environment): Pick<GatewayConfig, 'bulkLane' | 'isBulkLane'> {
  const told = environment['BULK_LANE'] ?? '';
  const isBulkLane = told === 'self';
  const address = isBulkLane || told === '' ? null : httpUrl('BULK_LANE', told);
  return { isBulkLane, bulkLane: () => address };
}

function ofAllWorkers(environment: Environment): Pick<GatewayConfig, 'admission' | 'workers'> {
  const workers = toWorkers(environment);
  const admission = toAdmissionLimits(environment);
  checkShares(workers, 'UNDERWAY', { ...admission });
  checkShares(workers, 'doors in BUDGETS', { ...toBudgetTerms(environment).doors });
  return { admission, workers };
}

function callers(environment: Environment): IdentitySettings | null {
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl === undefined || databaseUrl === '') return null;
  return {
    databaseUrl,
    publicUrl: toPublicUrl(environment, required(environment, 'PUBLIC_URL')),
    keysFile: required(environment, 'OAUTH_KEYS_FILE'),
  };
}
