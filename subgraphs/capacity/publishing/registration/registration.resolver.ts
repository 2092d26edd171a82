import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../../offer/offer.type.js';
import { publishing } from '../publication/publication-terms.js';
import { toRowError } from '../../../../platform/input/row-error.type.js';
import { RegisterOffersInput } from './registration.input.js';
import { OfferRegistration, OfferRegistrationResult } from './registration.type.js';

@Resolver(() => OfferRegistrationResult)
export class RegistrationResolver {
  @Mutation(() => OfferRegistration, {
    nullable: true,
    description:
      'Registers, changes or ends up to 500 own offers by their own keys. Each has its own outcome, unless all or nothing is asked.',
  })
  async registerOffers(
    @Arg('input', () => RegisterOffersInput, { description: 'The offers.' }) input: RegisterOffersInput,
    @Ctx() { caller, ...context }: CapacityContext,
  ): Promise<OfferRegistration> {
    const { idempotencyKey: key, isRehearsal, isAtomic, offers } = input;
    const { answer, isReplay } = await context.once(
      { operation: 'registerOffers', key, input },
      { ...publishing, isRehearsal },
      ({ registrations }) => registrations.register(caller, offers, isAtomic),
    );
    const results = answer.map(({ outcome, offerId, fault }, index) => {
      const offerKey = offers[index]?.key ?? '';
      return { offerKey, outcome, offerId, error: fault && toRowError(fault, caller.language) };
    });
    return { isReplay, results };
  }

  @FieldResolver(() => Offer, {
    nullable: true,
    description: 'The offer as it stands now; null when the key is unknown, and in a rehearsal of a new one.',
  })
  async offer(
    @Root() { offerId }: OfferRegistrationResult,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<Offer | null> {
    const row = offerId === null ? null : await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
