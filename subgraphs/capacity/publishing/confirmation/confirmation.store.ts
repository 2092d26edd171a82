import type { EntityManager } from 'typeorm';
import type { PublishMethod } from '../../availability/capacity-codes.js';
import { instantText } from '../../../../platform/paging/instant.js';
import { hubCounted } from '../publication/publication.store.js';
import type { ConfirmableOffer } from './confirmation.rules.js';

/** How what a hold keeps is counted again: care and promises that the newest figure could not know of are taken off it. */
const notCounted = `
  select coalesce(sum(h.quantity), 0)::integer as quantity
  from hold h
  where h.offer_id = r.offer_id and h.accepted_at <= now.at and (h.ended_at is null or h.ended_at > now.at)
    and (h.converted_at <= now.at or h.expires_at > now.at) and h.accepted_at > least(r.as_of, r.received_at)`;

const source = hubCounted('$2::text');

/**
 * Writes for each offer the figure that the hub shows now as a new report of now. $1 offers, $2 source, $3 method. What is only asked
 * for stays off it: it is taken off when it is shown. A figure of a moment ahead is followed, so that the new one is the newest.
 */
const confirming = `
  with now as materialized (select hub_now() as at)
  insert into capacity_report (offer_id, sequence, as_of, received_at, source, method, status, available, maximum, unit,
    next_available_on, waitlist_count, wait_estimate_days, note)
  select r.offer_id, greatest(last.sequence, case when r.as_of >= now.at then r.sequence end, 0) + 1, greatest(now.at, r.as_of), now.at,
    ${source}, $3, case when r.status = 'HAS_CAPACITY' and f.free = 0 then 'NO_CAPACITY' else r.status end, f.free, r.maximum, r.unit,
    r.next_available_on, r.waitlist_count, r.wait_estimate_days, r.note
  from now
  cross join unnest($1::uuid[]) as asked (offer_id)
  cross join lateral (
    select * from capacity_report r where r.offer_id = asked.offer_id and r.withdrawn_at is null
    order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
  ) r
  cross join lateral (${notCounted}) held
  cross join lateral (select greatest(r.available - held.quantity, 0) as free) f
  left join lateral (
    select l.sequence from capacity_report l where l.offer_id = r.offer_id and l.source = ${source} order by l.sequence desc limit 1
  ) last on true
  returning received_at`;

/** $1 offers, $2 the moment at which the confirmation began: what was heard after it is not answered by it. */
const facts = `
  select o.id, o.key, o.retired_at is not null as "isRetired", newest.id is not null as "isReported",
    newest.method is not distinct from 'PHONED' as "isPhoned", disputes.count > 0 as "isDisputed", disputes.ids as "answeredDisputeIds"
  from offer o
  left join lateral (
    select r.id, r.method from capacity_report r where r.offer_id = o.id and r.withdrawn_at is null
    order by r.as_of desc, r.sequence desc, r.received_at desc limit 1
  ) newest on true
  cross join lateral (
    select count(*), coalesce(array_agg(d.id) filter (where d.disputed_at <= $2::timestamptz), '{}') as ids
    from dispute d where d.offer_id = o.id and d.answered_at is null
  ) disputes
  where o.id = any($1::uuid[])
  order by o.id`;

/** Reads and writes what a provider confirms, in as many statements for one offer as for five hundred. */
export function confirmationStore(db: EntityManager) {
  return {
    /** The moment at which a confirmation begins, UTC, to the microsecond. */
    async now(): Promise<string> {
      const rows: { now: string }[] = await db.query(`select ${instantText('hub_now()')} as now`);
      if (!rows[0]) throw new Error('the statement gives one row');
      return rows[0].now;
    },

    /**
     * The offers of an organisation, by the keys that are asked for or all that are not retired. Holds of them wait: an answer to
     * one that came in between would be counted in the new figure without being taken off it.
     */
    async lock(organisationId: string, keys: readonly string[] | null): Promise<string[]> {
      const rows: { id: string }[] = await db.query(
        `select id from offer
         where organisation_id = $1 and (key = any($2::text[]) or ($2::text[] is null and retired_at is null))
         order by id for no key update`,
        [organisationId, keys],
      );
      return rows.map(({ id }) => id);
    },

    /** What is known of offers that are locked: read after the wait for them, in a statement that sees what was committed meanwhile. */
    async findFacts(offerIds: readonly string[], beganAt: string): Promise<ConfirmableOffer[]> {
      return db.query(facts, [offerIds, beganAt]);
    },

    /** Gives the moment of the confirmation; null when there was nothing to confirm. */
    async write(offerIds: readonly string[], source: string, method: PublishMethod): Promise<Date | null> {
      const rows: { received_at: Date }[] = await db.query(confirming, [offerIds, source, method]);
      return rows[0]?.received_at ?? null;
    },

    async answerDisputes(ids: readonly string[]): Promise<void> {
      if (ids.length > 0)
        await db.query(
          `update dispute set answered_at = greatest(disputed_at, hub_now()) where id = any($1::uuid[]) and answered_at is null`,
          [ids],
        );
    },
  };
}

export type ConfirmationStore = ReturnType<typeof confirmationStore>;
