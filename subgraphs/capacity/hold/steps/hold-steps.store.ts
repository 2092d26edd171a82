import type { EntityManager } from 'typeorm';
import type { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import type { Sight } from '../../access/visibility.rules.js';
import { sightSql } from '../../access/visibility.sql.js';
import { holdLifecycle, type HoldState, type HoldStep } from './hold-state.rules.js';

/** A hold whose offer is locked. Who asked for it is not for everybody who may make a step. */
export interface LockedHold {
  readonly holdId: string;
  readonly offerId: string;
  readonly organisationId: string;
  /** Rung of the offer, or CRISIS. */
  readonly termKey: string;
}

/** Why a provider refused. */
export interface Refusal {
  readonly code: DeclineReason;
  readonly note: string | null;
}

/** SQL columns of a LockedHold, of the hold `h` of the offer `o`. */
export const holdFacts = `h.id as "holdId", h.offer_id as "offerId", o.organisation_id as "organisationId",
  case when o.is_crisis then 'CRISIS' else o.rung end as "termKey"`;

/**
 * Changes holds. Every change of a hold is made under the lock of its offer, never under a lock of the hold alone: whoever
 * holds the offer knows all that is held of it, and two that need several offers take them in the order of their ids.
 */
export function holdStepsStore(db: EntityManager) {
  /** Makes a step if the hold stands where the step begins; tells whether it did. */
  const step = async (
    holdId: string,
    name: HoldStep,
    writes: string,
    values: readonly unknown[],
    also = '',
  ): Promise<boolean> => {
    const rows: unknown[] = await db.query(
      `with clock as materialized (select hub_now() as at), stepped as (
         update hold h set ${writes} from clock where h.id = $1 and hold_state(h, clock.at) = any($2) returning h.id)${also}
       select id from stepped`,
      [holdId, holdLifecycle.steps[name].from, ...values],
    );
    return rows.length > 0;
  };
  const endAs = (holdId: string, name: HoldStep, by: string, refusal: Refusal | null = null) =>
    step(
      holdId,
      name,
      'ended_at = clock.at, ended_as = $3',
      [holdLifecycle.steps[name].to, by, refusal?.code, refusal?.note],
      `, ending as (
         insert into hold_ending (hold_id, ended_by, refusal_code, refusal_note) select id, $4, $5, $6 from stepped)`,
    );

  return {
    /** Locks the offer of a hold that the caller may see; null when there is none. */
    async lock(sight: Sight, holdId: string): Promise<LockedHold | null> {
      const { visible, values } = sightSql(sight, 'k', 2);
      const rows: LockedHold[] = await db.query(
        `select ${holdFacts} from hold h join offer o on o.id = h.offer_id left join hold_case k on k.hold_id = h.id
         where h.id = $1 and ${visible} for no key update of o`,
        [holdId, ...values],
      );
      return rows[0] ?? null;
    },

    /** The steps, each on a hold whose offer is locked: false when the hold does not stand where the step begins. */
    accept: (holdId: string, holdHours: number) =>
      step(holdId, 'accept', `accepted_at = clock.at, expires_at = clock.at + $3 * interval '1 hour'`, [holdHours]),
    refuse: (holdId: string, by: string, refusal: Refusal) => endAs(holdId, 'refuse', by, refusal),
    release: (holdId: string, by: string) => endAs(holdId, 'release', by),
    end: (holdId: string, by: string) => endAs(holdId, 'end', by),
    convert: (holdId: string) => step(holdId, 'convert', 'converted_at = clock.at', []),

    /** Unit numbers that are somebody else's by now stay theirs. */
    async takeUp(holdId: string): Promise<boolean> {
      const isTaken = await step(holdId, 'takeUp', 'ended_at = null, ended_as = null, converted_at = clock.at', []);
      if (isTaken) await db.query('delete from hold_ending where hold_id = $1', [holdId]);
      return isTaken;
    },

    async stateOf(holdId: string): Promise<HoldState> {
      const rows: { state: HoldState }[] = await db.query(
        'select hold_state(h, hub_now()) as state from hold h where h.id = $1',
        [holdId],
      );
      if (!rows[0]) throw new Error('the hold was locked a moment ago');
      return rows[0].state;
    },
  };
}
