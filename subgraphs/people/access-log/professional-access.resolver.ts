import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { reviewAccesses } from '../../../platform/audit/access-log.js';
import { hasRole } from '../../../platform/identity/caller.js';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import type { PeopleContext } from '../context.js';
import { Organisation } from '../organisation/organisation.type.js';
import { ProfessionalAccess, ProfessionalAccessConnection, toProfessionalAccess } from './professional-access.type.js';

@Resolver(() => ProfessionalAccess)
export class ProfessionalAccessResolver {
  @Query(() => ProfessionalAccessConnection, {
    nullable: true,
    description:
      'Who looked at the profile of a professional, when and why, the newest first: for the planners of their own organisation, who tell them, and for the privacy officer. NOT_FOUND for a professional who is not yours.',
  })
  professionalAccesses(
    @Arg('professionalId', () => ID, { description: 'Identifier of the professional.' }) id: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: PeopleContext,
  ): Promise<Connection<ProfessionalAccess>> {
    const { audit, services } = context;
    const mayReview = (): Promise<boolean> => mayReviewProfessional(context, id);
    return reviewAccesses({ log: services.accesses, audit, id, args, mayReview, toNode: toProfessionalAccess });
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation of who looked, where the role has one.',
  })
  organisation(
    @Root() { organisationId }: ProfessionalAccess,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation | null> | null {
    return organisationId === null ? null : loaders.organisations.load(organisationId);
  }
}

/** No professional is known as a user of the hub yet: the planners of the organisation ask for their own people. */
async function mayReviewProfessional({ caller, services }: PeopleContext, id: string): Promise<boolean> {
  if (hasRole(caller, 'privacy-officer')) return true;
  const { organisationId } = caller;
  if (organisationId === null || !hasRole(caller, 'provider-planner')) return false;
  return services.accesses.isOf(id, organisationId);
}
