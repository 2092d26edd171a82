import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { Case } from '../../borrowed-types.js';
import type { CapacityContext } from '../../context.js';
import { Offer } from '../../offer/offer.type.js';
import { holdPage } from './hold-page.js';
import { holdSortValues, type HoldParent } from './hold.read-model.js';
import { HoldConnection, toHold, type Hold } from './hold.type.js';

/** One page of the holds of an offer or a case. */
async function holdsOf(
  parent: HoldParent,
  id: string,
  args: PageArgs,
  { loaders, audit }: CapacityContext,
): Promise<Connection<Hold>> {
  const page = holdPage(args);
  const rows = isUuid(id) ? ((await loaders.holdsOf(parent, page).load(id)) ?? []) : [];
  const found = toConnection(rows, page, holdSortValues, toHold);
  if (parent === 'case' && isUuid(id)) audit.read('Case', [id]);
  audit.readNodes('Hold', found);
  return found;
}

/** What holds add to an offer. */
@Resolver(() => Offer)
export class OfferHoldsResolver {
  @FieldResolver(() => HoldConnection, {
    nullable: true,
    description:
      'The holds of this offer that the caller may see, newest first: the provider all, others those for their cases.',
  })
  holds(
    @Root() { id }: Offer,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: CapacityContext,
  ): Promise<Connection<Hold>> {
    return holdsOf('offer', id, args, context);
  }
}

/** What holds add to a case. */
@Resolver(() => Case)
export class CaseHoldsResolver {
  @FieldResolver(() => HoldConnection, {
    nullable: true,
    description: 'The holds that were placed for this case, newest first.',
  })
  holds(
    @Root() { id }: Case,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: CapacityContext,
  ): Promise<Connection<Hold>> {
    return holdsOf('case', id, args, context);
  }
}
