import { findRegion } from '../../../../vocabulary/places/region.js';

/** The work address of the privacy officers of each region, by the key of the region. */
export type OfficerMail = Readonly<Record<string, string>>;

const address = /^[^\s@]+@[^\s@]+$/;

/** What a setting gives as addresses; null when it does not, or for a region that does not exist: nobody would be mailed, unseen. */
export function officerMailOf(given: unknown): OfficerMail | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const isMail = Object.entries(given).every(
    ([region, value]) => findRegion(region) && typeof value === 'string' && address.test(value),
  );
  return isMail ? (given as OfficerMail) : null;
}
