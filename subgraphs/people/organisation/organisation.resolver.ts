import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import type { PeopleContext } from '../context.js';
import { found } from '../access/keys.js';
import { namePageRequest } from '../lists/name-order.js';
import { Team } from '../team/team.type.js';
import { OrganisationFilter, organisationSelection } from './organisation-filter.type.js';
import { Organisation, OrganisationConnection } from './organisation.type.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, { nullable: true, description: 'One organisation. NOT_FOUND when it does not exist.' })
  organisation(
    @Arg('id', () => ID, { description: 'Identifier of the organisation.' }) id: string,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation> {
    return found(loaders.organisations, id);
  }

  @Query(() => OrganisationConnection, { nullable: true, description: 'The organisations of all regions, by name.' })
  organisations(
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: OrganisationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services }: PeopleContext,
  ): Promise<Connection<Organisation>> {
    return services.organisations.findPage(organisationSelection(filter), namePageRequest(args));
  }

  @FieldResolver(() => [Team], {
    nullable: true,
    description:
      "Today's teams that the organisation hosts or in which one of its professionals is active, by name. A provider's system sees its own only.",
  })
  async teams(@Root() { id }: Organisation, @Ctx() { loaders }: PeopleContext): Promise<Team[]> {
    return (await loaders.teamsOfOrganisation.load(id)) ?? [];
  }
}
