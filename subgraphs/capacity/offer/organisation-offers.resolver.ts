import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageRequest, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { Organisation } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { offerSortValues } from './offer.store.js';
import { OfferConnection, toOffer, type Offer } from './offer.type.js';

/** What capacity adds to an organisation. */
@Resolver(() => Organisation)
export class OrganisationOffersResolver {
  @FieldResolver(() => OfferConnection, {
    nullable: true,
    description: 'The offers of this organisation that the caller may see, by title.',
  })
  async offers(
    @Root() organisation: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<Connection<Offer>> {
    const page = pageRequest(args, 2);
    const rows = (await loaders.offersOfOrganisation(page).load(organisation.id)) ?? [];
    return toConnection(rows, page, offerSortValues, (row) => toOffer(row));
  }
}
