import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import type { SpendingStore } from './spending.store.js';
import type { Allowance, Amounts } from './terms.js';
import { allowances } from './terms.js';

/** Counts what callers spend of one allowance. */
export interface Limiter {
  readonly allowance: Allowance;
  readonly points: number;
  /** Takes so many points of a caller, also those that are too many. */
  take(key: string, points: number): Promise<Taken>;
  /** How long this process knows already that a caller has nothing left, in milliseconds. */
  refusedForMs(key: string): number;
}

export interface Taken {
  readonly isWithin: boolean;
  readonly left: number;
  /** Until the allowance is whole again. */
  readonly untilMs: number;
}

/** The limiters of one class of callers. Counted in PostgreSQL, for all gateways together; in memory where it cannot be asked. */
export function limitersOf(name: string, amounts: Amounts, seconds: number, store: SpendingStore | null): Limiter[] {
  return allowances.map((allowance) => {
    const points = amounts[allowance];
    const settings = { keyPrefix: `${name}.${allowance}`, points, duration: seconds };
    const inMemory = new RateLimiterMemory(settings);
    const library = store
      ? new RateLimiterPostgres({
          ...settings,
          storeClient: store,
          storeType: 'client',
          tableName: 'spending',
          tableCreated: true,
          clearExpiredByTimeout: false,
          inMemoryBlockOnConsumed: points,
          insuranceLimiter: inMemory,
        })
      : inMemory;
    return { allowance, points, take: (key, spent) => take(library, key, spent), refusedForMs: refusals(library) };
  });
}

async function take(limiter: RateLimiterAbstract, key: string, points: number): Promise<Taken> {
  try {
    return taken(await limiter.consume(key, points), true);
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return taken(refusal as RateLimiterRes, false);
  }
}

function taken({ remainingPoints, msBeforeNext }: RateLimiterRes, isWithin: boolean): Taken {
  return { isWithin, left: isWithin ? remainingPoints : 0, untilMs: msBeforeNext };
}

/** A limiter over a database remembers whom it refused; its types do not tell so. */
function refusals(limiter: RateLimiterAbstract): Limiter['refusedForMs'] {
  if (!(limiter instanceof RateLimiterPostgres)) return () => 0;
  const memory = limiter as unknown as { getInMemoryBlockMsBeforeExpire(storedKey: string): number };
  return (key) => memory.getInMemoryBlockMsBeforeExpire(limiter.getKey(key));
}
