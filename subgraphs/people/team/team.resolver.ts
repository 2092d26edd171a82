import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import type { PeopleContext } from '../context.js';
import { found } from '../access/keys.js';
import { TeamMembership } from '../membership/membership.type.js';
import { namePageRequest } from '../lists/name-order.js';
import { Network } from '../networks/network.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { TeamFilter, teamSelection } from './team-filter.type.js';
import { Team, TeamConnection } from './team.type.js';

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => Team, {
    nullable: true,
    description: 'One team. NOT_FOUND when it does not exist or is not yours to see.',
  })
  team(
    @Arg('id', () => ID, { description: 'Identifier of the team.' }) id: string,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Team> {
    return found(loaders.teams, id);
  }

  @Query(() => TeamConnection, {
    nullable: true,
    description: 'The teams of today that the caller may see, by name; or of another day.',
  })
  teams(
    @Arg('filter', () => TeamFilter, { nullable: true, description: 'Narrows the list.' }) filter: TeamFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: PeopleContext,
  ): Promise<Connection<Team>> {
    return services.teams.findPage(caller, teamSelection(filter), namePageRequest(args));
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that hosts the team; null when several carry it together.',
  })
  organisation(
    @Root() { organisationId }: Team,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation | null> | null {
    return organisationId === null ? null : loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that took over the work, if any.' })
  successor(@Root() { successorId }: Team, @Ctx() { loaders }: PeopleContext): Promise<Team | null> | null {
    return successorId === null ? null : loaders.teams.load(successorId);
  }

  @FieldResolver(() => Network, { nullable: true, description: 'The network that the team is of, if any.' })
  network(@Root() { networkId }: Team, @Ctx() { loaders }: PeopleContext): Promise<Network | null> | null {
    return networkId === null ? null : loaders.networks.load(networkId);
  }

  @FieldResolver(() => [TeamMembership], {
    nullable: true,
    description: 'Who is, was or will be in the team, by first day. Who left their organisation is not listed.',
  })
  async memberships(@Root() { id }: Team, @Ctx() { loaders }: PeopleContext): Promise<TeamMembership[]> {
    return (await loaders.membershipsOfTeam.load(id)) ?? [];
  }
}
