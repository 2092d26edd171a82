import type { EntityManager } from 'typeorm';

/** In one statement: a round stays short, and the next comes soon. */
const atOnce = 500;

/**
 * Notes, once for each, for which questions nobody called back within 48 hours; a trigger writes the event of it. Any number of processes may do so
 * at the same time: each takes the questions that no other is busy with. One that somebody takes a step on at that moment comes with the next round.
 */
export async function tellOverdue(db: EntityManager): Promise<void> {
  await db.query(
    `with late as (
       select id from network_request where first_contact_at is null and overdue_told_at is null and due_at < hub_now()
       order by due_at limit ${atOnce} for no key update skip locked
     )
     update network_request r set overdue_told_at = hub_now() from late where r.id = late.id`,
  );
}
