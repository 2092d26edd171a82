import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { found } from '../access/keys.js';
import type { PeopleContext } from '../context.js';
import { narrowing } from '../lists/search.rules.js';
import { Organisation } from '../organisation/organisation.type.js';
import { Team } from '../team/team.type.js';
import { stepsFor } from './network-request.rules.js';
import { requestSortValues } from './network-request.read-model.js';
import {
  NetworkRequest,
  NetworkRequestConnection,
  NetworkRequestFilter,
  toNetworkRequest,
} from './network-request.type.js';
import { NetworkRequestStep } from './network-request.vocabulary.js';

@Resolver(() => NetworkRequest)
export class NetworkRequestResolver {
  @Query(() => NetworkRequest, {
    nullable: true,
    description: 'One question to the network. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async networkRequest(
    @Arg('id', () => ID, { description: 'Identifier of the question.' }) id: string,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<NetworkRequest> {
    return toNetworkRequest(await found(loaders.networkRequests, id));
  }

  @Query(() => NetworkRequestConnection, {
    nullable: true,
    description:
      'The questions to the network that the caller asked or whose team was asked, and for a broker those of the region; the newest first.',
  })
  async networkRequests(
    @Arg('filter', () => NetworkRequestFilter, { nullable: true, description: 'Narrows the list.' })
    filter: NetworkRequestFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: PeopleContext,
  ): Promise<Connection<NetworkRequest>> {
    const page = timePage(args);
    const { overdue = null, breached = null, askedByMe = null } = filter ?? {};
    const [states, functions] = [narrowing(filter?.states), narrowing(filter?.functions)];
    const selection = { states, functions, overdue, breached, askedByMe };
    const rows = await services.networkRequests.findPage(caller, selection, page);
    const requests = toConnection(rows, page, requestSortValues, toNetworkRequest);
    audit.found('NetworkRequest', requests);
    return requests;
  }

  @FieldResolver(() => [NetworkRequestStep.type], {
    description: 'What the caller may do with it now; empty where that is nothing.',
  })
  mySteps(@Root() request: NetworkRequest, @Ctx() { caller }: PeopleContext): NetworkRequestStep[] {
    return stepsFor(caller, request);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that is asked.' })
  team(@Root() { teamId }: NetworkRequest, @Ctx() { loaders }: PeopleContext): Promise<Team | null> {
    return loaders.teams.load(teamId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'The organisation that asked, by whose contact whoever is to call back reaches it. Null where the token names none, as of a broker of the region.',
  })
  askedBy(
    @Root() { askedById }: NetworkRequest,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation | null> | null {
    return askedById === null ? null : loaders.organisations.load(askedById);
  }
}
