import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, pageSize } from '../../../platform/paging/pages.js';
import type { CapacityContext } from '../context.js';
import { toOffer } from '../offer/offer.type.js';
import { checkNeed, completeNeed } from './need/need.rules.js';
import { NeedInput } from './need/need.input.js';
import { ExcludedOffers, MissingSourceList, OfferList, OptionConnection } from './option.type.js';

@ArgsType()
class FirstArgs {
  @Field(() => Int, { defaultValue: 10, description: 'How many at the most, 1 to 100.' })
  first!: number;
}

/** The search without a case, and the lists that hang on every search. */
@Resolver(() => OptionConnection)
export class OptionsResolver {
  @Query(() => OptionConnection, {
    nullable: true,
    description: 'The options for a need that belongs to no case: the one phone call.',
  })
  options(
    @Arg('need', () => NeedInput, { description: 'What help is needed, in codes only.' }) input: NeedInput,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, audit }: CapacityContext,
  ): Promise<OptionConnection> {
    const need = completeNeed(input);
    checkNeed(need);
    audit.searched();
    return loaders.searches.load({ need, ...page, caseId: null, mustKnowPostcodes: true });
  }

  @FieldResolver(() => MissingSourceList, {
    description: 'Organisations with an otherwise suitable offer whose figure is stale or was never given.',
  })
  missingSources(
    @Root() { missing }: OptionConnection,
    @Args(() => FirstArgs) { first }: FirstArgs,
  ): MissingSourceList {
    return { totalCount: missing.length, nodes: missing.slice(0, pageSize(first)) };
  }
}

@Resolver(() => ExcludedOffers)
export class ExcludedOffersResolver {
  @FieldResolver(() => OfferList, { description: 'The offers that fell out, by title; at most 100.' })
  async offers(
    @Root() { offerIds, offerCount }: ExcludedOffers,
    @Args(() => FirstArgs) { first }: FirstArgs,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<OfferList> {
    const rows = await Promise.all(offerIds.slice(0, pageSize(first)).map((id) => loaders.offers.load(id)));
    return { totalCount: offerCount, nodes: rows.filter((row) => row !== null).map((row) => toOffer(row)) };
  }
}
