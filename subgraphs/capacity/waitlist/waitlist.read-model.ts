import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/caller.js';
import { groupBy, mapBy } from '../../../platform/loaders.js';
import type { PageRequest } from '../../../platform/pages.js';
import type { TermTable } from '../availability/freshness.rules.js';
import { instantText } from '../instant.js';
import { sightOf } from '../sight/sight.rules.js';
import { sightSql, type SightSql } from '../sight/sight.sql.js';
import { availabilityNow, fairOrder, priorityRank } from '../waitlist-turns/turns.read-model.js';
import type { PassingReason, WaitlistPriority, WaitlistState } from './waitlist.rules.js';

/** An entry of a waiting list as a caller may read it. */
export interface WaitlistRow {
  readonly id: string;
  readonly offerId: string;
  /** Null when the caller may not know the case. */
  readonly caseId: string | null;
  readonly holdId: string | null;
  readonly quantity: number;
  readonly priority: WaitlistPriority;
  readonly since: Date;
  readonly state: WaitlistState;
  readonly position: number | null;
  readonly estimateDays: number | null;
  readonly restsUntil: Date | null;
  readonly passings: readonly { readonly passedAt: string; readonly reason: PassingReason }[];
  /** Rank of the priority, instant of joining to the microsecond, id: what cursors hold. */
  readonly sortedBy: readonly [string, string, string];
}

const turnoverDays = 180;

/** Columns of an entry `e` of an offer `o`; everything about its turn is known of waiting entries only. */
const columns = ({
  ownCase,
}: SightSql): string => `e.id, e.offer_id as "offerId", case when ${ownCase} then e.case_id end as "caseId",
  e.hold_id as "holdId", e.quantity, e.priority, e.since, e.state, turn.position, turn.estimate as "estimateDays",
  case when e.state = 'WAITING' and e.rests_until > clock.at then e.rests_until end as "restsUntil", passed.passings,
  array[${priorityRank('e')}::text, ${instantText('e.since')}, e.id::text] as "sortedBy"`;

/** Entries with their turn: how many wait before them, how much they ask together, and how fast that goes. */
const withTurns = (terms: string): string => `waitlist_entry e join offer o on o.id = e.offer_id cross join clock
  left join lateral (
    select count(*)::integer as position, case when a.available is not null and a.wait_estimate_days is not null
        then a.wait_estimate_days else ceil(sum(w.quantity) * ${turnoverDays}.0 / nullif(started.quantity, 0))::integer end as estimate
    from waitlist_entry w cross join lateral ${availabilityNow(terms)} a
    cross join lateral (select sum(h.quantity) as quantity from hold h
      where h.offer_id = e.offer_id and h.converted_at > clock.at - interval '${turnoverDays} days') started
    where e.state = 'WAITING' and w.offer_id = e.offer_id and w.state = 'WAITING' and (${fairOrder('w')}) <= (${fairOrder('e')})
    group by a.available, a.wait_estimate_days, started.quantity
  ) turn on true
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('passedAt', p.passed_at, 'reason', p.reason) order by p.passed_at desc), '[]') as passings
    from (select * from waitlist_passing p where p.entry_id = e.id order by p.passed_at desc limit 10) p
  ) passed`;

const clock = 'with clock as materialized (select hub_now() as at)';

/** Reads the waiting lists as a caller may see them: a seeker its own cases, a provider those who wait for its own offers. */
export function waitlistReadModel(db: EntityManager, terms: TermTable) {
  const freshness = JSON.stringify(terms);
  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, WaitlistRow>> {
      const sight = sightSql(sightOf(caller), 'e', 3);
      const rows: WaitlistRow[] = await db.query(
        `${clock} select ${columns(sight)} from ${withTurns('$2')} where ${sight.visible} and e.id = any($1::uuid[])`,
        [ids, freshness, ...sight.values],
      );
      return mapBy(rows, ({ id }) => id);
    },

    /** One page of those who wait for an offer or were offered it, in fair order. */
    async findPageOfOffer(caller: Caller, offerId: string, { limit, after }: PageRequest): Promise<WaitlistRow[]> {
      const sight = sightSql(sightOf(caller), 'e', 7);
      return db.query(
        `${clock} select ${columns(sight)} from ${withTurns('$2')}
         where ${sight.visible} and e.offer_id = $1 and e.state in ('WAITING','OFFERED')
           and ($3::integer is null or (${fairOrder('e')}) > ($3, $4::timestamptz, $5::uuid))
         order by ${fairOrder('e')} limit $6`,
        [offerId, freshness, ...(after ?? [null, null, null]), limit, ...sight.values],
      );
    },

    /** The same page of the entries of each of several cases, newest first, by the id of the case. */
    async findPageOfCases(
      caller: Caller,
      caseIds: readonly string[],
      { limit, after }: PageRequest,
    ): Promise<Map<string, WaitlistRow[]>> {
      const sight = sightSql(sightOf(caller), 'e', 6);
      const rows: (WaitlistRow & { parentId: string })[] = await db.query(
        `${clock} select * from (
           select ${columns(sight)}, e.case_id as "parentId", row_number() over (partition by e.case_id order by e.since desc, e.id desc) as place
           from ${withTurns('$2')}
           where ${sight.ownCase} and e.case_id = any($1::uuid[])
             and ($3::timestamptz is null or (e.since, e.id) < ($3, $4::uuid))) numbered
         where place <= $5 order by "parentId", place`,
        [caseIds, freshness, ...(after ?? [null, null]), limit, ...sight.values],
      );
      return groupBy(rows, ({ parentId }) => parentId);
    },
  };
}
