import type { EntityManager } from 'typeorm';

/** A case that is to be erased on request. */
export interface ErasureOrder {
  readonly caseId: string;
  /** The one name of who does it, and of whom they do it for. */
  readonly actor: string;
  readonly orderedBy: string;
  /** Whether places that are held for it at this moment are given up. */
  readonly releasesHolds: boolean;
}

/** What is left of a case that was erased. */
export interface Erasure {
  readonly id: string;
  readonly removedAt: Date;
  readonly finishedAt: Date | null;
  /** What was removed where, when and by whom; null until capacity has forgotten the case. */
  readonly proof: Readonly<Record<string, unknown>> | null;
  /** SHA-256 of the proof as it stands in the audit, hexadecimal. */
  readonly proofHash: string | null;
}

/** Erases cases in two transactions: one here, which begins, one in capacity, which finishes. What was begun can always be finished. */
export function erasureStore(db: EntityManager) {
  return {
    /** Only for the owner of the schema. */
    async begin({ caseId, actor, orderedBy, releasesHolds }: ErasureOrder): Promise<void> {
      const order = [caseId, actor, orderedBy, 'REQUEST', releasesHolds];
      await db.query('select cases.begin_erasure($1, $2, $3, $4, $5)', order);
    },

    /** Begins with the next case that was closed more than `days` ago; null when there is none. */
    async beginExpiry(days: number): Promise<string | null> {
      const rows: { id: string | null }[] = await db.query('select cases.begin_expiry($1) as id', [days]);
      return rows[0]?.id ?? null;
    },

    /** Finishes everything that was begun. */
    async finish(): Promise<void> {
      await db.query('select cases.finish_erasures()');
    },

    /** By the number or identifier that the case had. Only for the owner of the schema. */
    async find(reference: string): Promise<Erasure | null> {
      const rows: Erasure[] = await db.query(
        `select id, removed_at as "removedAt", finished_at as "finishedAt", proof,
           encode(sha256(convert_to(proof::text, 'UTF8')), 'hex') as "proofHash" from cases.find_erasure($1)`,
        [reference],
      );
      return rows[0] ?? null;
    },
  };
}
