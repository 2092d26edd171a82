import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { hasRole } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { isInstantText } from '../../../platform/paging/instant.js';
import {
  PageArgs,
  pageRequest,
  toConnection,
  type Connection,
  type PageRequest,
} from '../../../platform/paging/pages.js';
import { belongsTo } from '../access/visibility.rules.js';
import type { CasesContext } from '../context.js';
import { caseAccessSortValues } from './case-access.read-model.js';
import { CaseAccess, CaseAccessConnection, toCaseAccess } from './case-access.type.js';

@Resolver(() => CaseAccess)
export class CaseAccessResolver {
  @Query(() => CaseAccessConnection, {
    nullable: true,
    description:
      'Who looked at a case, when and why, the newest first: for the organisation that brought it, which may tell the family, and for the privacy officer. NOT_FOUND for a case that is not yours.',
  })
  async caseAccesses(
    @Arg('caseId', () => ID, { description: 'Identifier of the case.' }) caseId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: CasesContext,
  ): Promise<Connection<CaseAccess>> {
    const page = newestAccessFirst(args);
    if (!isUuid(caseId)) throw new HubError('NOT_FOUND');
    const isGranted = await mayReview(context, caseId);
    context.audit[isGranted ? 'read' : 'refused']('CaseAccess', [caseId]);
    if (!isGranted) throw new HubError('NOT_FOUND');
    const rows = await context.services.accesses.findPage(caseId, page);
    return toConnection(rows, page, caseAccessSortValues, toCaseAccess);
  }
}

/** The privacy officer reads the audit of any case and never the case; an owner that of its own. */
async function mayReview({ caller, services }: CasesContext, caseId: string): Promise<boolean> {
  return hasRole(caller, 'privacy-officer') || belongsTo(caller, await services.accesses.findOwner(caseId));
}

function newestAccessFirst(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstantText(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
