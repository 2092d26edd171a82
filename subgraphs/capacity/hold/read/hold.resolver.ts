import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { Case } from '../../borrowed-types.js';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../../offer/offer.type.js';
import { HoldFilter } from './hold-filter.input.js';
import { holdPage } from './hold-page.js';
import { holdSortValues } from './hold.read-model.js';
import { Hold, HoldConnection, toHold } from './hold.type.js';

@Resolver(() => Hold)
export class HoldResolver {
  @Query(() => Hold, {
    nullable: true,
    description: 'One hold. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async hold(
    @Arg('id', () => ID, { description: 'Identifier of the hold.' }) id: string,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<Hold> {
    const row = isUuid(id) ? await loaders.holds.load(id) : null;
    if (!row) throw new HubError('NOT_FOUND');
    return toHold(row);
  }

  @Query(() => HoldConnection, {
    nullable: true,
    description: 'The holds that the caller may see, newest first: for its cases, or at its own offers.',
  })
  async holds(
    @Arg('filter', () => HoldFilter, { nullable: true, description: 'Narrows the list.' }) filter: HoldFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CapacityContext,
  ): Promise<Connection<Hold>> {
    const page = holdPage(args);
    const { offerId = null, caseId = null, states = null } = filter ?? {};
    const isSomething = [offerId, caseId].every((id) => id === null || isUuid(id));
    const rows = isSomething ? await services.holdLists.findPage(caller, { offerId, caseId, states }, page) : [];
    const found = toConnection(rows, page, holdSortValues, toHold);
    if (caseId !== null && isSomething) audit.read('Case', [caseId]);
    audit.found('Hold', found);
    return found;
  }

  @FieldResolver(() => Offer, { nullable: true, description: 'The offer of which units are held.' })
  async offer(@Root() { offerId }: Hold, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }

  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case for which it was placed; never shown to a provider.',
  })
  case(@Root() { caseId }: Hold, @Ctx() { audit }: CapacityContext): Case | null {
    if (caseId === null) return null;
    audit.read('Case', [caseId]);
    return { id: caseId, need: null };
  }
}
