import { HubError } from '../../errors/errors.js';

/** Longer than a token of the gateway is believed. */
const rememberedMs = 60_000;

/**
 * Takes each token once. A token is bound to the head of its request and not to the body, which nobody knows yet when it is signed:
 * whoever caught one must not be able to send another body with it.
 */
export function usedTokens(now: () => number = () => performance.now()): (authorization: string) => void {
  const seen = new Map<string, number>();
  return (authorization) => {
    // oldest first: they are kept in the order in which they came
    for (const [token, at] of seen) {
      if (now() - at < rememberedMs) break;
      seen.delete(token);
    }
    if (seen.has(authorization)) throw new HubError('UNAUTHENTICATED');
    seen.set(authorization, now());
  };
}
