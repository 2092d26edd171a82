import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import type { TermTable } from '../availability/freshness.rules.js';
import { instantText } from '../../../platform/paging/instant.js';
import { sightOf } from '../access/visibility.rules.js';
import { sightSql, type SightSql } from '../access/visibility.sql.js';
import { availabilityNow, fairOrder, priorityRank } from './turns/turns.read-model.js';
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

/** Columns of a chosen entry `e`; everything about its turn is known of waiting entries only. */
const columns = `e.id, e.offer_id as "offerId", case when e.is_own then e.case_id end as "caseId",
  e.hold_id as "holdId", e.quantity, e.priority, e.since, e.state, turn.position, turn.estimate as "estimateDays",
  case when e.state = 'WAITING' and e.rests_until > clock.at then e.rests_until end as "restsUntil", passed.passings,
  e.case_id as "parentId", array[${priorityRank('e')}::text, ${instantText('e.since')}, e.id::text] as "sortedBy"`;

/** Entries `e` of offers `o`, with whether their case is the caller's. */
const entries = ({ ownCase }: SightSql, also = ''): string =>
  `select e.*, k.case_id, ${ownCase} as is_own${also} from waitlist_entry e join offer o on o.id = e.offer_id
   left join waitlist_case k on k.entry_id = e.id`;

/**
 * The entries that a statement chooses, with their turn: how many wait before them, how much they ask together, and how fast that goes.
 * What is known of an offer is looked up once for each offer, and each of its waiting entries is numbered once.
 */
const withTurns = (chosen: string, terms: string): string => `
  with clock as materialized (select hub_now() as at), chosen as materialized (${chosen}), given as materialized (
    select o.id, case when a.available is not null then a.wait_estimate_days end as estimate, (
      select sum(h.quantity) from hold h
      where h.offer_id = o.id and h.converted_at > clock.at - interval '${turnoverDays} days') as started
    from offer o cross join clock cross join lateral ${availabilityNow(terms)} a
    where o.id in (select c.offer_id from chosen c where c.state = 'WAITING')
  ), turn as (
    select w.id, (row_number() over fair)::integer as position,
      coalesce(g.estimate, ceil(sum(w.quantity) over fair * ${turnoverDays}.0 / nullif(g.started, 0))::integer) as estimate
    from given g join waitlist_entry w on w.offer_id = g.id and w.state = 'WAITING'
    window fair as (partition by w.offer_id order by ${fairOrder('w')})
  )
  select ${columns} from chosen e cross join clock left join turn on turn.id = e.id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('passedAt', p.passed_at, 'reason', p.reason) order by p.passed_at desc), '[]') as passings
    from (select * from waitlist_passing p where p.entry_id = e.id order by p.passed_at desc limit 10) p
  ) passed`;

/** Reads the waiting lists as a caller may see them: a seeker its own cases, a provider those who wait for its own offers. */
export function waitlistReadModel(db: EntityManager, terms: TermTable) {
  const freshness = JSON.stringify(terms);
  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, WaitlistRow>> {
      const sight = sightSql(sightOf(caller), 'k', 3);
      const rows: WaitlistRow[] = await db.query(
        withTurns(`${entries(sight)} where ${sight.visible} and e.id = any($1::uuid[])`, '$2'),
        [ids, freshness, ...sight.values],
      );
      return mapBy(rows, ({ id }) => id);
    },

    /** One page of those who wait for an offer or were offered it, in fair order. */
    async findPageOfOffer(caller: Caller, offerId: string, { limit, after }: PageRequest): Promise<WaitlistRow[]> {
      const sight = sightSql(sightOf(caller), 'k', 7);
      return db.query(
        `${withTurns(
          `${entries(sight)} where ${sight.visible} and e.offer_id = $1 and e.state in ('WAITING','OFFERED')
             and ($3::integer is null or (${fairOrder('e')}) > ($3, $4::timestamptz, $5::uuid))
           order by ${fairOrder('e')} limit $6`,
          '$2',
        )} order by ${fairOrder('e')}`,
        [offerId, freshness, ...(after ?? [null, null, null]), limit, ...sight.values],
      );
    },

    /** The same page of the entries of each of several cases, newest first, by the id of the case. */
    async findPageOfCases(
      caller: Caller,
      caseIds: readonly string[],
      { limit, after }: PageRequest,
    ): Promise<Map<string, WaitlistRow[]>> {
      const sight = sightSql(sightOf(caller), 'k', 6);
      const rows: (WaitlistRow & { parentId: string })[] = await db.query(
        `${withTurns(
          `select * from (
             ${entries(sight, ', row_number() over (partition by k.case_id order by e.since desc, e.id desc) as place')}
             where ${sight.ownCase} and k.case_id = any($1::uuid[])
               and ($3::timestamptz is null or (e.since, e.id) < ($3, $4::uuid))) numbered
           where place <= $5`,
          '$2',
        )} order by e.case_id, e.place`,
        [caseIds, freshness, ...(after ?? [null, null]), limit, ...sight.values],
      );
      return groupBy(rows, ({ parentId }) => parentId);
    },
  };
}
