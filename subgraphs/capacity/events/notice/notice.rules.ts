import type { Role } from '../../../../platform/identity/caller.js';
import type { OutboxEvent } from '../../../../platform/outbox/consumer.js';
import type { ToldData } from '../change/change.read-model.js';
import { NoticeKind } from './notice-kind.js';

/** Who is told: one person, or everybody with a role in an organisation or in a region. */
interface Recipient {
  readonly subject?: string;
  readonly role?: Role;
  readonly organisationId?: string;
  readonly region?: string;
}

/** What a notice may be about, besides offers. */
type Told = Readonly<
  Record<
    'holdId' | 'entryId' | 'subscriptionId' | 'breakGlassId' | 'referralId' | 'networkRequestId',
    string | undefined
  >
>;

/** A notice for one recipient. */
export interface NewNotice extends Told, Recipient {
  readonly eventId: string;
  readonly kind: NoticeKind;
  readonly offerIds: readonly string[];
  readonly createdAt: Date;
}

/** Roles that are told something together. */
export const toldRoles: readonly Role[] = ['provider-planner', 'case-owner', 'care-broker', 'privacy-officer'];

type Recipients = (event: OutboxEvent) => readonly Recipient[];

const whoPlacedIt: Recipients = ({ subject }) => (subject === null ? [] : [{ subject }]);
const planners: Recipients = ({ organisationId }) =>
  organisationId === null ? [] : [{ role: 'provider-planner', organisationId }];
/** Each as far as there is one: a case may have no owner among the organisations. */
const ownerAndOfficers: Recipients = ({ region, data }) => {
  const organisationId = data['ownerOrganisationId'];
  return [
    ...(typeof organisationId === 'string' ? [{ role: 'case-owner', organisationId } as const] : []),
    ...(region === null ? [] : [{ role: 'privacy-officer', region } as const]),
  ];
};

/** Whoever has the case since and did not before: its owner, the brokers of its region, or both. */
const newHolders: Recipients = ({ region, data }) => {
  const organisationId = data['toOrganisationId'];
  return [
    ...(typeof organisationId === 'string' ? [{ role: 'case-owner', organisationId } as const] : []),
    ...(region === null ? [] : [{ role: 'care-broker', region } as const]),
  ];
};

/** The planners of every organisation that takes part in the team before which a question lies. */
const plannersOfTeam: Recipients = ({ data }) => {
  const { organisationIds = [] } = data as ToldData;
  return organisationIds.map((organisationId) => ({ role: 'provider-planner', organisationId }));
};
/** Besides these the brokers of the region, who settle what a team cannot. */
const teamAndBrokers: Recipients = (event) => [
  ...plannersOfTeam(event),
  ...(event.region === null ? [] : [{ role: 'care-broker', region: event.region } as const]),
];

/** Of which events people are told, and who. */
const told: Readonly<Record<string, readonly [NoticeKind, Recipients]>> = {
  'hold.accepted': ['HOLD_ACCEPTED', whoPlacedIt],
  'hold.refused': ['HOLD_REFUSED', whoPlacedIt],
  'hold.expired': ['HOLD_EXPIRED', whoPlacedIt],
  'waitlist.offered': ['WAITLIST_OFFERED', whoPlacedIt],
  'hold.prolonged': ['HOLD_PROLONGED', planners],
  'hold.requested': ['HOLD_REQUESTED', planners],
  'figure.stale': ['FIGURE_STALE', planners],
  'figure.disputed': ['FIGURE_DISPUTED', planners],
  'subscription.suspended': ['SUBSCRIPTION_SUSPENDED', planners],
  'referral.made': ['REFERRAL_MADE', planners],
  'referral.withdrawn': ['REFERRAL_WITHDRAWN', planners],
  'case.handed-over': ['CASE_RECEIVED', newHolders],
  'network-request.asked': ['NETWORK_ASKED', plannersOfTeam],
  'network-request.handed-on': ['NETWORK_ASKED', plannersOfTeam],
  'network-request.escalated': ['NETWORK_ESCALATED', teamAndBrokers],
  'network-request.overdue': ['NETWORK_OVERDUE', teamAndBrokers],
  'search.found': ['SEARCH_FOUND', whoPlacedIt],
  'break-glass.opened': ['BREAK_GLASS_OPENED', ownerAndOfficers],
};

/** The notices that follow from an event; none when nobody is to be told. */
export function noticesOf(event: OutboxEvent): NewNotice[] {
  const [kind, recipients] = told[event.kind] ?? [];
  if (kind === undefined || recipients === undefined) return [];
  const { offerId, offerIds, holdId, entryId, subscriptionId, breakGlassId, referralId, networkRequestId } =
    event.data as ToldData;
  const notice = {
    ...{ holdId, entryId, subscriptionId, breakGlassId, referralId, networkRequestId, kind },
    eventId: event.eventId,
    offerIds: offerIds ?? (offerId === undefined ? [] : [offerId]),
    createdAt: event.occurredAt,
  };
  return recipients(event).map((recipient) => ({ ...notice, ...recipient }));
}
