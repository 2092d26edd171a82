import type { EntityManager } from '../database/database.js';

/** Something that happened, told with identifiers and codes only. */
export interface HubEvent {
  /** What happened, such as `hold.expired`. */
  readonly kind: string;
  /** The organisation that it concerns: its events keep their order. */
  readonly organisationId: string | null;
  /** The youth region that it concerns, where it concerns one. */
  readonly region?: string | null;
  /** The person or client that is to hear of it, where it is one. */
  readonly subject?: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Writes events into the subgraph's outbox; call it in the transaction of the change itself. */
export async function emit(tx: EntityManager, events: readonly HubEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ kind, organisationId, region, subject, data }) => ({
    kind,
    organisation_id: organisationId,
    region: region ?? null,
    subject: subject ?? null,
    data,
  }));
  await tx.query(
    `insert into outbox (kind, organisation_id, region, subject, data)
     select kind, organisation_id, region, subject, data
     from jsonb_to_recordset($1::jsonb) as e (kind text, organisation_id uuid, region text, subject text, data jsonb)`,
    [JSON.stringify(rows)],
  );
}
