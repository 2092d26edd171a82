import type { JWTPayload } from 'jose';

/**
 * When somebody proved with a second factor who this is: `auth_time`, where `amr` says that there was more than one factor (`mfa`,
 * RFC 8176) or `acr` names a level that does; null otherwise.
 */
export function secondFactorAt(claims: JWTPayload, levels: readonly string[] = []): Date | null {
  const { amr, acr, auth_time: at } = claims;
  const isByMethod = Array.isArray(amr) && amr.includes('mfa');
  const isByLevel = typeof acr === 'string' && levels.includes(acr);
  return (isByMethod || isByLevel) && typeof at === 'number' && isInstant(at) ? new Date(at * 1_000) : null;
}

/** Seconds that a date can hold and that are not before there were any. */
function isInstant(seconds: number): boolean {
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11;
}
