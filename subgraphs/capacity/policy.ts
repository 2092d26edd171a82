import type { Role } from '../../platform/identity/caller.js';
import { scopes as everyScope, type Scope } from '../../platform/identity/scopes.js';
import type { Policy } from '../../platform/policy/policy.js';

const seekers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member'];
export const providers: readonly Role[] = ['provider-planner', 'provider-system'];
const offerReaders = [...seekers, ...providers];
const noticeReaders: readonly Role[] = ['care-broker', 'case-owner', 'provider-planner', 'privacy-officer'];
const changeReaders: readonly Role[] = ['care-broker', 'case-owner', ...providers];
const placers: readonly Role[] = ['care-broker', 'case-owner'];
const holdReaders = [...placers, ...providers];
const boardReaders: readonly Role[] = ['care-broker', ...providers];

const figureReaders: readonly Role[] = ['care-broker', 'analyst'];
const reviewers: readonly Role[] = ['provider-planner', 'privacy-officer'];

const offersRead: Scope = 'registers/capacity/offers:read';
const holdsRead: Scope = 'registers/capacity/holds:read';
const holdsWrite: Scope = 'registers/capacity/holds:write';
const publish: Scope = 'registers/capacity/offers:publish';
const subscribe: Scope = 'registers/capacity/events:subscribe';
const eventsRead: Scope = 'registers/capacity/events:read';
const needsRead: Scope = 'registers/cases/needs:read';
const ownFigures: readonly Scope[] = [offersRead, publish];

const everyOffer = 'who seeks help: every offer; a provider: own organisation';
const ownOrganisation = 'own organisation';
const ownCases = 'broker: own region; case owner: own organisation';
const caseOrOffer = `${ownCases}; a provider: at its own offers`;
const reviewRows = 'planner: of the own families; privacy officer: all, without the family';
const toldOf =
  'addressed to it; planner: own organisation; emergency access: owner own cases, officer own region; a case that was handed over: owner own organisation, broker own region; questions to the network: planner of a team that was asked, broker own region';
const board = 'broker: own region; a provider: own organisation';
const countedRegion =
  'offers that serve the own region; for an analyst what says too much of few children or providers is withheld';
const countedNeeds =
  'searches of the own region that found nothing; for an analyst what says too much of few children is withheld';
const ownSearches = `the own, of no case or: ${ownCases}`;
const told = 'what it told itself; a provider: told about its own offers';
const changes =
  'broker: every offer and the holds of the own region; case owner: own cases; a provider: own organisation';

/**
 * Who may use capacity. Who seeks help sees every offer; a provider sees its own only (the stores hold to that) and never a need.
 * `Case` and what hangs on it is open to those who may have cases; whether they see this case is decided by cases.
 */
export const capacityPolicy: Policy = {
  operations: [
    { names: ['offer', 'offers', 'offerChanges'], roles: offerReaders, rows: everyOffer, scopes: [offersRead] },
    { names: ['offerChangesCompleteUntil'], roles: offerReaders, rows: 'a moment, no rows', scopes: [offersRead] },
    { names: ['familyAccesses'], roles: reviewers, rows: reviewRows },
    { names: ['options'], roles: seekers, rows: 'every offer that serves the municipality' },
    {
      names: ['hold', 'holds', 'waitlist'],
      roles: holdReaders,
      rows: caseOrOffer,
      scopes: [holdsRead],
    },
    {
      names: ['holdPlace', 'holdPlaces', 'releaseHold', 'convertHold', 'joinWaitlist', 'leaveWaitlist'],
      roles: placers,
      rows: ownCases,
    },
    {
      names: ['answerHold'],
      roles: providers,
      rows: 'addressed to its own offers',
      scopes: [holdsWrite],
    },
    {
      names: ['publishCapacity', 'confirmCapacity', 'withdrawReport', 'registerOffers', 'closeIntake', 'reopenIntake'],
      roles: providers,
      rows: ownOrganisation,
      scopes: [publish],
    },
    {
      names: ['savedSearches', 'saveSearch', 'renewSearch', 'removeSearch'],
      roles: placers,
      rows: ownSearches,
    },
    { names: ['disputeCapacity'], roles: seekers, rows: 'about every offer' },
    { names: ['disputes'], roles: providers, rows: 'told about its own offers', scopes: [offersRead] },
    { names: ['freshnessBoard'], roles: boardReaders, rows: board, scopes: [offersRead] },
    {
      names: ['waitingTimes', 'waitingQuarters'],
      roles: figureReaders,
      rows: countedRegion,
      scopes: ['stats/region:read'],
    },
    { names: ['unmetNeed'], roles: figureReaders, rows: countedNeeds, scopes: ['stats/region:read'] },
    { names: ['changesSince'], roles: changeReaders, rows: changes, scopes: [eventsRead] },
    { names: ['notices', 'unreadNoticeCount', 'readNotices'], roles: noticeReaders, rows: toldOf },
    {
      names: ['noticeAddress', 'setNoticeAddress', 'confirmNoticeAddress'],
      roles: noticeReaders,
      rows: 'the own address',
    },
    {
      names: ['eventSubscriptions', 'subscribeToEvents', 'unsubscribeFromEvents'],
      roles: providers,
      rows: ownOrganisation,
      scopes: [subscribe],
    },
  ],
  types: [
    { names: ['Offer'], roles: offerReaders, rows: everyOffer, scopes: [...ownFigures, holdsRead, needsRead] },
    {
      names: ['Availability', 'Freshness'],
      roles: offerReaders,
      rows: everyOffer,
      scopes: [...ownFigures, holdsRead],
    },
    {
      names: ['CapacityReport', 'Closure', 'ClosureRevision'],
      roles: offerReaders,
      rows: everyOffer,
      scopes: ownFigures,
    },
    {
      names: ['Site'],
      roles: offerReaders,
      rows: `${everyOffer}; of a secret place: own organisation only`,
      scopes: [offersRead],
    },
    {
      names: ['Organisation'],
      roles: [...offerReaders, 'analyst', 'privacy-officer'],
      rows: 'the key only; what it offers: see Organisation.offers',
      scopes: everyScope,
    },
    {
      names: [
        ...['OptionConnection', 'OptionEdge', 'Reason', 'ExcludedOffers', 'OfferList'],
        ...['MissingSource', 'MissingSourceList'],
      ],
      roles: seekers,
      rows: 'of the own search',
    },
    { names: ['FamilyAccess'], roles: reviewers, rows: reviewRows },
    { names: ['ChecklistSuggestion', 'CountedExclusion'], roles: placers, rows: 'of the own search' },
    {
      names: ['Case', 'Need', 'ResidentialChecklist'],
      roles: placers,
      rows: `the key and the need, as cases gives them: ${ownCases}`,
    },
    { names: ['Hold'], roles: holdReaders, rows: caseOrOffer, scopes: [holdsRead, holdsWrite, needsRead] },
    { names: ['HoldRefusal'], roles: holdReaders, rows: caseOrOffer, scopes: [holdsRead, holdsWrite] },
    { names: ['WaitlistEntry', 'WaitlistPassing'], roles: holdReaders, rows: caseOrOffer, scopes: [holdsRead] },
    { names: ['HeldPlace'], roles: holdReaders, rows: 'of the own step', scopes: [holdsWrite] },
    { names: ['SavedSearch', 'SavedSearchFind', 'SavedSearchAnswer'], roles: placers, rows: ownSearches },
    { names: ['HeldPlaces', 'WaitlistAnswer'], roles: placers, rows: 'of the own step' },
    {
      names: [
        ...['Publication', 'PublicationResult', 'RowError', 'OfferRegistration', 'OfferRegistrationResult'],
        ...['Confirmation', 'SkippedOffer', 'Withdrawal', 'IntakeChange'],
      ],
      roles: providers,
      rows: 'of the own request',
      scopes: [publish],
    },
    { names: ['Dispute'], roles: offerReaders, rows: told, scopes: [offersRead] },
    { names: ['DisputeAnswer'], roles: seekers, rows: 'what it told itself' },
    {
      names: ['Figure', 'FigureRow', 'FigureCell', 'FigureLabel'],
      roles: figureReaders,
      rows: countedRegion,
      scopes: ['stats/region:read'],
    },
    {
      names: ['ThemeAgendaItem', 'AgendaQuestion'],
      roles: figureReaders,
      rows: 'the theme and its codes, as people gives them',
      scopes: ['stats/region:read'],
    },
    { names: ['SoughtCount'], roles: figureReaders, rows: countedNeeds, scopes: ['stats/region:read'] },
    { names: ['FreshnessLine'], roles: boardReaders, rows: board, scopes: [offersRead] },
    { names: ['Change', 'ChangeConnection'], roles: changeReaders, rows: changes, scopes: [eventsRead] },
    { names: ['Notice', 'NoticesRead'], roles: noticeReaders, rows: toldOf },
    { names: ['NoticeAddress', 'NoticeAddressChanged'], roles: noticeReaders, rows: 'the own address' },
    {
      names: ['EventSubscription', 'Subscribed', 'Unsubscribed'],
      roles: providers,
      rows: ownOrganisation,
      scopes: [subscribe],
    },
  ],
  fields: [
    { names: ['CapacityReport.sequence', 'Closure.note'], roles: providers, rows: ownOrganisation },
    { names: ['Organisation.offers'], roles: offerReaders, rows: everyOffer },
    { names: ['Hold.case', 'WaitlistEntry.case'], roles: placers, rows: ownCases },
  ],
};
