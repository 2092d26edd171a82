import { withClient } from '../database/client.js';

/** An event that no consumer could take: what and when, never what it says. */
export interface ParkedEvent {
  readonly subgraph: 'cases' | 'capacity' | 'people';
  readonly eventId: string;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly parkedAt: Date;
  readonly attempts: number;
  /** SQLSTATE or the name of the error of the last attempt. */
  readonly errorCode: string;
}

const publishers = ['cases', 'capacity', 'people'] as const;

/** The parked events of every subgraph that publishes any, the oldest first. */
export async function findParkedEvents(ownerUrl: string): Promise<ParkedEvent[]> {
  const perSubgraph = publishers.map(
    (name) => `
      select '${name}' as subgraph, o.event_id as "eventId", o.kind, o.occurred_at as "occurredAt", t.parked_at as "parkedAt",
        t.attempts, t.error_code as "errorCode"
      from ${name}.outbox_trouble t join ${name}.outbox o on o.id = t.outbox_id where t.parked_at is not null`,
  );
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<ParkedEvent>(`${perSubgraph.join(' union all ')} order by "occurredAt"`);
    return rows;
  });
}

/** Lets the relay try every parked event again; gives how many there are. */
export async function retryParkedEvents(ownerUrl: string): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    let count = 0;
    for (const name of publishers) {
      const { rowCount } = await client.query(`delete from ${name}.outbox_trouble where parked_at is not null`);
      count += rowCount ?? 0;
      await client.query('select pg_notify($1, $2)', [`${name}_outbox`, '']);
    }
    return count;
  });
}
