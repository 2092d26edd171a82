import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { assertMayBegin } from '../../access/work.rules.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import type { ResidentialGate } from '../../checklist/residential-gate.js';
import type { KnownPlaces } from '../../known/known-places.read-model.js';
import { pastMoment } from '../../lists/moments.rules.js';
import type { ReferralReadModel } from '../../referral/reading/referral.read-model.js';
import { nothingTold, withProduct, type GivenProduct } from '../product/product.rules.js';
import type { ProductStore } from '../product/product.store.js';
import { assertCareBegins, placedRung } from './placement-steps.rules.js';
import type { NewPlacement, PlacementStepsStore } from './placement-steps.store.js';

/** What is asked: by the referral that the provider accepted, by a hold, or by neither for care in the own network. */
export interface AskedPlacement {
  readonly caseId: string;
  readonly referralId: string | null;
  readonly holdId: string | null;
  readonly rung: LadderRung | null;
  readonly isSecondary: boolean;
  readonly allocatedAt: Date | null;
  /** What of it was told in the words of iJw; null where nothing was. */
  readonly product: GivenProduct | null;
}

interface Parts {
  readonly cases: CaseReadModel;
  readonly gate: ResidentialGate;
  readonly places: KnownPlaces;
  readonly referrals: ReferralReadModel;
  readonly placements: PlacementStepsStore;
  readonly products: ProductStore;
}

type Place = Pick<NewPlacement, 'organisationId' | 'offerId' | 'holdId'> & { readonly rung: LadderRung | null };

const ownNetwork: Place = { organisationId: null, offerId: null, holdId: null, rung: null };

/** Allocates care to the child of a case, in the transaction of the request. */
export function allocationService({ cases, gate, places, referrals, placements, products }: Parts) {
  const ofHold = async (caseId: string, holdId: string): Promise<Place> => {
    const hold = isUuid(holdId) ? await places.findHold(caseId, holdId) : null;
    if (!hold) throw new HubError('HOLD_NOT_KNOWN');
    assertCareBegins(hold.state);
    return { ...hold, holdId };
  };

  const ofReferral = async (caller: Caller, caseId: string, referralId: string): Promise<Place> => {
    const referral = (await referrals.findByIds(caller, isUuid(referralId) ? [referralId] : [])).get(referralId);
    if (referral?.caseId !== caseId) throw new HubError('NOT_FOUND');
    if (referral.state !== 'ACCEPTED') throw new HubError('STATE_CONFLICT', { state: referral.state });
    const { organisationId, offerId, holdId } = referral;
    if (holdId !== null) return ofHold(caseId, holdId);
    const rung = offerId === null ? null : ((await places.findOffer(offerId))?.rung ?? null);
    return { organisationId, offerId, holdId, rung };
  };

  return {
    /**
     * Throws NOT_FOUND, CASE_CLOSED, CASE_RESTRICTED, HOLD_NOT_KNOWN, CHECKLIST_INCOMPLETE, PLACED_ALREADY, STATE_CONFLICT or BAD_USER_INPUT.
     */
    async allocate(
      caller: Caller,
      { referralId, holdId, allocatedAt, product, ...asked }: AskedPlacement,
    ): Promise<string> {
      const file = await cases.findOne(caller, asked.caseId);
      assertMayBegin(caller, file);
      if (referralId !== null && holdId !== null)
        throw new HubError('BAD_USER_INPUT', { field: 'holdId', expected: 'null' });
      const place =
        referralId !== null
          ? await ofReferral(caller, file.id, referralId)
          : holdId !== null
            ? await ofHold(file.id, holdId)
            : ownNetwork;
      const rung = placedRung(asked.rung, place);
      await gate.assertPlaced(file.id, place.offerId, rung);
      const now = await placements.now();
      const placementId = await placements.add({
        ...{ caseId: file.id, referralId, isSecondary: asked.isSecondary },
        ...{ organisationId: place.organisationId, offerId: place.offerId, holdId: place.holdId },
        rung,
        allocatedAt: allocatedAt
          ? pastMoment('allocatedAt', allocatedAt, now, { name: 'openedAt', at: file.openedAt })
          : now,
      });
      if (product) await products.write(placementId, withProduct(nothingTold, product));
      return placementId;
    },
  };
}
