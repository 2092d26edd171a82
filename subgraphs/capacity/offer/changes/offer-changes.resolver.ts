import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, pageRequest, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { noteFamilies } from '../../access-log/family.rules.js';
import type { CapacityContext } from '../../context.js';
import { OfferConnection, toOffer, type Offer } from '../offer.type.js';
import { offerChangeSortValues } from './offer-changes.read-model.js';

/** For those who keep a copy of the offers. */
@Resolver()
export class OfferChangesResolver {
  @Query(() => OfferConnection, {
    nullable: true,
    description:
      'The offers that the caller may see, in an order that stays the same while they are read: all that are given, or with `since` those that changed, retired ones too.',
  })
  async offerChanges(
    @Arg('since', () => GraphQLDateTime, {
      nullable: true,
      description:
        'Only offers of which the offer, its site, a figure, a closure or what is held changed from this moment on, also by the passing of time.',
    })
    since: Date | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CapacityContext,
  ): Promise<Connection<Offer>> {
    const page = pageRequest(args, 2);
    const rows = await services.offerChanges.findPage(caller, since ?? null, page);
    noteFamilies(audit, caller, rows.slice(0, page.first));
    return toConnection(rows, page, offerChangeSortValues, (row) => toOffer(row));
  }

  @Query(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The moment up to which every change of an offer can be seen. Ask for it before `offerChanges`, and pass it as `since` the next time.',
  })
  offerChangesCompleteUntil(@Ctx() { services }: CapacityContext): Promise<Date> {
    return services.offerChanges.findCompleteUntil();
  }
}
