import type { EntityManager } from 'typeorm';
import type { DeclineReason } from './decline-reason.js';
import type { HoldSight } from './hold-sight.rules.js';
import { ownCase, ownOffer, sightValues } from './hold-sight.sql.js';
import { holdLifecycle, type HoldState, type HoldStep } from './hold-state.rules.js';

/** A hold whose offer is locked, with what its events and terms need. */
export interface LockedHold {
  readonly holdId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly region: string | null;
  readonly placedBy: string | null;
  /** Rung of the offer, or CRISIS. */
  readonly termKey: string;
}

/** A hold that came to its end by the clock. */
export interface LapsedHold extends LockedHold {
  /** Whether the provider had said yes: then the term of the hold passed, else that of the answer. */
  readonly wasAccepted: boolean;
}

/** Why a provider refused. */
export interface Refusal {
  readonly code: DeclineReason;
  readonly note: string | null;
}

const facts = `h.id as "holdId", h.offer_id as "offerId", o.organisation_id as "organisationId", h.region, h.placed_by as "placedBy",
  case when o.is_crisis then 'CRISIS' else o.rung end as "termKey"`;

/**
 * Changes holds. Every change of a hold is made under the lock of its offer, never under a lock of the hold alone: whoever
 * holds the offer knows all that is held of it, and two that need several offers take them in the order of their ids.
 */
export function holdStore(db: EntityManager) {
  /** Makes a step if the hold stands where the step begins; tells whether it did. */
  const step = async (holdId: string, name: HoldStep, writes: string, values: readonly unknown[]): Promise<boolean> => {
    const rows: unknown[] = await db.query(
      `with clock as materialized (select hub_now() as at), stepped as (
         update hold h set ${writes} from clock where h.id = $1 and hold_state(h, clock.at) = any($2) returning h.id)
       select id from stepped`,
      [holdId, holdLifecycle.steps[name].from, ...values],
    );
    return rows.length > 0;
  };
  const end = `ended_at = clock.at, ended_by = $3, ended_as = $4`;
  const endAs = (holdId: string, name: HoldStep, by: string) =>
    step(holdId, name, end, [by, holdLifecycle.steps[name].to]);

  return {
    /** Locks the offer of a hold that the caller may see; null when there is none. */
    async lock(sight: HoldSight, holdId: string): Promise<LockedHold | null> {
      const rows: LockedHold[] = await db.query(
        `select ${facts} from hold h join offer o on o.id = h.offer_id
         where h.id = $4 and (${ownCase('h')} or ${ownOffer}) for no key update of o`,
        [...sightValues(sight), holdId],
      );
      return rows[0] ?? null;
    },

    /** The steps, each on a hold whose offer is locked: false when the hold does not stand where the step begins. */
    accept: (holdId: string, holdHours: number) =>
      step(holdId, 'accept', `accepted_at = clock.at, expires_at = clock.at + $3 * interval '1 hour'`, [holdHours]),
    refuse: (holdId: string, by: string, { code, note }: Refusal) =>
      step(holdId, 'refuse', `${end}, refusal_code = $5, refusal_note = $6`, [by, 'REFUSED', code, note]),
    release: (holdId: string, by: string) => endAs(holdId, 'release', by),
    end: (holdId: string, by: string) => endAs(holdId, 'end', by),
    convert: (holdId: string) => step(holdId, 'convert', 'converted_at = clock.at', []),

    async stateOf(holdId: string): Promise<HoldState> {
      const rows: { state: HoldState }[] = await db.query(
        'select hold_state(h, hub_now()) as state from hold h where h.id = $1',
        [holdId],
      );
      if (!rows[0]) throw new Error('the hold was locked a moment ago');
      return rows[0].state;
    },

    /** Writes down the end of every hold of locked offers whose term has passed, at the instant at which it passed. */
    async endLapsed(offerIds: readonly string[]): Promise<LapsedHold[]> {
      return db.query(
        `with clock as materialized (select hub_now() as at), lapsed as (
         update hold h set ended_at = coalesce(h.expires_at, h.answer_due_at), ended_as = 'EXPIRED' from clock, offer o
         where o.id = h.offer_id and h.offer_id = any($1::uuid[]) and h.ended_at is null and hold_state(h, clock.at) = 'EXPIRED'
         returning ${facts}, h.accepted_at is not null as "wasAccepted")
         select * from lapsed`,
        [offerIds],
      );
    },

    /** Locks some of the offers that have a hold past its term, those that nobody else is busy with. */
    async lockLapsed(limit: number): Promise<string[]> {
      const rows: { id: string }[] = await db.query(
        `select o.id from offer o where o.id in (
           select h.offer_id from hold h where h.ended_at is null and h.converted_at is null
             and coalesce(h.expires_at, h.answer_due_at) <= (select hub_now())
           order by coalesce(h.expires_at, h.answer_due_at) limit $1)
         order by o.id for no key update skip locked`,
        [limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

export type HoldStore = ReturnType<typeof holdStore>;
