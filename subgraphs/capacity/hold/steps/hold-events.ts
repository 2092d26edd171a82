import type { HubEvent } from '../../../../platform/outbox/outbox.js';

/** What happened to a hold or to a case that waits, of whom and to whom. */
export interface Happening {
  readonly offerId: string;
  readonly organisationId: string;
  readonly region: string | null;
  readonly placedBy: string | null;
}

export type HoldEventKind = 'requested' | 'accepted' | 'refused' | 'released' | 'expired' | 'converted' | 'prolonged';

/** The event of a hold, for its provider, for the region of its case and for who placed it. */
export function holdEvent(kind: HoldEventKind, { holdId, ...of }: Happening & { readonly holdId: string }): HubEvent {
  return eventOf(`hold.${kind}`, of, { holdId, offerId: of.offerId });
}

export function waitlistEvent(
  kind: 'joined' | 'offered' | 'left',
  { entryId, ...of }: Happening & { readonly entryId: string },
): HubEvent {
  return eventOf(`waitlist.${kind}`, of, { entryId, offerId: of.offerId });
}

function eventOf(kind: string, { organisationId, region, placedBy }: Happening, data: HubEvent['data']): HubEvent {
  return { kind, organisationId, region, subject: placedBy, data };
}
