import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import type { PeopleContext } from '../context.js';
import { namePageRequest } from '../lists/name-order.js';
import { Team } from '../team/team.type.js';
import { Network, NetworkConnection, NetworkFilter } from './network.type.js';

@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => NetworkConnection, {
    nullable: true,
    description: 'The networks of all regions, by name: their areas, who coordinates them, and what may be asked.',
  })
  networks(
    @Arg('filter', () => NetworkFilter, { nullable: true, description: 'Narrows the list.' })
    filter: NetworkFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { services }: PeopleContext,
  ): Promise<Connection<Network>> {
    return services.networks.findPage(filter, namePageRequest(args));
  }

  @FieldResolver(() => [Team], {
    nullable: true,
    description: "Today's teams of the network, by name. A provider's system sees its own only.",
  })
  async teams(@Root() { id }: Network, @Ctx() { loaders }: PeopleContext): Promise<Team[]> {
    return (await loaders.teamsOfNetwork.load(id)) ?? [];
  }
}
