import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import { FreshnessState } from '../../../vocabulary/freshness.js';
import { toWorkContact, WorkContact } from '../contact/work-contact.type.js';
import type { PeopleContext } from '../context.js';
import { ExperienceCode } from '../experience/experience.vocabulary.js';
import { Expertise } from '../expertise/expertise.type.js';
import { namePageRequest } from '../lists/name-order.js';
import { Organisation } from '../organisation/organisation.type.js';
import { ProfessionalFilter, professionalSelection } from './professional-filter.type.js';
import { confirmationFreshness } from './freshness.rules.js';
import { Professional, ProfessionalConnection } from './professional.type.js';

/** Whether somebody plans or publishes for this organisation. */
function isOwn(caller: Caller, organisationId: string): boolean {
  return hasRole(caller, 'provider-planner', 'provider-system') && caller.organisationId === organisationId;
}

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
    return isOwn(caller, organisationId) ? ownKey : null;
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

  @FieldResolver(() => WorkContact, {
    nullable: true,
    description:
      'How to reach the professional at work: outside the own organisation what the professional shows of it.',
  })
  async workContact(
    @Root() { id, organisationId }: Professional,
    @Ctx() { caller, loaders }: PeopleContext,
  ): Promise<WorkContact> {
    return toWorkContact((await loaders.contactsOfProfessional.load(id)) ?? [], isOwn(caller, organisationId));
  }

  @FieldResolver(() => [ExperienceCode.type], {
    nullable: true,
    description:
      'What the professional went through, as an experience expert (ervaringsdeskundige); outside the own organisation only where the professional shows it.',
  })
  async experience(@Root() { id }: Professional, @Ctx() { loaders }: PeopleContext): Promise<ExperienceCode[]> {
    return (await loaders.experienceOfProfessional.load(id)) ?? [];
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether others than the own organisation see what the professional went through, and find them by it; null for them.',
  })
  isExperienceShown(
    @Root() { organisationId, experienceShown }: Professional,
    @Ctx() { caller }: PeopleContext,
  ): boolean | null {
    return isOwn(caller, organisationId) ? experienceShown : null;
  }

  @FieldResolver(() => [Expertise], { nullable: true, description: 'In what the professional is at home, by code.' })
  async expertise(@Root() { id }: Professional, @Ctx() { loaders }: PeopleContext): Promise<Expertise[]> {
    return (await loaders.expertiseOfProfessional.load(id)) ?? [];
  }
}
