import {
  capacityStatusCodes,
  exchangeProperties,
  exchangeTaxonomies,
} from '../../../../vocabulary/codes/exchange-terms.js';
import { CapacityUnit, type CapacityStatus } from '../../availability/capacity-codes.js';

export type HsdsObject = Readonly<Record<string, unknown>>;

/** The names that registries use for what they count. */
const unitNames: Readonly<Record<CapacityUnit, readonly string[]>> = {
  PLACE: ['bed', 'beds', 'place', 'places', 'space', 'spaces', 'plaats', 'plaatsen'],
  HOUR_PER_WEEK: ['hour', 'hours', 'uur', 'uren'],
  DAYDEEL: ['dagdeel', 'dagdelen'],
  TRAJECTORY: ['trajectory', 'traject', 'trajecten'],
  FAMILY: ['family', 'families', 'gezin', 'gezinnen'],
};

export function isObject(value: unknown): value is HsdsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A whole number of at least nought, also where a registry writes it as text; `null` for anything else. */
export function wholeNumberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** An instant with its offset, as HSDS asks (RFC 3339); `null` for anything else, such as a day. */
export function instantOf(value: unknown): Date | null {
  const form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$/;
  const instant = new Date(typeof value === 'string' && form.test(value) ? value : NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** What a unit counts, by the hub's code or by a usual name; `null` when the hub does not count in it. */
export function unitOf(unit: HsdsObject | null): CapacityUnit | null {
  const identifier = textOf(unit?.['identifier']);
  const name = textOf(unit?.['name'])?.toLowerCase() ?? '';
  const isMeant = (code: CapacityUnit): boolean => code === identifier || unitNames[code].includes(name);
  return CapacityUnit.codes.find(isMeant) ?? null;
}

/** The value of a property of the hub's own among the attributes of a service. */
export function propertyOf(service: HsdsObject | null, property: keyof typeof exchangeProperties): string | null {
  return textOf(attributeOf(service, exchangeTaxonomies.property, exchangeProperties[property])?.['value']);
}

/** The capacity status among the attributes of a service, in the words of SDOH Clinical Care. */
export function statusOf(service: HsdsObject | null): CapacityStatus | null {
  const found = Object.entries(capacityStatusCodes).find(
    ([, code]) => attributeOf(service, exchangeTaxonomies.capacityStatus, code) !== null,
  );
  return found ? (found[0] as CapacityStatus) : null;
}

function attributeOf(service: HsdsObject | null, taxonomy: string, code: string): HsdsObject | null {
  const attributes: unknown = service?.['attributes'];
  const objects = Array.isArray(attributes) ? attributes.filter(isObject) : [];
  return (
    objects.find(
      ({ taxonomy_term: term }) => isObject(term) && term['taxonomy'] === taxonomy && term['code'] === code,
    ) ?? null
  );
}
