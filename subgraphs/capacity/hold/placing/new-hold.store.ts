import type { EntityManager } from 'typeorm';
import { HubError } from '../../../../platform/errors/errors.js';
import { groupBy } from '../../../../platform/database/loaders.js';
import { violatedConstraint } from '../../../../platform/database/transaction.js';

/** A hold to be made, on an offer that is locked and was found to have room. */
export interface NewHold {
  readonly offerId: string;
  readonly caseId: string;
  readonly quantity: number;
  readonly region: string;
  readonly placedBy: string;
  readonly groupId: string | null;
  readonly answerHours: number;
  /** Size of the offer: unit numbers run from 1 up to it. */
  readonly maximum: number;
  /** How many of these numbers no hold has now. */
  readonly numbersLeft: number;
}

/** Care that began first is in the report first: where the figure has room and the numbers have none, it gives its number back. */
const giveBack = `
  with clock as materialized (select hub_now() as at), given as (
    update hold_unit u set period = tstzrange(lower(u.period), clock.at) from clock, (
      select kept.hold_id, kept.unit_no, need.needed,
        row_number() over (partition by kept.offer_id order by h.accepted_at, h.id, kept.unit_no) as place
      from jsonb_to_recordset($1) as need ("offerId" uuid, maximum integer, needed integer)
      join hold_unit kept on kept.offer_id = need."offerId" and kept.unit_no <= need.maximum and upper_inf(kept.period)
      join hold h on h.id = kept.hold_id and h.converted_at is not null
    ) oldest
    where u.hold_id = oldest.hold_id and u.unit_no = oldest.unit_no and oldest.place <= oldest.needed returning u.hold_id)
  select count(*) from given`;

/** Each hold takes the lowest unit numbers that nobody has from now on; of several on one offer the first asked takes the first. */
const insertHolds = `
  with clock as materialized (select hub_now() as at),
  asked as (
    select a.*, gen_random_uuid() as id, coalesce(sum(a.quantity) over (
      partition by a."offerId" order by a.no rows between unbounded preceding and 1 preceding), 0) as taken
    from jsonb_to_recordset($1) as a (no integer, "offerId" uuid, "caseId" uuid, quantity integer, region text, "placedBy" text,
      "groupId" uuid, "answerHours" double precision, maximum integer)
  ),
  made as (
    insert into hold (id, offer_id, quantity, created_at, answer_due_at)
    select a.id, a."offerId", a.quantity, clock.at, clock.at + a."answerHours" * interval '1 hour'
    from asked a cross join clock
    returning id, created_at, answer_due_at
  ),
  for_case as (
    insert into hold_case (hold_id, case_id, group_id, region, placed_by)
    select a.id, a."caseId", a."groupId", a.region, a."placedBy" from asked a
  ),
  numbered as (
    insert into hold_unit (hold_id, offer_id, unit_no, period)
    select a.id, a."offerId", free.unit_no, tstzrange(made.created_at, made.answer_due_at)
    from asked a join made on made.id = a.id
    cross join lateral (
      select number.unit_no from generate_series(1, a.maximum) as number (unit_no)
      where not exists (select from hold_unit u where u.offer_id = a."offerId" and u.unit_no = number.unit_no
        and u.period && tstzrange(made.created_at, null))
      order by number.unit_no offset a.taken limit a.quantity
    ) free
    returning hold_id
  )
  select a.id, (select count(*) from numbered n where n.hold_id = a.id) = a.quantity as "isWhole" from asked a order by a.no`;

/** Makes holds and gives each its units. */
export function newHoldStore(db: EntityManager) {
  return {
    /**
     * Makes holds on locked offers, all or none, and tells their ids in the order asked. Throws NO_PLACE_LEFT when a unit turns out to
     * be somebody else's: the constraint of the database stands behind every check that was made before.
     */
    async insert(holds: readonly NewHold[]): Promise<string[]> {
      const short = shortOfNumbers(holds);
      if (short.length > 0) await db.query(giveBack, [JSON.stringify(short)]);
      const rows = holds.map((hold, no) => ({ no, ...hold }));
      try {
        const made: { id: string; isWhole: boolean }[] = await db.query(insertHolds, [JSON.stringify(rows)]);
        if (!made.every(({ isWhole }) => isWhole)) throw new HubError('NO_PLACE_LEFT');
        return made.map(({ id }) => id);
      } catch (error) {
        if (violatedConstraint(error) === 'one_live_hold_per_unit') throw new HubError('NO_PLACE_LEFT');
        throw error;
      }
    },
  };
}

/** The offers that have room by their figure, and not as many numbers. */
function shortOfNumbers(holds: readonly NewHold[]) {
  return [...groupBy(holds, ({ offerId }) => offerId).values()].flatMap((ofOffer) => {
    const [first] = ofOffer;
    const needed = ofOffer.reduce((sum, { quantity }) => sum + quantity, 0) - (first?.numbersLeft ?? 0);
    return first && needed > 0 ? [{ offerId: first.offerId, maximum: first.maximum, needed }] : [];
  });
}
