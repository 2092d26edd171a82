import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import { hasRole } from '../../../platform/identity/caller.js';
import { FreshnessState } from '../../../vocabulary/freshness.js';
import type { PeopleContext } from '../context.js';
import { Expertise } from '../expertise/expertise.type.js';
import { namePageRequest } from '../lists/name-order.js';
import { Organisation } from '../organisation/organisation.type.js';
import { ProfessionalFilter, professionalSelection } from './professional-filter.type.js';
import { confirmationFreshness } from './freshness.rules.js';
import { Professional, ProfessionalConnection } from './professional.type.js';

@Resolver(() => Professional)
export class ProfessionalResolver {
  @Query(() => ProfessionalConnection, {
    nullable: true,
    description: 'The professionals whom the caller may find, by name.',
  })
  async professionals(
    @Arg('filter', () => ProfessionalFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ProfessionalFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: PeopleContext,
  ): Promise<Connection<Professional>> {
    const page = await services.professionals.findPage(caller, professionalSelection(filter), namePageRequest(args));
    audit.found('Professional', page);
    return page;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation for which the professional works.',
  })
  organisation(@Root() professional: Professional, @Ctx() { loaders }: PeopleContext): Promise<Organisation | null> {
    return loaders.organisations.load(professional.organisationId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The own key by which the organisation publishes the professional; null for anybody else.',
  })
  key(@Root() { organisationId, ownKey }: Professional, @Ctx() { caller }: PeopleContext): string | null {
    return hasRole(caller, 'provider-planner', 'provider-system') && caller.organisationId === organisationId
      ? ownKey
      : null;
  }

  @FieldResolver(() => FreshnessState.type, {
    nullable: true,
    description: 'How far this can be trusted, by when it was last confirmed; UNKNOWN when it never was.',
  })
  async freshness(
    @Root() { confirmedAt }: Professional,
    @Ctx() { now, config }: PeopleContext,
  ): Promise<FreshnessState> {
    return confirmationFreshness(confirmedAt, await now(), config.confirmation);
  }

  @FieldResolver(() => [Expertise], { nullable: true, description: 'In what the professional is at home, by code.' })
  async expertise(@Root() { id }: Professional, @Ctx() { loaders }: PeopleContext): Promise<Expertise[]> {
    return (await loaders.expertiseOfProfessional.load(id)) ?? [];
  }
}
