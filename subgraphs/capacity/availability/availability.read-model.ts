import type { EntityManager } from 'typeorm';
import type { Availability } from './availability.type.js';
import type { FreshnessState } from '../../../vocabulary/freshness.js';
import type { CapacityStatus, CapacityUnit, PublishMethod } from './capacity-codes.js';
import type { TermTable } from './freshness.rules.js';

/** The columns of `offer_availability` as SQL; as a row they come with the unit of the offer. */
export const availabilityColumns = `a.status, a.available, a.maximum, a.next_available_on, a.waitlist_count, a.wait_estimate_days,
  a.is_closed, a.is_overcommitted, a.is_disputed, a.freshness, a.as_of, a.expires_at, a.method`;

export interface AvailabilityColumns {
  status: CapacityStatus;
  available: number | null;
  maximum: number | null;
  unit: CapacityUnit;
  next_available_on: string | null;
  waitlist_count: number | null;
  wait_estimate_days: number | null;
  is_closed: boolean;
  is_overcommitted: boolean;
  is_disputed: boolean;
  freshness: FreshnessState;
  as_of: Date | string | null;
  expires_at: Date | string | null;
  method: PublishMethod | null;
}

export function toAvailability(row: AvailabilityColumns): Availability {
  const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
  return {
    status: row.status,
    available: row.available,
    maximum: row.maximum,
    unit: row.unit,
    nextAvailableOn: row.next_available_on,
    waitlistCount: row.waitlist_count,
    waitEstimateDays: row.wait_estimate_days,
    isClosed: row.is_closed,
    isOvercommitted: row.is_overcommitted,
    isDisputed: row.is_disputed,
    freshness: {
      state: row.freshness,
      asOf: instant(row.as_of),
      expiresAt: instant(row.expires_at),
      method: row.method,
    },
  };
}

/** The availability of many offers now, in one statement, by offer id. */
export function availabilityReadModel(db: EntityManager, terms: TermTable) {
  return {
    async findByOfferIds(offerIds: readonly string[]): Promise<Map<string, Availability>> {
      const rows: (AvailabilityColumns & { id: string })[] = await db.query(
        `select o.id, o.unit, ${availabilityColumns}
         from offer o
         cross join lateral offer_availability(o.id, case when o.is_crisis then 'CRISIS' else o.rung end, hub_now(), $2::jsonb) a
         where o.id = any($1::uuid[])`,
        [offerIds, JSON.stringify(terms)],
      );
      return new Map(rows.map((row) => [row.id, toAvailability(row)]));
    },
  };
}
