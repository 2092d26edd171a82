import type { DataSource } from '../../platform/database/database.js';
import { erasureStore, type Erasure } from '../../subgraphs/cases/erasure/erasure.store.js';
import { findSubject } from './data-subject.js';
import type { Ordered } from './orders.js';

/** How an order to erase ended. */
export type Erased =
  | { readonly kind: 'erased' | 'erased before'; readonly erasure: Erasure }
  | { readonly kind: 'held'; readonly liveHolds: number }
  | { readonly kind: 'unknown' };

/** Erases a case, or finishes what broke off before. Refuses while a place is held for it, unless that may be given up. */
export async function eraseCase(
  db: DataSource,
  reference: string,
  { actor, orderedBy }: Ordered,
  releasesHolds: boolean,
): Promise<Erased> {
  const subject = await findSubject(db, reference);
  if (!subject) return findErased(db, reference, 'erased before');
  const liveHolds = await countLiveHolds(db, subject.caseId);
  if (liveHolds > 0 && !releasesHolds) return { kind: 'held', liveHolds };
  await erasureStore(db.manager).begin({ ...subject, actor, orderedBy, releasesHolds });
  return findErased(db, reference, 'erased');
}

/** The proof of a case that is not there any more; what broke off before is finished first. */
export async function findErased(db: DataSource, reference: string, kind: 'erased' | 'erased before'): Promise<Erased> {
  const erasures = erasureStore(db.manager);
  await erasures.finish();
  const erasure = await erasures.find(reference);
  return erasure ? { kind, erasure } : { kind: 'unknown' };
}

async function countLiveHolds(db: DataSource, caseId: string): Promise<number> {
  const rows: { live: number }[] = await db.query('select capacity.live_holds($1) as live', [caseId]);
  return rows[0]?.live ?? 0;
}

export function describeErased(erased: Erased): string {
  switch (erased.kind) {
    case 'unknown':
      return 'There is no such case, and none was erased by this number or identifier.';
    case 'held':
      return `${erased.liveHolds} places are held for this case at this moment. Release them first, or add --release-holds. Nothing was erased.`;
    default:
      return describeProof(erased.kind, erased.erasure);
  }
}

function describeProof(kind: string, { removedAt, proof, proofHash }: Erasure): string {
  const when = kind === 'erased' ? 'Erased' : `Erased before, at ${removedAt.toISOString()}`;
  return `${when}. Keep this proof; the audit holds its hash, ${proofHash ?? ''}:\n${JSON.stringify(proof, null, 2)}`;
}
