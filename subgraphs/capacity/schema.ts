import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { Case, Need, type Organisation } from './borrowed-types.js';
import { ChangeResolver } from './change/change.resolver.js';
import { ClosureRevisionsResolver, OfferClosuresResolver } from './closure/closure-history.resolver.js';
import { IntakeResolver } from './closure/intake.resolver.js';
import { ConfirmationResolver } from './confirmation/confirmation.resolver.js';
import type { CapacityContext } from './context.js';
import { OfferChangesResolver } from './offer-changes/offer-changes.resolver.js';
import { CaseHoldsResolver, OfferHoldsResolver } from './hold/hold-lists.resolver.js';
import { HoldStepsResolver } from './hold-steps/hold-steps.resolver.js';
import { HoldResolver } from './hold/hold.resolver.js';
import { toHold } from './hold/hold.type.js';
import { DisputeResolver } from './dispute/dispute.resolver.js';
import { FreshnessBoardResolver } from './freshness-board/freshness-board.resolver.js';
import { NoticeAddressResolver } from './mail/notice-address.resolver.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { OfferResolver } from './offer/offer.resolver.js';
import { toOffer } from './offer/offer.type.js';
import { OrganisationOffersResolver } from './offer/organisation-offers.resolver.js';
import { CaseOptionsResolver } from './options/case-options.resolver.js';
import { ExcludedOffersResolver, OptionsResolver } from './options/options.resolver.js';
import { PlacingResolver } from './placing/placing.resolver.js';
import { capacityPolicy } from './policy.js';
import { PublicationResolver } from './publication/publication.resolver.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { SubscriptionResolver } from './subscription/subscription.resolver.js';
import { WithdrawalResolver } from './withdrawal/withdrawal.resolver.js';
import { CaseWaitlistResolver, WaitlistResolver } from './waitlist/waitlist.resolver.js';

/** The schema of capacity: what providers can offer now. */
export function buildCapacitySchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema<CapacityContext>({
    resolvers: [
      OfferResolver,
      OfferChangesResolver,
      OrganisationOffersResolver,
      OptionsResolver,
      PublicationResolver,
      RegistrationResolver,
      IntakeResolver,
      OfferClosuresResolver,
      ClosureRevisionsResolver,
      DisputeResolver,
      FreshnessBoardResolver,
      ConfirmationResolver,
      WithdrawalResolver,
      ExcludedOffersResolver,
      CaseOptionsResolver,
      ChangeResolver,
      HoldResolver,
      HoldStepsResolver,
      OfferHoldsResolver,
      CaseHoldsResolver,
      PlacingResolver,
      WaitlistResolver,
      CaseWaitlistResolver,
      SubscriptionResolver,
      NoticeResolver,
      NoticeAddressResolver,
    ],
    borrowed: [Case, Need],
    references: {
      Offer: async ({ id }: { id: string }, { loaders }) => {
        const row = isUuid(id) ? await loaders.offers.load(id) : null;
        return row && toOffer(row);
      },
      Hold: async ({ id }: { id: string }, { loaders }) => {
        const row = isUuid(id) ? await loaders.holds.load(id) : null;
        return row && toHold(row);
      },
      Organisation: ({ id }: Organisation) => (isUuid(id) ? { id } : null),
      Case: (reference: Case) => reference,
    },
    policy: capacityPolicy,
  });
}
