import type { Caller } from '../../../platform/identity/caller.js';
import type { DataSource, EntityManager } from '../../../platform/database/database.js';
import { storableCaller } from '../../../platform/identity/storable-caller.js';
import { inTransaction } from '../../../platform/database/transaction.js';
import { toCapacityConfig } from '../../../subgraphs/capacity/config.js';
import type { PlaceAsked } from '../../../subgraphs/capacity/hold/placing/placing.rules.js';
import { capacityServices, type CapacityServices } from '../../../subgraphs/capacity/services.js';
import { callerAs } from '../callers.js';
import { idOf } from './case.js';

export const holdConfig = toCapacityConfig({});

/** The organisation of the offers that `anOffer` makes, and another. */
export const providerId = '20000000-0000-4000-8000-000000000001';
export const otherProviderId = '20000000-0000-4000-8000-000000000002';

export const brokerOfRegion = callerAs('care-broker');
export const planner = callerAs('provider-planner', providerId);

/** Somebody with the same rights and another name. */
export function named(caller: Caller, subject: string): Caller {
  return { ...caller, subject };
}

/** A busy machine lets many wait for the same lock. */
const patiently = { lockTimeoutMs: 20_000 };

/** Does work with all services of capacity in one transaction, as a mutation does. */
export function inServices<T>(db: DataSource, work: (services: CapacityServices) => Promise<T>): Promise<T> {
  return inTransaction(db, patiently, (tx) => work(forWhoCalls(tx, capacityServices(tx, holdConfig))));
}

/** Services that name to the database whoever a method is called for, which is its first argument. */
function forWhoCalls<S extends object>(tx: EntityManager, services: S): S {
  return new Proxy(services, {
    get(all, name) {
      const found: unknown = Reflect.get(all, name);
      if (typeof found === 'object' && found !== null) return forWhoCalls(tx, found);
      if (typeof found !== 'function') return found;
      return async (...given: unknown[]): Promise<unknown> => {
        if (isCaller(given[0])) await nameCaller(tx, given[0]);
        return Reflect.apply(found, all, given) as unknown;
      };
    },
  });
}

function isCaller(given: unknown): given is Caller {
  return typeof given === 'object' && given !== null && 'roles' in given;
}

async function nameCaller(tx: EntityManager, caller: Caller): Promise<void> {
  await tx.query(`select set_config('hub.caller', $1, true)`, [JSON.stringify(storableCaller(caller))]);
}

export interface KnownCase {
  readonly region?: string;
  readonly ownerOrganisationId?: string;
  readonly status?: 'OPEN' | 'CLOSED';
}

/** Lets capacity know the cases 1 to `count`, open cases of Flevoland unless said otherwise. */
export async function knowCases(
  owner: DataSource,
  count: number,
  other: Record<number, KnownCase> = {},
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: idOf(index + 1),
    region: other[index + 1]?.region ?? 'flevoland',
    owner_organisation_id: other[index + 1]?.ownerOrganisationId ?? null,
    status: other[index + 1]?.status ?? 'OPEN',
    is_restricted: false,
    version: 1,
  }));
  await owner.query('truncate case_projection');
  await owner.query('insert into case_projection select * from jsonb_populate_recordset(null::case_projection, $1)', [
    JSON.stringify(rows),
  ]);
}

/** A place of an offer asked for the nth case. */
export function aPlace(offerId: string, n: number, other: Partial<PlaceAsked> = {}): PlaceAsked {
  return { offerId, caseId: idOf(n), quantity: 1, phone: null, ...other };
}

/** The code of the refusal that a promise ends in. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
  return 'nothing was refused';
}
