import type { DataSource, EntityManager } from '../../../platform/database/database.js';
import { inTransaction } from '../../../platform/database/transaction.js';
import type { CapacityConfig } from '../config.js';
import { serveWaitlist } from '../waitlist/turns/serve-waitlist.js';
import { turnsReadModel } from '../waitlist/turns/turns.read-model.js';
import { concludeHolds, outcome } from './steps/hold-endings.js';
import { lapseStore } from './steps/lapse.store.js';

export interface Swept {
  /** Holds whose term had passed and that were ended now. */
  readonly expired: number;
  /** Waiting cases that were offered what is free. */
  readonly offered: number;
}

/** Offers in one transaction, and waiting lists looked at in one go: a sweep stays short, the next comes soon. */
const offersAtOnce = 50;
const batchesAtOnce = 20;

/** What was swept, and the offers at which it failed, with why. */
interface Round extends Swept {
  readonly failed: ReadonlyMap<string, unknown>;
}

/**
 * Ends the holds whose term has passed, at the instant at which it passed, and offers what is free to the cases that wait for it. Any
 * number of processes may sweep at the same time: each takes the offers that no other is busy with. A hold past its term is EXPIRED and
 * its units are free before any sweep: what the sweep adds is the event, and the next in line. An offer at which it fails holds up no
 * other; when all is done the first failure is thrown.
 */
export async function sweepHolds(db: DataSource, config: CapacityConfig): Promise<Swept> {
  let swept: Round = { expired: 0, offered: 0, failed: new Map() };
  for (let batch = 0; batch < batchesAtOnce; batch++) {
    const offerIds = await lapseStore(db.manager).findLapsed(offersAtOnce, [...swept.failed.keys()]);
    const round = await sweepOffers(db, config, offerIds, endLapsed);
    swept = sum([swept, round]);
    if (round.expired === 0) break;
  }
  const waitedFor = await turnsReadModel(db.manager, config.freshness).findServable(offersAtOnce);
  const { expired, offered, failed } = sum([swept, await sweepOffers(db, config, waitedFor, offerWhatIsFree)]);
  for (const failure of failed.values()) throw failure;
  return { expired, offered };
}

type Work = (tx: EntityManager, config: CapacityConfig, offerIds: readonly string[]) => Promise<Swept>;

/** Does work at offers, under the locks of those that nobody else is busy with: together or, when that fails, one by one. */
async function sweepOffers(
  db: DataSource,
  config: CapacityConfig,
  offerIds: readonly string[],
  work: Work,
): Promise<Round> {
  const [first] = offerIds;
  if (first === undefined) return sum([]);
  try {
    const swept = await inTransaction(db, {}, async (tx) => {
      const locked = await turnsReadModel(tx, config.freshness).lockServable(offerIds);
      return locked.length === 0 ? sum([]) : work(tx, config, locked);
    });
    return { ...swept, failed: new Map() };
  } catch (error) {
    if (offerIds.length === 1) return { ...sum([]), failed: new Map([[first, error]]) };
    const rounds: Round[] = [];
    for (const offerId of offerIds) rounds.push(await sweepOffers(db, config, [offerId], work));
    return sum(rounds);
  }
}

function sum(rounds: readonly Round[]): Round {
  return {
    expired: rounds.reduce((total, { expired }) => total + expired, 0),
    offered: rounds.reduce((total, { offered }) => total + offered, 0),
    failed: new Map(rounds.flatMap(({ failed }) => [...failed])),
  };
}

async function endLapsed(tx: EntityManager, config: CapacityConfig, offerIds: readonly string[]): Promise<Swept> {
  const lapsed = await lapseStore(tx).endLapsed(offerIds);
  const served = await concludeHolds(
    tx,
    config,
    lapsed.map((hold) => outcome.expired(hold, config)),
  );
  return { expired: lapsed.length, offered: served.length };
}

/** Something came free by a report, by the end of a stop on intake or because a case rested long enough. */
async function offerWhatIsFree(tx: EntityManager, config: CapacityConfig, offerIds: readonly string[]): Promise<Swept> {
  return { expired: 0, offered: (await serveWaitlist(tx, config, offerIds)).length };
}
