import type { EntityManager } from '../../platform/database/database.js';
import { emit, type HubEvent } from '../../platform/outbox/outbox.js';
import { familyAccessReadModel } from './access-log/family-access.read-model.js';
import { availabilityReadModel } from './availability/availability.read-model.js';
import { changeReadModel } from './events/change/change.read-model.js';
import { changeService } from './events/change/change.service.js';
import { closureStore } from './offer/closure/closure.store.js';
import { intakeService } from './offer/closure/intake.service.js';
import { intakeStore } from './offer/closure/intake.store.js';
import { confirmationService } from './publishing/confirmation/confirmation.service.js';
import { confirmationStore } from './publishing/confirmation/confirmation.store.js';
import type { CapacityConfig } from './config.js';
import { disputeService } from './publishing/dispute/dispute.service.js';
import { disputeStore } from './publishing/dispute/dispute.store.js';
import { unmetNeedReadModel } from './figures/unmet-need/unmet-need.read-model.js';
import { unmetNeedFigureService } from './figures/unmet-need/unmet-need.service.js';
import { waitingQuartersReadModel } from './figures/waiting-quarters/waiting-quarters.read-model.js';
import { waitingQuartersService } from './figures/waiting-quarters/waiting-quarters.service.js';
import { waitingTimesReadModel } from './figures/waiting-times.read-model.js';
import { waitingTimesService } from './figures/waiting-times.service.js';
import { freshnessBoardReadModel } from './availability/freshness-board/freshness-board.read-model.js';
import { freshnessBoardService } from './availability/freshness-board/freshness-board.service.js';
import { mailStore } from './events/mail/mail.store.js';
import { noticeAddressService } from './events/mail/notice-address.service.js';
import { noticeAddressStore } from './events/mail/notice-address.store.js';
import { noticeService } from './events/notice/notice.service.js';
import { noticeStore } from './events/notice/notice.store.js';
import { offerChangesReadModel } from './offer/changes/offer-changes.read-model.js';
import { holdReadModel } from './hold/read/hold.read-model.js';
import { holdService } from './hold/steps/hold-steps.service.js';
import { offerStore } from './offer/offer.store.js';
import { importReadModel } from './import/import.read-model.js';
import { importService } from './import/import.service.js';
import { optionsReadModel } from './options/options.read-model.js';
import { optionsService } from './options/options.service.js';
import { unmetNeedService } from './options/unmet/unmet-need.service.js';
import { unmetNeedStore } from './options/unmet/unmet-need.store.js';
import { suggestionReadModel } from './options/suggestions/suggestion.read-model.js';
import { placingService } from './hold/placing/placing.service.js';
import { publicationService } from './publishing/publication/publication.service.js';
import { publicationStore } from './publishing/publication/publication.store.js';
import { registrationService } from './publishing/registration/registration.service.js';
import { registrationStore } from './publishing/registration/registration.store.js';
import { capacityReportStore } from './report/capacity-report.store.js';
import { siteStore } from './offer/site/site.store.js';
import { withdrawalService } from './publishing/withdrawal/withdrawal.service.js';
import { withdrawalStore } from './publishing/withdrawal/withdrawal.store.js';
import { savedSearchService } from './saved-search/saved-search.service.js';
import { savedSearchStore } from './saved-search/saved-search.store.js';
import { subscriptionService } from './events/subscription/subscription.service.js';
import { subscriptionStore } from './events/subscription/subscription.store.js';
import { waitlistReadModel } from './waitlist/waitlist.read-model.js';
import { waitlistService } from './waitlist/waitlist.service.js';

/** Everything that capacity can do, wired to one database handle, a pool or a transaction, and to one for what may be some seconds old. */
export function capacityServices(db: EntityManager, config: CapacityConfig, searching = db) {
  const offers = offerStore(db);
  const emitEvents = (events: readonly HubEvent[]): Promise<void> => emit(db, events);
  const reporting = publicationStore(db);
  const publications = publicationService(reporting, emitEvents);
  return {
    offers,
    familyAccesses: familyAccessReadModel(db),
    sites: siteStore(db),
    reports: capacityReportStore(db),
    offerChanges: offerChangesReadModel(db, config.freshness),
    closures: closureStore(db),
    intakes: intakeService(intakeStore(db), emitEvents),
    disputes: disputeService(disputeStore(db), emitEvents),
    freshnessBoards: freshnessBoardService(freshnessBoardReadModel(searching, config.freshness)),
    waitingTimes: waitingTimesService(waitingTimesReadModel(searching)),
    waitingQuarters: waitingQuartersService(waitingQuartersReadModel(searching)),
    availability: availabilityReadModel(db, config.freshness),
    changes: changeService(changeReadModel(db)),
    confirmations: confirmationService(confirmationStore(db), reporting, emitEvents),
    withdrawals: withdrawalService(withdrawalStore(db), reporting, emitEvents),
    registrations: registrationService(registrationStore(db), reporting, emitEvents),
    holdLists: holdReadModel(db),
    holds: holdService(db, config),
    placing: placingService(db, config),
    notices: noticeService(noticeStore(db)),
    noticeAddresses: noticeAddressService(
      { addresses: noticeAddressStore(db), mails: mailStore(db) },
      config.mail !== null,
    ),
    waitlists: waitlistReadModel(db, config.freshness),
    waiting: waitlistService(db, config),
    subscriptions: subscriptionService(subscriptionStore(db), config.webhooks),
    publications,
    imports: importService(importReadModel(db), publications),
    suggestions: suggestionReadModel(searching, config.freshness),
    options: optionsService(optionsReadModel(searching, config.freshness), offerStore(searching)),
    savedSearches: savedSearchService(savedSearchStore(db)),
    unmetNeeds: unmetNeedService(unmetNeedStore(db)),
    unmetNeedFigures: unmetNeedFigureService(unmetNeedReadModel(searching)),
  };
}

export type CapacityServices = ReturnType<typeof capacityServices>;
