import type { CapacityStatus } from '../../availability/capacity-codes.js';
import type { FigureAdvice } from '../advice/advice-texts.js';
import type { PublishedReport } from '../../publishing/publication/publication.rules.js';
import {
  instantOf,
  isObject,
  propertyOf,
  statusOf,
  textOf,
  unitOf,
  wholeNumberOf,
  type HsdsObject,
} from './hsds-values.rules.js';

/** A field of HSDS that is missing or wrong, and what to do about it. */
export interface HsdsFault {
  readonly field: string;
  readonly advice: FigureAdvice;
}

/**
 * A capacity as a report, or all that is wrong with it. HSDS knows no sequence: the hub gives the next, so that the moments alone
 * decide what is newest.
 */
export type HsdsRow =
  { readonly report: PublishedReport } | { readonly offerKey: string | null; readonly faults: readonly HsdsFault[] };

/** Reads HSDS object by object, in the order of a file. */
export interface HsdsReader {
  /** The reports in one value of a file: a line of NDJSON, a service with its capacities, a page or a list of these. */
  read(value: unknown): HsdsRow[];
}

/**
 * Reads Open Referral HSDS 3: services that carry their `capacities`, and loose objects that say with `type` what they are, units
 * and services before what points at them. An offer is named by the hub's own property `own-key`, else by the id of the service.
 */
export function hsdsReader(): HsdsReader {
  const services = new Map<string, HsdsObject>();
  const units = new Map<string, HsdsObject>();

  function readCapacity(capacity: HsdsObject, service: HsdsObject | null): HsdsRow {
    const { unit } = capacity;
    return toRow(capacity, service, isObject(unit) ? unit : (units.get(textOf(capacity['unit_id']) ?? '') ?? null));
  }

  function readService(service: HsdsObject): HsdsRow[] {
    const { id, capacities } = service;
    const key = textOf(id);
    if (key !== null) services.set(key, service);
    return Array.isArray(capacities)
      ? capacities.filter(isObject).map((capacity) => readCapacity(capacity, service))
      : [];
  }

  function readOne(value: HsdsObject): HsdsRow[] {
    switch (kindOf(value)) {
      case 'service':
        return readService(value);
      case 'service_capacity':
        return [readCapacity(value, services.get(textOf(value['service_id']) ?? '') ?? null)];
      case 'unit':
        units.set(textOf(value['id']) ?? '', value);
        return [];
      default:
        return [];
    }
  }

  return {
    read: (value) =>
      unwrap(value).flatMap((one) => (isObject(one) ? readOne(one) : [unreadable('type', 'HSDS_OBJECT')])),
  };
}

/** The objects in a list, in a page of an HSDS API, or in an organization that carries its services. */
function unwrap(value: unknown): readonly unknown[] {
  const list: unknown = isObject(value) ? value['contents'] : value;
  const objects: readonly unknown[] = Array.isArray(list) ? list : [value];
  return objects.flatMap((one) =>
    isObject(one) && Array.isArray(one['services']) ? (one['services'] as unknown[]) : [one],
  );
}

/** What an object is: as it says itself, else by the fields that only one kind has. */
function kindOf(value: HsdsObject): string {
  const type = textOf(value['type']);
  if (type !== null) return type;
  if ('available' in value || 'unit_id' in value) return 'service_capacity';
  if ('capacities' in value || ('organization_id' in value && 'status' in value)) return 'service';
  return 'scheme' in value ? 'unit' : '';
}

function toRow(capacity: HsdsObject, service: HsdsObject | null, unitObject: HsdsObject | null): HsdsRow {
  const offerKey = propertyOf(service, 'ownKey') ?? textOf(service?.['id']) ?? textOf(capacity['service_id']);
  if (offerKey === null) return unreadable('service_id', 'HSDS_SERVICE');
  const asOf = instantOf(capacity['updated']);
  const available = wholeNumberOf(capacity['available']);
  const maximum = wholeNumberOf(capacity['maximum']);
  const unit = unitOf(unitObject);
  if (asOf === null || available === null || maximum === null || unit === null)
    return { offerKey, faults: missing({ asOf, available, maximum, unit }) };
  return {
    report: {
      offerKey,
      sequence: null,
      asOf,
      ...figure(service, available),
      maximum,
      unit,
      nextAvailableOn: propertyOf(service, 'nextAvailableOn'),
      waitlistCount: wholeNumberOf(propertyOf(service, 'waitlistCount')),
      waitEstimateDays: wholeNumberOf(propertyOf(service, 'waitEstimateDays')),
      note: null,
    },
  };
}

/** HSDS has no status of a capacity: the one that is added tells, else the number, and a service that is not active has nothing. */
function figure(service: HsdsObject | null, available: number): { status: CapacityStatus; available: number } {
  const status = statusOf(service);
  if (status !== null) return { status, available };
  const isActive = (textOf(service?.['status']) ?? 'active') === 'active';
  return isActive && available > 0 ? { status: 'HAS_CAPACITY', available } : { status: 'NO_CAPACITY', available: 0 };
}

const fields: Readonly<Record<string, HsdsFault>> = {
  asOf: { field: 'updated', advice: 'HSDS_INSTANT' },
  available: { field: 'available', advice: 'WHOLE' },
  maximum: { field: 'maximum', advice: 'WHOLE' },
  unit: { field: 'unit', advice: 'HSDS_UNIT' },
};

function missing(values: Readonly<Record<string, unknown>>): HsdsFault[] {
  return Object.entries(fields).flatMap(([name, fault]) => (values[name] === null ? [fault] : []));
}

function unreadable(field: string, advice: FigureAdvice): HsdsRow {
  return { offerKey: null, faults: [{ field, advice }] };
}
