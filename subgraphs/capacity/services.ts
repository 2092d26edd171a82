import type { EntityManager } from '../../platform/database.js';
import { availabilityReadModel } from './availability/availability.read-model.js';
import { closureStore } from './closure/closure.store.js';
import type { CapacityConfig } from './config.js';
import { offerStore } from './offer/offer.store.js';
import { optionsReadModel } from './options/options.read-model.js';
import { optionsService } from './options/options.service.js';
import { capacityReportStore } from './report/capacity-report.store.js';
import { siteStore } from './site/site.store.js';

/** Everything that capacity can do, wired to one database handle: a pool or a transaction. */
export function capacityServices(db: EntityManager, config: CapacityConfig) {
  const offers = offerStore(db);
  return {
    offers,
    sites: siteStore(db),
    reports: capacityReportStore(db),
    closures: closureStore(db),
    availability: availabilityReadModel(db, config.freshness),
    options: optionsService(optionsReadModel(db, config.freshness), offers),
  };
}

export type CapacityServices = ReturnType<typeof capacityServices>;
