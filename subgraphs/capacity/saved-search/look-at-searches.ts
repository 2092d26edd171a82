import type { DataSource, EntityManager } from '../../../platform/database/database.js';
import { inTransaction } from '../../../platform/database/transaction.js';
import { emit } from '../../../platform/outbox/outbox.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import type { TermTable } from '../availability/freshness.rules.js';
import { searched } from '../options/options.sql.js';
import { changingKinds, offersOf } from './saved-search.rules.js';

/** Events that are looked at in one transaction, and searches. */
const eventsAtOnce = 500;
const searchesAtOnce = 25;

/** Somebody may keep it still, and has the case that it is for. */
const isKept = `s.ends_at > hub_now() and (s.case_id is null or exists (select from case_projection k
  where k.id = s.case_id and k.status = 'OPEN' and (k.region = s.region or k.owner_organisation_id = s.organisation_id)))`;

/**
 * Notes which searches a change of the offers $1 may concern: those of municipalities that these serve, and those that one of them fitted. A
 * search that is not kept any more is never due.
 */
const becomeDue = `
  update saved_search s set due_since = hub_now()
  where s.due_since is null and ${isKept} and (
    s.municipality_code in (select unnest(o.working_area) from offer o where o.id = any($1::uuid[]))
    or exists (select from saved_search_find f where f.search_id = s.id and f.gone_at is null and f.offer_id = any($1::uuid[])))`;

/** Those that are due longest, for nobody else meanwhile. */
const nextDue = `
  select s.id from saved_search s where s.due_since is not null and ${isKept} order by s.due_since, s.id limit $1 for update skip locked`;

/**
 * What the ranking finds for the searches $1, of which what is needed is free in time: new finds are added, those that fit no more end. Gives the searches
 * of which something changed, with what is new where it was looked at before. $2 freshness terms, $3 rungs from light to heavy.
 */
const look = `
  with asked as materialized (
    select s.id, s.subject, s.looked_at, s.municipality_code, s.need from saved_search s where s.id = any($1::uuid[])
  ), fitting as materialized (
    select asked.id as search_id, f.offer_id from asked cross join lateral (
      ${searched({ municipality: 'asked.municipality_code', need: 'asked.need', terms: '$2', rungs: '$3', at: 'null' })}
      select id as offer_id from options where starts_in_time
    ) f
  ), ended as (
    update saved_search_find f set gone_at = hub_now()
    where f.search_id = any($1::uuid[]) and f.gone_at is null
      and not exists (select from fitting t where t.search_id = f.search_id and t.offer_id = f.offer_id)
    returning f.search_id
  ), added as (
    insert into saved_search_find (search_id, offer_id) select search_id, offer_id from fitting
    on conflict do nothing returning search_id, offer_id
  ), done as (
    update saved_search s set looked_at = hub_now(), due_since = null where s.id = any($1::uuid[])
  )
  select asked.id as "searchId", asked.subject,
    array(select offer_id from added where added.search_id = asked.id and asked.looked_at is not null order by offer_id) as "offerIds"
  from asked where asked.id in (select search_id from added union all select search_id from ended)
  order by asked.id`;

interface Found {
  readonly searchId: string;
  readonly subject: string;
  readonly offerIds: readonly string[];
}

/**
 * Looks again at the searches that are kept and that changes of capacity may concern, and tells whoever keeps one of what fits since: once for
 * each offer, until it fits no more. The first look at a search tells nothing: whoever keeps it has just seen that.
 */
export async function lookAtSearches(db: DataSource, terms: TermTable, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await inTransaction(db, {}, readOn)));
  while (!signal?.aborted && (await inTransaction(db, {}, (tx) => lookAtNext(tx, terms))) === searchesAtOnce);
}

/** Reads on from where it was; whether there may be more. */
async function readOn(tx: EntityManager): Promise<boolean> {
  const [watch]: { position: number }[] = await tx.query(
    'select position from saved_search_watch for update skip locked',
  );
  if (!watch) return false;
  const events: { position: number; data: { offerId?: string; offerIds?: string[] } }[] = await tx.query(
    'select position, data from outbox where position > $1 and kind = any($2) order by position limit $3',
    [watch.position, changingKinds, eventsAtOnce],
  );
  const last = events.at(-1);
  if (!last) return false;
  await tx.query(becomeDue, [offersOf(events)]);
  await tx.query('update saved_search_watch set position = $1', [last.position]);
  return events.length === eventsAtOnce;
}

/** Looks at the next searches; gives how many these were. */
async function lookAtNext(tx: EntityManager, terms: TermTable): Promise<number> {
  const due: { id: string }[] = await tx.query(nextDue, [searchesAtOnce]);
  if (due.length === 0) return 0;
  const found: Found[] = await tx.query(look, [due.map(({ id }) => id), JSON.stringify(terms), LadderRung.codes]);
  await emit(
    tx,
    found.map(({ searchId, subject, offerIds }) => ({
      ...{ kind: offerIds.length > 0 ? 'search.found' : 'search.changed', organisationId: null, subject },
      data: { searchId, offerIds },
    })),
  );
  return due.length;
}

/** Forgets searches that nobody keeps any more. */
export async function forgetSearches(db: EntityManager): Promise<void> {
  await db.query('delete from saved_search where ends_at <= hub_now()');
}
