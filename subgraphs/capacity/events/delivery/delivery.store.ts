import type { EntityManager } from '../../../../platform/database/database.js';
import type { ChangeRow } from '../change/change.read-model.js';
import type { DeliveryFailure } from '../subscription/subscription-codes.js';
import { mostAttempts, patienceDays } from './delivery.rules.js';

/** A subscription that one worker has to itself for a while. */
export interface Claim {
  readonly id: string;
  /** Proof that it is still this worker's: what another took over is not written any more. */
  readonly lease: string;
  readonly organisationId: string;
  readonly url: string;
  readonly secret: string;
  readonly kinds: string[];
  readonly position: number;
  /** Up to here it is known to be told of something. */
  readonly newsPosition: number;
  readonly attempts: number;
}

const leaseSeconds = 60;

const isFree = `s.ended_at is null and s.suspended_at is null and (s.leased_until is null or s.leased_until <= hub_now())`;
const isHeld = `s.id = $1 and s.lease = $2 and s.ended_at is null and s.suspended_at is null`;

/** The subscription that has something to deliver and waited longest, now this worker's. */
const claimNext = `
  with next as (
    select s.id from event_subscription s
    where s.news_position > s.position and ${isFree} and (s.next_attempt_at is null or s.next_attempt_at <= hub_now())
    order by s.turn_at nulls first, s.id limit 1 for update skip locked
  ), claimed as (
    update event_subscription s
    set lease = gen_random_uuid(), leased_until = hub_now() + interval '${leaseSeconds} seconds', turn_at = hub_now()
    from next where s.id = next.id returning s.*
  )
  select id, lease, organisation_id as "organisationId", url, secret, kinds, position, news_position as "newsPosition", attempts
  from claimed`;

/** $1 and $2 are the subscription and the lease, $3 the position of the event, $4 the failure, $5 the pause in seconds, $6 the event. */
const writeFailure = `
  with failed as (
    update event_subscription s
    set attempts = case when s.attempts + 1 >= ${mostAttempts} then 0 else s.attempts + 1 end,
      position = case when s.attempts + 1 >= ${mostAttempts} then $3 else s.position end,
      next_attempt_at = hub_now() + $5 * (0.8 + 0.4 * random()) * interval '1 second',
      failing_since = coalesce(s.failing_since, hub_now()), last_failure = $4, lease = null, leased_until = null,
      suspended_at = case when $4 = 'GONE' or s.failing_since <= hub_now() - interval '${patienceDays} days' then hub_now() end
    where ${isHeld} returning s.*
  ), given_up as (
    insert into undelivered_event (subscription_id, event_id, failure)
    select id, $6, $4 from failed where position = $3 on conflict do nothing
  )
  select suspended_at is not null as "isSuspended" from failed`;

/** Leaves word with every subscription that wants one of the events just published, which $1 names. */
const leaveWord = `
  update event_subscription s set news_position = news.position
  from (
    select w.id, max(o.position) as position
    from outbox o
    join event_subscription w on w.organisation_id = o.organisation_id and w.ended_at is null and o.kind = any(w.kinds)
    where o.id = any($1) group by w.id
  ) news
  where s.id = news.id`;

/** The relay calls this with what it publishes. */
export async function announceToSubscriptions(tx: EntityManager, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.query(leaveWord, [ids]);
}

/** The state of deliveries: each subscription has a position, behind which its next event is found. */
export function deliveryStore(db: EntityManager) {
  return {
    /** Takes the subscription that has something to deliver and waited longest; null when none has. */
    async claim(): Promise<Claim | null> {
      const rows: Claim[] = await db.query(claimNext);
      return rows[0] ?? null;
    },

    /** The next event of a subscription, oldest first. */
    async findNext({ organisationId, kinds }: Claim, position: number): Promise<ChangeRow | null> {
      const rows: ChangeRow[] = await db.query(
        `select position, event_id as "eventId", kind, occurred_at as "occurredAt", organisation_id as "organisationId", data
         from outbox where organisation_id = $1 and position > $2 and kind = any($3) order by position limit 1`,
        [organisationId, position, kinds],
      );
      return rows[0] ?? null;
    },

    /** Writes down that an event was taken; false when the subscription is no longer this worker's. */
    async settle({ id, lease }: Claim, position: number): Promise<boolean> {
      const rows: unknown[] = await db.query(
        `with settled as (
           update event_subscription s
           set position = $3, attempts = 0, next_attempt_at = null, failing_since = null, last_failure = null,
             last_delivered_at = hub_now(), leased_until = hub_now() + interval '${leaseSeconds} seconds'
           where ${isHeld} returning s.id)
         select * from settled`,
        [id, lease, position],
      );
      return rows.length > 0;
    },

    /**
     * Writes down a failure and gives the subscription back until the next attempt, a fifth sooner or later so that many do not come at
     * once. The last attempt gives the event up; a subscription that failed for too long, or is gone, is suspended: then true.
     */
    async fail({ id, lease }: Claim, event: ChangeRow, failure: DeliveryFailure, pause: number): Promise<boolean> {
      const values = [id, lease, event.position, failure, pause, event.eventId];
      const rows: { isSuspended: boolean }[] = await db.query(writeFailure, values);
      return rows[0]?.isSuspended === true;
    },

    /** Writes down that nothing is left up to what was known when it was claimed: events forgotten before their turn are passed over. */
    async finish({ id, lease, newsPosition }: Claim): Promise<void> {
      await db.query(
        'update event_subscription set position = greatest(position, $3) where id = $1 and lease = $2 and ended_at is null',
        [id, lease, newsPosition],
      );
    },

    async release({ id, lease }: Claim): Promise<void> {
      await db.query('update event_subscription set lease = null, leased_until = null where id = $1 and lease = $2', [
        id,
        lease,
      ]);
    },
  };
}
