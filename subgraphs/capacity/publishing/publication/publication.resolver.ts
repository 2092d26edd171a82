import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../../offer/offer.type.js';
import { publishMethodOf, publishing } from './publication-terms.js';
import { PublishCapacityInput, toPublishedReport } from './publication.input.js';
import { Publication, PublicationResult, toPublication } from './publication.type.js';

@Resolver(() => PublicationResult)
export class PublicationResolver {
  @Mutation(() => Publication, {
    nullable: true,
    description:
      'Reports what is free, for up to 500 offers of the own organisation at once. Each report has its own outcome, unless all or nothing is asked.',
  })
  async publishCapacity(
    @Arg('input', () => PublishCapacityInput, { description: 'The figures.' }) input: PublishCapacityInput,
    @Ctx() context: CapacityContext,
  ): Promise<Publication> {
    const { idempotencyKey: key, isRehearsal, asOf, isAtomic } = input;
    const { answer, isReplay } = await context.once(
      { operation: 'publishCapacity', key, input },
      { ...publishing, isRehearsal },
      ({ publications }) => {
        const reports = input.reports.map(toPublishedReport);
        return publications.publish(context.caller, {
          asOf,
          isAtomic,
          method: publishMethodOf(context.caller),
          reports,
        });
      },
    );
    return toPublication(answer, isReplay, input.reports, context.caller.language);
  }

  @FieldResolver(() => Offer, {
    nullable: true,
    description: 'The offer as it stands now, with its availability; null when the key is unknown.',
  })
  async offer(@Root() { offerId }: PublicationResult, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = offerId === null ? null : await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
