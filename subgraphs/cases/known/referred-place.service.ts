import { HubError } from '../../../platform/errors/errors.js';
import type { KnownPlaces } from './known-places.read-model.js';

interface Asked {
  readonly caseId: string;
  readonly organisationId: string;
  readonly offerId: string | null;
  readonly holdId: string | null;
}

/** The offer that a referral is about, and whether the provider said yes to its hold already. */
export interface ReferredPlace {
  readonly offerId: string | null;
  readonly isAccepted: boolean;
}

/**
 * The place that a case is put before a provider for, once it is known to be that provider's. Throws HOLD_NOT_KNOWN, PROVIDER_NOT_KNOWN or,
 * when the hold has ended, STATE_CONFLICT.
 */
export async function referredPlace(places: KnownPlaces, asked: Asked): Promise<ReferredPlace> {
  if (asked.holdId !== null) return placeOfHold(places, { ...asked, holdId: asked.holdId });
  const isKnown =
    asked.offerId === null
      ? await places.isProvider(asked.organisationId)
      : (await places.findOffer(asked.offerId))?.organisationId === asked.organisationId;
  if (!isKnown) throw new HubError('PROVIDER_NOT_KNOWN');
  return { offerId: asked.offerId, isAccepted: false };
}

async function placeOfHold(
  places: KnownPlaces,
  { caseId, organisationId, offerId, holdId }: Asked & { readonly holdId: string },
): Promise<ReferredPlace> {
  const hold = await places.findHold(caseId, holdId);
  if (!hold) throw new HubError('HOLD_NOT_KNOWN');
  const isOfProvider = hold.organisationId === organisationId && (offerId === null || offerId === hold.offerId);
  if (!isOfProvider) throw new HubError('PROVIDER_NOT_KNOWN');
  if (hold.state !== 'REQUESTED' && hold.state !== 'ACTIVE')
    throw new HubError('STATE_CONFLICT', { state: hold.state });
  return { offerId: hold.offerId, isAccepted: hold.state === 'ACTIVE' };
}
