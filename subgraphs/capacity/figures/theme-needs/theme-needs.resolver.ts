import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { countsOf, groupingsOf } from '../../../../figures/agenda-counts.rules.js';
import { ThemeAgendaItem } from '../../borrowed-types.js';
import type { CapacityContext } from '../../context.js';
import { SoughtCount } from './sought-count.type.js';

/** What capacity adds to the agenda of a theme table: what was sought and not found. */
@Resolver(() => ThemeAgendaItem)
export class ThemeNeedsResolver {
  @FieldResolver(() => [SoughtCount], {
    nullable: true,
    description:
      'For how many children of the year nothing was found, on each rung of the theme and at each of its ages: the totals of the figure `unmetNeed`, as far as the caller may see them there.',
  })
  @Directive('@requires(fields: "question { region year asOf rungs ageBands }")')
  async unmetNeed(
    @Root() { question }: ThemeAgendaItem,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<SoughtCount[] | null> {
    if (!question) return null;
    const { region, year, asOf } = question;
    const parts = groupingsOf(question).map(async ([by, codes]) =>
      countsOf(await loaders.unmetNeedOf.load({ region, year, asOf, by }), codes),
    );
    return (await Promise.all(parts)).flat();
  }
}
