import type { Role } from '../../platform/caller.js';
import type { Policy } from '../../platform/policy.js';

const seekers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member'];
export const providers: readonly Role[] = ['provider-planner', 'provider-system'];
const offerReaders = [...seekers, ...providers];
const noticeReaders: readonly Role[] = ['care-broker', 'case-owner', 'provider-planner'];
const changeReaders: readonly Role[] = ['care-broker', 'case-owner', ...providers];
const placers: readonly Role[] = ['care-broker', 'case-owner'];
const holdReaders = [...placers, ...providers];

/**
 * Who may use capacity. Who seeks help sees every offer; a provider sees its own only (the stores hold to that) and never a need.
 * `Case` and what hangs on it is open to those who may have cases; whether they see this case is decided by cases.
 */
export const capacityPolicy: Policy = {
  operations: {
    changesSince: changeReaders,
    notices: noticeReaders,
    unreadNoticeCount: noticeReaders,
    readNotices: noticeReaders,
    noticeAddress: noticeReaders,
    setNoticeAddress: noticeReaders,
    confirmNoticeAddress: noticeReaders,
    eventSubscriptions: providers,
    subscribeToEvents: providers,
    unsubscribeFromEvents: providers,
    offer: offerReaders,
    offers: offerReaders,
    offerChanges: offerReaders,
    offerChangesCompleteUntil: offerReaders,
    options: seekers,
    hold: holdReaders,
    holds: holdReaders,
    holdPlace: placers,
    holdPlaces: placers,
    releaseHold: placers,
    convertHold: placers,
    answerHold: providers,
    publishCapacity: providers,
    confirmCapacity: providers,
    withdrawReport: providers,
    registerOffers: providers,
    closeIntake: providers,
    reopenIntake: providers,
    disputeCapacity: seekers,
    disputes: providers,
    freshnessBoard: ['care-broker', ...providers],
  },
  types: {
    Change: { readers: changeReaders },
    Notice: { readers: noticeReaders },
    NoticesRead: { readers: noticeReaders },
    NoticeAddress: { readers: noticeReaders },
    NoticeAddressChanged: { readers: noticeReaders },
    ChangeConnection: { readers: changeReaders },
    EventSubscription: { readers: providers },
    Subscribed: { readers: providers },
    Unsubscribed: { readers: providers },
    Offer: { readers: offerReaders },
    Site: { readers: offerReaders },
    Availability: { readers: offerReaders },
    Freshness: { readers: offerReaders },
    CapacityReport: { readers: offerReaders, fields: { sequence: providers } },
    Closure: { readers: offerReaders, fields: { note: providers } },
    ClosureRevision: { readers: offerReaders },
    IntakeChange: { readers: providers },
    Dispute: { readers: offerReaders },
    DisputeAnswer: { readers: seekers },
    FreshnessLine: { readers: ['care-broker', ...providers] },
    Publication: { readers: providers },
    PublicationResult: { readers: providers },
    RowError: { readers: providers },
    OfferRegistration: { readers: providers },
    OfferRegistrationResult: { readers: providers },
    Confirmation: { readers: providers },
    SkippedOffer: { readers: providers },
    Withdrawal: { readers: providers },
    Organisation: { readers: [...offerReaders, 'analyst', 'privacy-officer'], fields: { offers: offerReaders } },
    Case: { readers: ['care-broker', 'case-owner'] },
    Hold: { readers: holdReaders, fields: { case: placers } },
    HoldRefusal: { readers: holdReaders },
    HeldPlace: { readers: holdReaders },
    HeldPlaces: { readers: placers },
    Need: { readers: ['care-broker', 'case-owner'] },
    OptionConnection: { readers: seekers },
    OptionEdge: { readers: seekers },
    Reason: { readers: seekers },
    ExcludedOffers: { readers: seekers },
    OfferList: { readers: seekers },
    MissingSource: { readers: seekers },
    MissingSourceList: { readers: seekers },
  },
};
