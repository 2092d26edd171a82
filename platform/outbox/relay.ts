import type { BackgroundTask } from '../background/repeat.js';
import type { DataSource, EntityManager } from '../database/database.js';
import type { Logger } from '../process/logger.js';
import { inTransaction } from '../database/transaction.js';
import { tellOfChanges } from './change-topic.js';
import { noteRelayed } from './outbox-telemetry.js';
import type { Consumer, OutboxEvent } from './consumer.js';
import { handOver } from './hand-over.js';

export interface RelayOptions {
  /** The schema whose outbox is read. */
  readonly schema: string;
  readonly consumers: readonly Consumer[];
  readonly logger: Logger;
  /** Told which events got their positions, in the same transaction, to leave word for those who read on from a position. */
  readonly announce?: (tx: EntityManager, ids: readonly number[]) => Promise<void>;
  /** Events in one transaction, 500 unless told otherwise. */
  readonly batchSize?: number;
}

/** The safety net beneath the notifications, which a broken connection loses. */
const pollMs = 2_000;
/** How long a publisher waits for the transaction of another. */
const turnMs = 5_000;

/** The lock of who publishes the events of the schema $1. */
const publication = `hashtext('outbox'), hashtext($1)`;

/** Lets nothing be published until the transaction ends: what it reads of positions stays true, and what it writes is known to the next. */
export async function holdPublication(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${publication})`, [schema]);
}

/** A newer version of the hub brought the schema up to date: what it tells is for its own relay. */
export class SchemaIsNewer extends Error {
  override readonly name = 'SchemaIsNewer';
}

/** Publishes the events of a subgraph's outbox as soon as they are written. */
export function relayTask(db: DataSource, options: RelayOptions): BackgroundTask {
  return {
    name: 'relay',
    everyMs: pollMs,
    wokenBy: [`${options.schema}_outbox`],
    isAwaited: true,
    run: (signal) => relay(db, options, signal),
  };
}

/** Publishes until nothing is left that may be published now. Throws SchemaIsNewer where the schema has taken steps that this version does not know. */
export async function relay(db: DataSource, options: RelayOptions, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await publishBatch(db, options)) > 0);
}

/**
 * One transaction: the next events are handed to every consumer and get their positions; gives how many it looked at. One publisher
 * at a time works on a schema, and the next sees what the former committed: so that positions become visible in their order, and who
 * reads on from a position misses nothing. Events are read first: a step that wrote one of them is there by the time it is asked for.
 */
async function publishBatch(db: DataSource, options: RelayOptions): Promise<number> {
  const { schema, consumers, logger, announce, batchSize = 500 } = options;
  return inTransaction(db, { lockTimeoutMs: turnMs }, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(${publication})`, [schema]);
    const events = await nextEvents(tx, batchSize);
    if (events.length === 0) return 0;
    await assertKnown(db, tx);
    const { taken, parked } = await handOver(tx, events, consumers);
    if (parked > 0) logger.error({ operation: 'relay', count: parked }, 'events were parked');
    await publish(tx, schema, taken);
    const published = new Set(taken);
    await tellOfChanges(
      tx,
      schema,
      events.filter(({ id }) => published.has(id)),
    );
    await announce?.(tx, taken);
    noteRelayed(schema, events, taken, parked);
    return events.length;
  });
}

/** A version that ran before the last step would take its events for told, and give them to nobody or not as they are now. Throws SchemaIsNewer. */
async function assertKnown({ migrations }: DataSource, tx: EntityManager): Promise<void> {
  const known = migrations.map(({ name, constructor }) => name ?? constructor.name);
  const [row] = await tx.query<{ isKnown: boolean }[]>('select knows_steps($1) as "isKnown"', [known]);
  if (row?.isKnown !== true) throw new SchemaIsNewer('the schema is newer than this version of the hub');
}

/** The oldest events; those of an organisation wait behind one of its own that could not be handed over and will be tried again. */
function nextEvents(tx: EntityManager, limit: number): Promise<OutboxEvent[]> {
  return tx.query(
    `select o.id, o.event_id as "eventId", o.kind, o.organisation_id as "organisationId", o.region, o.subject, o.data,
       o.occurred_at as "occurredAt"
     from outbox o
     where o.position is null
       and not exists (
         select from outbox_trouble t
         where t.organisation_id is not distinct from o.organisation_id and t.outbox_id <= o.id
           and case when t.parked_at is null then t.next_attempt_at > hub_now() else t.outbox_id = o.id end)
     order by o.id limit $1`,
    [limit],
  );
}

async function publish(tx: EntityManager, schema: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update outbox set position = numbered.position
     from (select id, nextval('outbox_position') as position
           from (select id from unnest($1::bigint[]) as i (id) order by id) ordered) numbered
     where outbox.id = numbered.id`,
    [ids],
  );
  await tx.query('delete from outbox_trouble where outbox_id = any($1)', [ids]);
  await tx.query('select pg_notify($1, $2)', [`${schema}_published`, '']);
}
