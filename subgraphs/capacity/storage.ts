import { knowsStepsStatements } from '../../platform/outbox/outbox.sql.js';
import type { SubgraphStorage } from '../../platform/database/database.js';
import { ClosureRevisionRow } from './offer/closure/closure-revision.entity.js';
import { ClosureRow } from './offer/closure/closure.entity.js';
import { DisputeRow } from './publishing/dispute/dispute.entity.js';
import { Capacity1700000000001 } from './migrations/0001-capacity.js';
import { Publishing1700000000002 } from './migrations/0002-publishing.js';
import { Holds1700000000003 } from './migrations/0003-holds.js';
import { Registration1700000000004 } from './migrations/0004-registration.js';
import { HoldStates1700000000005 } from './migrations/0005-hold-states.js';
import { Events1700000000006 } from './migrations/0006-events.js';
import { Exchange1700000000007 } from './migrations/0007-exchange.js';
import { OneDispute1700000000010 } from './migrations/0010-one-dispute.js';
import { UnendedHolds1700000000011 } from './migrations/0011-unended-holds.js';
import { MailSubject1700000000012 } from './migrations/0012-mail-subject.js';
import { CaseTables1700000000013 } from './migrations/0013-case-tables.js';
import { Rights1700000000014 } from './migrations/0014-rights.js';
import { UserNames1700000000020 } from './migrations/0020-user-names.js';
import { KnownPlaces1700000000023 } from './migrations/0023-known-places.js';
import { Placements1700000000028 } from './migrations/0028-placements.js';
import { FamilyAccesses1700000000041 } from './migrations/0041-family-accesses.js';
import { ReferralsTold1700000000040 } from './migrations/0040-referrals-told.js';
import { RungOfOffer1700000000022 } from './migrations/0022-rung-of-offer.js';
import { KeptCases1700000000025 } from './migrations/0025-kept-cases.js';
import { BreakGlassNotices1700000000024 } from './migrations/0024-break-glass-notices.js';
import { UnmetNeeds1700000000030 } from './migrations/0030-unmet-needs.js';
import { ToldWaits1700000000031 } from './migrations/0031-told-waits.js';
import { HandOverNotices1700000000036 } from './migrations/0036-hand-over-notices.js';
import { NetworkNotices1700000000045 } from './migrations/0045-network-notices.js';
import { capacityErasure } from './erasure/erasure.sql.js';
import { SavedSearches1700000000050 } from './migrations/0050-saved-searches.js';
import { capacitySealed } from './sealed.js';
import { capacityPersonalData } from './personal-data.js';
import { OfferRow } from './offer/offer.entity.js';
import { CapacityReportRow } from './report/capacity-report.entity.js';
import { SiteRow } from './offer/site/site.entity.js';

/** What capacity keeps: sites, offers, what was reported of them, closures and holds. */
export const capacityStorage: SubgraphStorage = {
  schema: 'capacity',
  entities: [SiteRow, OfferRow, CapacityReportRow, ClosureRow, ClosureRevisionRow, DisputeRow],
  migrations: [
    Capacity1700000000001,
    Publishing1700000000002,
    Holds1700000000003,
    Registration1700000000004,
    HoldStates1700000000005,
    Events1700000000006,
    Exchange1700000000007,
    OneDispute1700000000010,
    UnendedHolds1700000000011,
    MailSubject1700000000012,
    CaseTables1700000000013,
    Rights1700000000014,
    UserNames1700000000020,
    RungOfOffer1700000000022,
    KnownPlaces1700000000023,
    BreakGlassNotices1700000000024,
    KeptCases1700000000025,
    Placements1700000000028,
    UnmetNeeds1700000000030,
    ToldWaits1700000000031,
    HandOverNotices1700000000036,
    ReferralsTold1700000000040,
    FamilyAccesses1700000000041,
    NetworkNotices1700000000045,
    SavedSearches1700000000050,
  ],
  personalData: capacityPersonalData,
  sealed: capacitySealed,
  functions: [...capacityErasure, ...knowsStepsStatements('capacity')],
};
