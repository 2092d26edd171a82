import { HubError } from '../../platform/errors/errors.js';
import type { Limiter, Taken } from './limiters.js';
import type { SpendingStore } from './spending.store.js';
import type { Amounts } from './terms.js';

/** Counts what one request costs its caller. */
export interface Meter {
  /** Whether the request was charged, or refused for what others were charged before. */
  readonly isSettled: boolean;
  /** Throws RATE_LIMITED when this process knows already that the caller has nothing left. Asks nobody. */
  checkOpen(): void;
  /** Charges what is asked before it is answered. Throws RATE_LIMITED when it is more than is left. */
  charge(amounts: Amounts): Promise<void>;
  /** Charges what is known afterwards only: whoever has too little left hears of it with the next request. */
  note(amounts: Partial<Amounts>): Promise<void>;
  /** What the caller has left, as headers of the answer (draft-ietf-httpapi-ratelimit-headers). */
  headers(): Record<string, string>;
}

export interface MeterOptions {
  readonly key: string;
  readonly limiters: readonly Limiter[];
  readonly seconds: number;
  readonly store: SpendingStore | null;
}

/** A refused request names the allowance that takes longest to be whole again. */
export function meterOf({ key, limiters, seconds, store }: MeterOptions): Meter {
  const left = new Map<Limiter, Taken>();
  let refusedForMs = 0;

  async function takeAll(amounts: Partial<Amounts>): Promise<void> {
    const asked = limiters.filter(({ allowance }) => (amounts[allowance] ?? 0) > 0);
    const send = () => Promise.all(asked.map((limiter) => limiter.take(key, amounts[limiter.allowance] ?? 0)));
    const all = await (store ? store.together(send) : send());
    asked.forEach((limiter, index) => {
      const taken = all[index];
      if (taken) left.set(limiter, taken);
    });
  }

  function refuse(ms: number): never {
    refusedForMs = ms;
    throw tooMuch(ms);
  }

  return {
    get isSettled() {
      return left.size > 0 || refusedForMs > 0;
    },
    checkOpen() {
      // who has named too many identifiers may still ask what names none
      const always = limiters.filter(({ allowance }) => allowance !== 'objects');
      const ms = Math.max(...always.map((limiter) => limiter.refusedForMs(key)));
      if (ms > 0) refuse(ms);
    },
    async charge(amounts) {
      await takeAll(amounts);
      const refused = [...left.values()].filter(({ isWithin }) => !isWithin).map(({ untilMs }) => untilMs);
      if (refused.length > 0) refuse(Math.max(...refused));
    },
    note: takeAll,
    headers() {
      const policy = limiters.map(({ allowance, points }) => `"${allowance}";q=${points};w=${seconds}`);
      const state = [...left].map(
        ([{ allowance }, taken]) => `"${allowance}";r=${taken.left};t=${inSeconds(taken.untilMs)}`,
      );
      return {
        'ratelimit-policy': policy.join(', '),
        ...(state.length > 0 && { ratelimit: state.join(', ') }),
        ...(refusedForMs > 0 && { 'retry-after': String(inSeconds(refusedForMs)) }),
      };
    },
  };
}

/** What whoever asked too much is told: when to come back, and nothing of what was counted. */
export function tooMuch(forMs: number): HubError {
  return new HubError('RATE_LIMITED', { retryAfterSeconds: inSeconds(forMs) });
}

export function inSeconds(ms: number): number {
  return Math.max(Math.ceil(ms / 1_000), 1);
}
