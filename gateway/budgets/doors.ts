import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { AddressOf } from './client-address.js';
import { tooMuch } from './meter.js';
import type { DoorTerms } from './terms.js';

/**
 * What is counted before it is known who asks. In the memory of each gateway: addresses are written down nowhere, and an outsider
 * costs no database anything.
 */
export interface Doors {
  /** Counts a step of signing in or a request for a token. Throws RATE_LIMITED when it was one too many from its address. */
  pass(door: 'tokens' | 'signIns', request: FastifyRequest): Promise<void>;
  /** Throws RATE_LIMITED when too many tokens that do not hold came from an address. */
  checkFailures(request: FastifyRequest): Promise<void>;
  /** Counts a token or session that did not hold. */
  countFailure(request: FastifyRequest): Promise<void>;
  /** Counts a token for a client that has proved who it is; says after how many milliseconds it may ask again, 0 for now. */
  readonly takeToken: (clientId: string) => Promise<number>;
}

export function doorsOf(terms: DoorTerms, seconds: number, addressOf: AddressOf): Doors {
  const limiter = (door: keyof DoorTerms): RateLimiterMemory =>
    new RateLimiterMemory({ keyPrefix: door, points: terms[door], duration: seconds });
  const perAddress = { tokens: limiter('tokens'), signIns: limiter('signIns') };
  const failures = limiter('failures');
  const clientTokens = limiter('clientTokens');
  return {
    async pass(door, { raw }) {
      const address = addressOf(raw);
      if (address === null) return;
      const ms = await take(perAddress[door], address);
      if (ms > 0) throw tooMuch(ms);
    },
    async checkFailures({ raw }) {
      const address = addressOf(raw);
      const known = address === null ? null : await failures.get(address);
      if (known && known.consumedPoints >= failures.points) throw tooMuch(known.msBeforeNext);
    },
    async countFailure({ raw }) {
      const address = addressOf(raw);
      if (address !== null) await failures.penalty(address);
    },
    takeToken: (clientId) => take(clientTokens, clientId),
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    return (refusal as RateLimiterRes).msBeforeNext;
  }
}
