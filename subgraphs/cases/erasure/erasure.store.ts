import type { EntityManager } from 'typeorm';
import { sealerOf } from '../../../platform/secrecy/database-sealer.js';

/** A case that is to be erased on request. */
export interface ErasureOrder {
  readonly caseId: string;
  readonly number: string;
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

/** What stands for a number in the proof: only who has the keys of the hub can tell whether it is that of a number. The one of now is first. */
function fingerprintsOf(db: EntityManager, number: string): readonly Buffer[] {
  return sealerOf(db).fingerprints('cases.erasure.number_hash', number.toUpperCase());
}

/** Erases cases in two transactions: one here, which begins, one in capacity, which finishes. What was begun can always be finished. */
export function erasureStore(db: EntityManager) {
  return {
    /** Only for the owner of the schema. */
    async begin({ caseId, number, actor, orderedBy, releasesHolds }: ErasureOrder): Promise<void> {
      const order = [caseId, actor, orderedBy, 'REQUEST', releasesHolds, fingerprintsOf(db, number)[0]];
      await db.query('select cases.begin_erasure($1, $2, $3, $4, $5, $6)', order);
    },

    /** Begins with the next case that was closed more than `days` ago; null when there is none. */
    async beginExpiry(days: number): Promise<string | null> {
      return db.transaction(async (tx) => {
        const [due] = await tx.query<{ id: string; number: string }[]>('select * from cases.next_expired($1)', [days]);
        if (!due) return null;
        const begun: { id: string | null }[] = await tx.query('select cases.begin_expiry($1, $2, $3) as id', [
          due.id,
          days,
          fingerprintsOf(tx, due.number)[0],
        ]);
        return begun[0]?.id ?? null;
      });
    },

    /** Finishes everything that was begun. */
    async finish(): Promise<void> {
      await db.query('select cases.finish_erasures()');
    },

    /** By the number or identifier that the case had. Only for the owner of the schema. */
    async find(reference: string): Promise<Erasure | null> {
      const rows: Erasure[] = await db.query(
        `select id, removed_at as "removedAt", finished_at as "finishedAt", proof,
           encode(sha256(convert_to(proof::text, 'UTF8')), 'hex') as "proofHash" from cases.find_erasure($1, $2)`,
        [reference, fingerprintsOf(db, reference)],
      );
      return rows[0] ?? null;
    },
  };
}
