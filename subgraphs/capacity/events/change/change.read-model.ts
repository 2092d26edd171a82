import type { EntityManager } from '../../../../platform/database/database.js';
import { publicKinds, toldKinds } from './event-kind.js';
import type { ChangeSight } from './change-sight.rules.js';

/** What events carry for those who are told of them. */
export interface ToldData {
  readonly offerId?: string;
  readonly offerIds?: string[];
  readonly holdId?: string;
  readonly entryId?: string;
  readonly subscriptionId?: string;
  readonly referralId?: string;
  readonly breakGlassId?: string;
  readonly networkRequestId?: string;
  /** Who takes part in the team before which that question lies. */
  readonly organisationIds?: string[];
}

export interface ChangeRow {
  readonly position: number;
  readonly eventId: string;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly organisationId: string | null;
  readonly data: ToldData;
}

/** Between which positions events are kept and published; positions behind the last do not exist yet. */
export interface Kept {
  readonly forgotten: number;
  readonly last: number;
}

/** What one look behind a position found. */
export interface Found {
  readonly changes: readonly ChangeRow[];
  /** Up to where it looked. */
  readonly lookedAt: number;
  readonly hasReachedEnd: boolean;
}

/** Events that one statement looks at, at the most: whoever sees few of them is not slower for it. */
const windowSize = 2_000;

export function changeReadModel(db: EntityManager) {
  return {
    async findKept(): Promise<Kept> {
      const rows: Kept[] = await db.query(
        `select position as forgotten, greatest(position, last_position()) as last from outbox_forgotten`,
      );
      return rows[0] ?? { forgotten: 0, last: 0 };
    },

    /** The first `limit` events behind `after`, up to `last`, that a caller may see. */
    async findVisible(sight: ChangeSight, after: number, last: number, limit: number): Promise<Found> {
      const rows: (Partial<ChangeRow> & { seen: number; lookedAt: number | null })[] = await db.query(
        visibleChanges(sight),
        [
          after,
          last,
          windowSize,
          limit,
          toldKinds,
          publicKinds,
          sight.isBroker,
          sight.region,
          sight.ownerId,
          sight.providerId,
        ],
      );
      const [first] = rows;
      const hasReachedEnd = (first?.seen ?? 0) < windowSize;
      const changes = rows.filter((row): row is typeof row & ChangeRow => row.position != null);
      return { changes, lookedAt: hasReachedEnd ? last : (first?.lookedAt ?? last), hasReachedEnd };
    },
  };
}

/** The index to read by: that of the provider, that of holds and waiting lists, or that of all. */
function candidates({ isBroker, region, ownerId, providerId }: ChangeSight): string {
  if (!isBroker && region === null && ownerId === null) return 'o.organisation_id = $10';
  if (!isBroker && providerId === null) return `(o.kind like 'hold.%' or o.kind like 'waitlist.%')`;
  return 'true';
}

const visibleChanges = (sight: ChangeSight): string => `
  with candidate as materialized (
    select o.* from outbox o
    where o.position > $1 and o.position <= $2 and o.kind = any($5) and ${candidates(sight)}
    order by o.position limit $3
  ), visible as (
    select c.* from candidate c
    where c.organisation_id = $10::uuid
      or ($7::boolean and c.kind = any($6))
      or ((c.kind like 'hold.%' or c.kind like 'waitlist.%') and exists (
        select from case_projection known
        where (known.region = $8 or known.owner_organisation_id = $9::uuid) and known.id = coalesce(
          (select k.case_id from hold_case k where k.hold_id = (c.data ->> 'holdId')::uuid),
          (select w.case_id from waitlist_case w where w.entry_id = (c.data ->> 'entryId')::uuid))))
    order by c.position limit $4
  )
  select looked.*, v.position, v.event_id as "eventId", v.kind, v.occurred_at as "occurredAt",
    v.organisation_id as "organisationId", v.data
  from (select count(*)::integer as seen, max(position) as "lookedAt" from candidate) looked
  left join visible v on true
  order by v.position`;
