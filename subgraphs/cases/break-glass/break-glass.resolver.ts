import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import type { CasesContext } from '../context.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { breakGlassSortValues } from './break-glass.read-model.js';
import { BreakGlass, BreakGlassConnection, BreakGlassReviews, toBreakGlass } from './break-glass.type.js';

@Resolver(() => BreakGlass)
export class BreakGlassResolver {
  @Query(() => BreakGlassConnection, {
    nullable: true,
    description:
      'Who opened restricted cases, the newest first: to the organisation that brought the case, to the privacy officer, and to a broker what it did itself.',
  })
  async breakGlasses(
    @Arg('onlyUnreviewed', () => Boolean, {
      defaultValue: false,
      description: 'Whether to leave out those of which the privacy officer has said the last word.',
    })
    onlyUnreviewed: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<BreakGlass>> {
    const page = timePage(args);
    const rows = await services.breakGlasses.findPage(caller, onlyUnreviewed, page);
    const found = toConnection(rows, page, breakGlassSortValues, toBreakGlass);
    audit.found('BreakGlass', found);
    return found;
  }

  @Query(() => BreakGlassReviews, {
    nullable: true,
    description: 'How many openings of restricted cases wait for the privacy officer, and how many of them too long.',
  })
  breakGlassReviews(@Ctx() { caller, services }: CasesContext): Promise<BreakGlassReviews> {
    return services.breakGlasses.countReviews(caller);
  }
}
