import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { reviewAccesses } from '../../../platform/audit/access-log.js';
import { hasRole } from '../../../platform/identity/caller.js';
import { PageArgs, type Connection } from '../../../platform/paging/pages.js';
import { belongsTo } from '../access/visibility.rules.js';
import type { CasesContext } from '../context.js';
import { CaseAccess, CaseAccessConnection, toCaseAccess } from './case-access.type.js';

@Resolver(() => CaseAccess)
export class CaseAccessResolver {
  @Query(() => CaseAccessConnection, {
    nullable: true,
    description:
      'Who looked at a case, when and why, the newest first: for the organisation that brought it, which may tell the family, and for the privacy officer. NOT_FOUND for a case that is not yours.',
  })
  caseAccesses(
    @Arg('caseId', () => ID, { description: 'Identifier of the case.' }) id: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<CaseAccess>> {
    const { accesses } = services;
    return reviewAccesses({
      ...{ log: accesses, audit, id, args, toNode: toCaseAccess },
      // the privacy officer reads the audit of any case and never the case; an owner that of its own
      mayReview: async () => hasRole(caller, 'privacy-officer') || belongsTo(caller, await accesses.findOwner(id)),
    });
  }
}
