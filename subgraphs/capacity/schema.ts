import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import {
  AgendaQuestion,
  Case,
  Need,
  ResidentialChecklist,
  ThemeAgendaItem,
  type Organisation,
} from './borrowed-types.js';
import { FamilyAccessResolver } from './access-log/family-access.resolver.js';
import { ChangeResolver } from './events/change/change.resolver.js';
import { ClosureRevisionsResolver, OfferClosuresResolver } from './offer/closure/closure-history.resolver.js';
import { IntakeResolver } from './offer/closure/intake.resolver.js';
import { ConfirmationResolver } from './publishing/confirmation/confirmation.resolver.js';
import type { CapacityContext } from './context.js';
import { OfferChangesResolver } from './offer/changes/offer-changes.resolver.js';
import { CaseHoldsResolver, OfferHoldsResolver } from './hold/read/hold-lists.resolver.js';
import { HoldStepsResolver } from './hold/steps/hold-steps.resolver.js';
import { HoldResolver } from './hold/read/hold.resolver.js';
import { toHold } from './hold/read/hold.type.js';
import { DisputeResolver } from './publishing/dispute/dispute.resolver.js';
import { FreshnessBoardResolver } from './availability/freshness-board/freshness-board.resolver.js';
import { ThemeNeedsResolver } from './figures/theme-needs/theme-needs.resolver.js';
import { UnmetNeedResolver } from './figures/unmet-need/unmet-need.resolver.js';
import { WaitingQuartersResolver } from './figures/waiting-quarters/waiting-quarters.resolver.js';
import { WaitingTimesResolver } from './figures/waiting-times.resolver.js';
import { NoticeAddressResolver } from './events/mail/notice-address.resolver.js';
import { NoticeResolver } from './events/notice/notice.resolver.js';
import { OfferResolver } from './offer/offer.resolver.js';
import { toOffer } from './offer/offer.type.js';
import { OrganisationOffersResolver } from './offer/organisation-offers.resolver.js';
import { CaseOptionsResolver } from './options/case-options.resolver.js';
import { ExcludedOffersResolver, OptionsResolver } from './options/options.resolver.js';
import { ChecklistSuggestionsResolver } from './options/suggestions/suggestion.resolver.js';
import { PlacingResolver } from './hold/placing/placing.resolver.js';
import { capacityPolicy } from './policy.js';
import { PublicationResolver } from './publishing/publication/publication.resolver.js';
import { RegistrationResolver } from './publishing/registration/registration.resolver.js';
import { SavedSearchFindResolver, SavedSearchResolver } from './saved-search/saved-search.resolver.js';
import { SubscriptionResolver } from './events/subscription/subscription.resolver.js';
import { WithdrawalResolver } from './publishing/withdrawal/withdrawal.resolver.js';
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
      WaitingTimesResolver,
      WaitingQuartersResolver,
      UnmetNeedResolver,
      ThemeNeedsResolver,
      ConfirmationResolver,
      WithdrawalResolver,
      ExcludedOffersResolver,
      CaseOptionsResolver,
      ChecklistSuggestionsResolver,
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
      FamilyAccessResolver,
      SavedSearchResolver,
      SavedSearchFindResolver,
    ],
    borrowed: [Case, Need, ResidentialChecklist, ThemeAgendaItem, AgendaQuestion],
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
      ResidentialChecklist: (reference: ResidentialChecklist) => reference,
      ThemeAgendaItem: (reference: ThemeAgendaItem) => reference,
    },
    policy: capacityPolicy,
  });
}
