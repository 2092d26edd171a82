import { municipality } from '../../../../vocabulary/places/municipality.js';
import { badValue, rowFault, type RowFault } from '../../../../platform/input/row-fault.js';
import type { OfferSiteInput } from './registration.input.js';

/** A site of an organisation, as it is or as it will be. */
export interface SiteRecord {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  readonly municipalityCode: string;
  readonly postcode4: string;
  readonly establishmentNumber: string | null;
}

export interface SiteBook {
  /** The site that an offer names, planned when it is new or changed; a fault when it cannot be. `field` is its place in the input. */
  place(site: OfferSiteInput, field: string): SiteRecord | RowFault;
  /** The sites to write. */
  planned(): SiteRecord[];
}

/** Finds the sites of offers among those that an organisation has, and plans those that are new or changed. */
export function siteBook(
  existing: readonly SiteRecord[],
  postcodes: ReadonlySet<string>,
  newId: () => string,
): SiteBook {
  const known = new Map(existing.map((site) => [identity(site), site]));
  const planned = new Map<string, SiteRecord>();

  return {
    place(given, field) {
      const { key = null, municipalityCode, postcode4 } = given;
      if (municipalityCode == null || postcode4 == null) {
        const named = known.get(keyIdentity(key ?? ''));
        return named ?? rowFault('SITE_KEY_UNKNOWN', `${field}.key`);
      }
      if (!postcodes.has(postcode4)) return rowFault('UNKNOWN_POSTCODE', `${field}.postcode4`);
      const name = given.name?.trim() ?? `${municipality(municipalityCode).name} ${postcode4}`;
      const establishmentNumber = given.establishmentNumber ?? null;
      const wished = { key, name, municipalityCode, postcode4, establishmentNumber };
      const found = known.get(identity(wished));
      const site: SiteRecord = { id: found?.id ?? newId(), ...wished };
      if (found && isSame(found, site)) return found;
      if (planned.has(identity(site))) return badValue(`${field}.key`, 'offers.*.site');
      known.set(identity(site), site);
      planned.set(identity(site), site);
      return site;
    },
    planned: () => [...planned.values()],
  };
}

/** A site with a key is what has that key; one without is where it stands, what it is called and its number. */
function identity({ key, ...place }: Omit<SiteRecord, 'id'>): string {
  if (key !== null) return keyIdentity(key);
  return JSON.stringify([place.municipalityCode, place.postcode4, place.name, place.establishmentNumber]);
}

function keyIdentity(key: string): string {
  return `key ${key}`;
}

function isSame(one: SiteRecord, other: SiteRecord): boolean {
  return (
    one.name === other.name &&
    one.municipalityCode === other.municipalityCode &&
    one.postcode4 === other.postcode4 &&
    one.establishmentNumber === other.establishmentNumber
  );
}
