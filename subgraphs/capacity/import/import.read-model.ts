import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../platform/database/clock.js';
import type { CapacityStatus, CapacityUnit } from '../availability/capacity-codes.js';

/** A figure as it is shown before and after an import. */
export interface ShownFigure {
  readonly status: CapacityStatus;
  readonly available: number;
  readonly maximum: number;
  /** yyyy-mm-dd */
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
  readonly note: string | null;
  readonly asOf: string;
}

/** An offer of the own organisation with its newest figure. */
export interface ImportedOffer {
  readonly unit: CapacityUnit;
  readonly isRetired: boolean;
  readonly newest: ShownFigure | null;
}

interface OfferColumns extends ImportedOffer {
  readonly key: string;
}

const offers = `
  select o.key, o.unit, o.retired_at is not null as "isRetired", case when r.id is not null then jsonb_build_object('status', r.status, 'available', r.available,
    'maximum', r.maximum, 'nextAvailableOn', r.next_available_on, 'waitlistCount', r.waitlist_count,
    'waitEstimateDays', r.wait_estimate_days, 'note', r.note, 'asOf', to_char(r.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as newest
  from offer o
  left join lateral (
    select * from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null
    order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
  ) r on true
  where o.organisation_id = $1 and o.key = any($2)`;

/** What an import must know before it publishes. */
export function importReadModel(db: EntityManager) {
  return {
    now: () => databaseNow(db),

    /** The offers of an organisation with these keys, by key. */
    async findOffers(organisationId: string, keys: readonly string[]): Promise<Map<string, ImportedOffer>> {
      // PostgreSQL has no NUL in a text: such a key is the key of nothing
      const possible = keys.filter((key) => !key.includes('\0'));
      const rows: OfferColumns[] = await db.query(offers, [organisationId, possible]);
      return new Map(rows.map(({ key, ...offer }) => [key, offer]));
    },
  };
}

export type ImportReadModel = ReturnType<typeof importReadModel>;
