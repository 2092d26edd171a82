import { developmentToken } from '../infra/identity/development-identity.js';
import { claimsOf, type Actor } from './actors.js';

const tokenMinutes = 10;
/** Long before it ends: whoever got it may ask with it for some minutes. */
const keptMs = 3 * 60_000;

/** The tokens of the hub of a data folder, one for each actor: making one takes as long as answering a small question. */
export function tokensOf(dataFolder: string): (actor: Actor) => Promise<string> {
  const known = new Map<string, { readonly token: Promise<string>; readonly madeAt: number }>();
  const make = (actor: Actor): Promise<string> => developmentToken(dataFolder, claimsOf(actor), tokenMinutes);
  return (actor) => {
    // it tells how long ago, as seen from now
    if (actor.secondFactorMinutesAgo !== undefined) return make(actor);
    const key = JSON.stringify(actor);
    const kept = known.get(key);
    if (kept && performance.now() - kept.madeAt < keptMs) return kept.token;
    const token = make(actor);
    known.set(key, { token, madeAt: performance.now() });
    return token;
  };
}
