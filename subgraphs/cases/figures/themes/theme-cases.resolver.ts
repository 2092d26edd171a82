import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { AgendaCount } from '../../../../figures/agenda-count.type.js';
import { countsOf, groupingsOf } from '../../../../figures/agenda-counts.rules.js';
import { ThemeAgendaItem } from '../../borrowed-types.js';
import type { CasesContext } from '../../context.js';

const requires = '@requires(fields: "question { region year asOf rungs ageBands factors }")';

/** What cases adds to the agenda of a theme table: for whom the search is stuck, and what was signalled. */
@Resolver(() => ThemeAgendaItem)
export class ThemeCasesResolver {
  @FieldResolver(() => [AgendaCount], {
    nullable: true,
    description:
      'For how many children help is sought in vain, on each rung of the theme and at each of its ages: the totals of the figure `stuckCases`, as far as the caller may see them there.',
  })
  @Directive(requires)
  async stuckCases(
    @Root() { question }: ThemeAgendaItem,
    @Ctx() { loaders }: CasesContext,
  ): Promise<AgendaCount[] | null> {
    if (!question) return null;
    const { region, year, asOf } = question;
    const parts = groupingsOf(question).map(async ([by, codes]) =>
      countsOf(await loaders.stuckCasesOf.load({ region, year, asOf, by }), codes),
    );
    return (await Promise.all(parts)).flat();
  }

  @FieldResolver(() => [AgendaCount], {
    nullable: true,
    description:
      'How many signals wait for an end, on what helps or hinders in the theme: as of that day of the year, its last, or today where that is earlier. No signal is about a child: each count is exact.',
  })
  @Directive(requires)
  async openSignals(
    @Root() { question }: ThemeAgendaItem,
    @Ctx() { loaders }: CasesContext,
  ): Promise<AgendaCount[] | null> {
    if (!question) return null;
    const { region, year, asOf, factors } = question;
    const counts = factors.length > 0 ? await loaders.openSignalsOf.load({ region, year, asOf }) : [];
    return counts.filter(({ key }) => factors.some((factor) => factor === key));
  }
}
