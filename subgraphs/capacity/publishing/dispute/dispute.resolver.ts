import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../../offer/offer.type.js';
import { disputePage, disputeSortValues } from './dispute.store.js';
import { Dispute, DisputeAnswer, DisputeCapacityInput, DisputeConnection, toDispute } from './dispute.type.js';

@Resolver(() => Dispute)
export class DisputeResolver {
  @Mutation(() => DisputeAnswer, {
    nullable: true,
    description:
      'Tells that somebody phoned and heard otherwise: the figure is marked as disputed until the provider gives a newer one. Who tells it again meanwhile is given the dispute that is open.',
  })
  async disputeCapacity(
    @Arg('input', () => DisputeCapacityInput, { description: 'What was heard.' }) input: DisputeCapacityInput,
    @Ctx() { caller, services, ...context }: CapacityContext,
  ): Promise<DisputeAnswer> {
    const { idempotencyKey: key, offerId, claim, note = null } = input;
    const request = { operation: 'disputeCapacity', key, input };
    const { answer, isReplay } = await context.once(request, {}, ({ disputes }) =>
      disputes.dispute(caller, { offerId, claim, note }),
    );
    return { dispute: toDispute(await services.disputes.findOwn(caller, answer)), isReplay };
  }

  @Query(() => DisputeConnection, {
    nullable: true,
    description: 'What others heard about the own offers, the newest first.',
  })
  async disputes(
    @Arg('isOpen', () => Boolean, {
      nullable: true,
      description: 'Only those that wait for an answer, or only others.',
    })
    isOpen: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Connection<Dispute>> {
    const page = disputePage(args);
    return toConnection(
      await services.disputes.findPage(caller, isOpen ?? null, page),
      page,
      disputeSortValues,
      toDispute,
    );
  }

  @FieldResolver(() => Offer, { nullable: true, description: 'The offer whose figure is disputed.' })
  async offer(@Root() { offerId }: Dispute, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
