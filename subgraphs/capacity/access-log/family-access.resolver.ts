import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { reviewAccesses } from '../../../platform/audit/access-log.js';
import { hasRole } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import { Organisation } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { FamilyAccess, FamilyAccessConnection, toFamilyAccess } from './family-access.type.js';

@Resolver(() => FamilyAccess)
export class FamilyAccessResolver {
  @Query(() => FamilyAccessConnection, {
    nullable: true,
    description:
      'Who was shown an offer that is a family, such as a foster family, when and why, the newest first: for the planners of its organisation, who tell the family, and for the privacy officer. NOT_FOUND for an offer that is not yours.',
  })
  familyAccesses(
    @Arg('offerId', () => ID, { description: 'Identifier of the offer.' }) id: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: CapacityContext,
  ): Promise<Connection<FamilyAccess>> {
    const { audit, services } = context;
    const mayReview = (): Promise<boolean> => mayReviewFamily(context, id);
    return reviewAccesses({ log: services.familyAccesses, audit, id, args, mayReview, toNode: toFamilyAccess });
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation of who looked, where the role has one.',
  })
  organisation(@Root() { organisationId }: FamilyAccess): Organisation | null {
    return organisationId === null ? null : { id: organisationId };
  }
}

/** No family is known as a user of the hub: the planners of its organisation ask for it. */
async function mayReviewFamily({ caller, services }: CapacityContext, id: string): Promise<boolean> {
  if (hasRole(caller, 'privacy-officer')) return true;
  const { organisationId } = caller;
  if (organisationId === null || !isUuid(organisationId) || !hasRole(caller, 'provider-planner')) return false;
  return services.familyAccesses.isOf(id, organisationId);
}
