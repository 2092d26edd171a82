import type { EntityManager } from '../database/database.js';
import type { Caller } from '../identity/caller.js';
import { clientOf } from './client.js';

/** Longer than any transaction that a client waits for takes from its key to its commit. */
const longestChangeMs = 60_000;

/** Whether this caller changed something so lately that a copy of the database, up to so far behind, might not hold it. */
export async function hasWritten(tx: EntityManager, caller: Caller, behindMs: number): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select from idempotency_key where created_at > hub_now() - $2 * interval '1 millisecond' and client = $1 limit 1`,
    [clientOf(caller), behindMs + longestChangeMs],
  );
  return rows.length > 0;
}
