import type { OutboxEvent } from '../../../../platform/outbox/consumer.js';
import type { ToldData } from '../change/change.read-model.js';
import { NoticeKind } from './notice-kind.js';

/** A notice for one person, or for every planner of one organisation. */
export interface NewNotice extends Pick<ToldData, 'holdId' | 'entryId' | 'subscriptionId'> {
  readonly eventId: string;
  readonly kind: NoticeKind;
  readonly subject: string | null;
  readonly organisationId: string | null;
  readonly offerIds: readonly string[];
  readonly createdAt: Date;
}

type Recipient = 'who placed it' | 'the planners';

/** Of which events people are told, and who. */
const told: Readonly<Record<string, readonly [NoticeKind, Recipient]>> = {
  'hold.accepted': ['HOLD_ACCEPTED', 'who placed it'],
  'hold.refused': ['HOLD_REFUSED', 'who placed it'],
  'hold.expired': ['HOLD_EXPIRED', 'who placed it'],
  'waitlist.offered': ['WAITLIST_OFFERED', 'who placed it'],
  'hold.requested': ['HOLD_REQUESTED', 'the planners'],
  'figure.stale': ['FIGURE_STALE', 'the planners'],
  'figure.disputed': ['FIGURE_DISPUTED', 'the planners'],
  'subscription.suspended': ['SUBSCRIPTION_SUSPENDED', 'the planners'],
};

/** The notice that follows from an event; null when nobody is to be told. */
export function noticeOf(event: OutboxEvent): NewNotice | null {
  const [kind, recipient] = told[event.kind] ?? [];
  if (kind === undefined) return null;
  const subject = recipient === 'who placed it' ? event.subject : null;
  const organisationId = recipient === 'the planners' ? event.organisationId : null;
  if (subject === null && organisationId === null) return null;
  const { offerId, offerIds, ...ids } = event.data as ToldData;
  return {
    ...ids,
    eventId: event.eventId,
    kind,
    subject,
    organisationId,
    offerIds: offerIds ?? (offerId === undefined ? [] : [offerId]),
    createdAt: event.occurredAt,
  };
}
