import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, pageRequest, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import type { CapacityContext } from '../../context.js';
import { boardSortValues } from './freshness-board.service.js';
import { FreshnessLine, FreshnessLineConnection, toFreshnessLine } from './freshness-board.type.js';

@Resolver()
export class FreshnessBoardResolver {
  @Query(() => FreshnessLineConnection, {
    nullable: true,
    description:
      'Per provider of a region how it keeps its figures up to date, the most days without an update first. A provider sees its own row only.',
  })
  async freshnessBoard(
    @Arg('region', () => String, { description: 'Key of the youth region, such as flevoland.' }) region: string,
    @Arg('month', () => String, { nullable: true, description: 'The month, such as 2026-11; this month unless given.' })
    month: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Connection<FreshnessLine>> {
    const page = pageRequest(args, 2);
    const lines = await services.freshnessBoards.findPage(caller, region, month ?? null, page);
    return toConnection(lines, page, boardSortValues, toFreshnessLine);
  }
}
