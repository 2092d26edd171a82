import type { DataSource, EntityManager } from '../../../platform/database.js';
import { inTransaction } from '../../../platform/transaction.js';
import type { CapacityConfig } from '../config.js';
import { serveWaitlist } from '../waitlist-turns/serve-waitlist.js';
import { turnsReadModel } from '../waitlist-turns/turns.read-model.js';
import { concludeHolds, outcome } from '../hold-steps/hold-endings.js';
import { lapseStore } from '../hold-steps/lapse.store.js';

export interface Swept {
  /** Holds whose term had passed and that were ended now. */
  readonly expired: number;
  /** Waiting cases that were offered what is free. */
  readonly offered: number;
}

/** Offers in one transaction, and waiting lists looked at in one go: a sweep stays short, the next comes soon. */
const offersAtOnce = 50;
const batchesAtOnce = 20;

/**
 * Ends the holds whose term has passed, at the instant at which it passed, and offers what is free to the cases that wait for it. Any
 * number of processes may sweep at the same time: each takes the offers that no other is busy with. A hold past its term is EXPIRED and
 * its units are free before any sweep: what the sweep adds is the event, and the next in line.
 */
export async function sweepHolds(db: DataSource, config: CapacityConfig): Promise<Swept> {
  let swept: Swept = { expired: 0, offered: 0 };
  for (let batch = 0; batch < batchesAtOnce; batch++) {
    const { expired, offered } = await inTransaction(db, {}, (tx) => endLapsed(tx, config));
    swept = { expired: swept.expired + expired, offered: swept.offered + offered };
    if (expired === 0) break;
  }
  const offered = await offerWhatIsFree(db, config);
  return { ...swept, offered: swept.offered + offered };
}

async function endLapsed(tx: EntityManager, config: CapacityConfig): Promise<Swept> {
  const holds = lapseStore(tx);
  const offerIds = await holds.lockLapsed(offersAtOnce);
  if (offerIds.length === 0) return { expired: 0, offered: 0 };
  const lapsed = await holds.endLapsed(offerIds);
  const served = await concludeHolds(
    tx,
    config,
    lapsed.map((hold) => outcome.expired(hold, config)),
  );
  return { expired: lapsed.length, offered: served.length };
}

/** Something came free by a report, by the end of a stop on intake or because a case rested long enough. */
async function offerWhatIsFree(db: DataSource, config: CapacityConfig): Promise<number> {
  const offerIds = await turnsReadModel(db.manager, config.freshness).findServable(offersAtOnce);
  if (offerIds.length === 0) return 0;
  return inTransaction(db, {}, async (tx) => {
    const locked = await turnsReadModel(tx, config.freshness).lockServable(offerIds);
    const served = locked.length === 0 ? [] : await serveWaitlist(tx, config, locked);
    return served.length;
  });
}
