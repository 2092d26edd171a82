import type { EntityManager } from '../database/database.js';

/** An event as it stands in the outbox. */
export interface OutboxEvent {
  /** Counts the events of one subgraph in the order of their writing. */
  readonly id: number;
  /** The same wherever and however often it is told. */
  readonly eventId: string;
  readonly kind: string;
  readonly organisationId: string | null;
  readonly region: string | null;
  readonly subject: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
}

/**
 * Takes events in the transaction in which they are published: what it writes is kept when they are, and only then. It may be given
 * an event again whose publication failed. Throws when it cannot take one of them.
 */
export type Consumer = (tx: EntityManager, events: readonly OutboxEvent[]) => Promise<void>;
