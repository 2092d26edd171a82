import { databaseFault } from '../database/database-faults.js';
import type { EntityManager } from '../database/database.js';
import { sqlState } from '../database/transaction.js';
import type { Consumer, OutboxEvent } from './consumer.js';

/** What became of a batch: the events that every consumer took, in order, and how many were given up. */
interface HandedOver {
  readonly taken: readonly number[];
  readonly parked: number;
}

/** After this many attempts an event is parked: it waits for the operator and nothing waits for it any more. */
const mostAttempts = 5;

/** Hands a batch to the consumers; when they cannot take it as a whole, each event alone, so that one bad event stops its organisation only. */
export async function handOver(
  tx: EntityManager,
  events: readonly OutboxEvent[],
  consumers: readonly Consumer[],
): Promise<HandedOver> {
  if ((await refusal(tx, events, consumers)) === null) return { taken: events.map(({ id }) => id), parked: 0 };
  return oneByOne(tx, events, consumers);
}

async function oneByOne(
  tx: EntityManager,
  events: readonly OutboxEvent[],
  consumers: readonly Consumer[],
): Promise<HandedOver> {
  const taken: number[] = [];
  const waiting = new Set<string | null>();
  let parked = 0;
  for (const event of events) {
    if (waiting.has(event.organisationId)) continue;
    const code = await refusal(tx, [event], consumers);
    if (code === null) taken.push(event.id);
    else if (await isParkedAfter(tx, event, code)) parked++;
    else waiting.add(event.organisationId);
  }
  return { taken, parked };
}

/**
 * Gives the events to every consumer, all or nothing; null when all took them, else a code of what went wrong. Throws when the
 * database went away or undid a conflict: that says nothing against the events.
 */
async function refusal(
  tx: EntityManager,
  events: readonly OutboxEvent[],
  consumers: readonly Consumer[],
): Promise<string | null> {
  try {
    await tx.transaction(async (nested) => {
      for (const consume of consumers) await consume(nested, events);
    });
    return null;
  } catch (error) {
    const isInnocent = databaseFault(error) === 'DATABASE_UNAVAILABLE' || /^40/.test(sqlState(error));
    if (isInnocent) throw error;
    return sqlState(error) || (error instanceof Error ? error.name : typeof error);
  }
}

/** Counts one more attempt, the next one later each time; whether it was the last. */
async function isParkedAfter(tx: EntityManager, { id, organisationId }: OutboxEvent, code: string): Promise<boolean> {
  const rows: { isParked: boolean }[] = await tx.query(
    `insert into outbox_trouble as known (outbox_id, organisation_id, error_code, next_attempt_at)
     values ($1, $2, $3, hub_now() + interval '1 second')
     on conflict (outbox_id) do update set attempts = known.attempts + 1, error_code = excluded.error_code,
       next_attempt_at = hub_now() + interval '1 second' * power(4, known.attempts),
       parked_at = case when known.attempts + 1 >= $4 then hub_now() end
     returning parked_at is not null as "isParked"`,
    [id, organisationId, code, mostAttempts],
  );
  return rows[0]?.isParked === true;
}
