import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { selectsOnly } from '../../../../platform/subgraph/selects-only.js';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer, type OfferKey } from '../../offer/offer.type.js';
import { publishMethodOf, publishing } from './publication-terms.js';
import { PublishCapacityInput, toPublishedReport } from './publication.input.js';
import { Publication, PublicationResult, toPublication } from './publication.type.js';

/** What is told of an offer without its row. */
const beyondTheRow = new Set(['id', 'availability']);

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
  async offer(
    @Root() { offerId }: PublicationResult,
    @Ctx() { loaders }: CapacityContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Offer | OfferKey | null> {
    if (offerId === null) return null;
    // its sender mostly asks how free the offer is now: five hundred rows need not be read for that
    if (selectsOnly(info, beyondTheRow)) return { id: offerId, assessed: null };
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
