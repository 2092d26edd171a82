import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import type { PeopleContext } from '../../context.js';
import { themeAgenda } from './theme-agenda.service.js';
import { ThemeAgendaItem } from './theme-agenda.type.js';

/** What the theme tables of a region should talk about. */
@Resolver()
export class ThemeAgendaResolver {
  @Query(() => [ThemeAgendaItem], {
    nullable: true,
    description:
      'What the theme tables of a region should talk about, as data: for each theme what a year lacked. NOT_FOUND for a region that keeps no themes, or is not the caller’s.',
  })
  themeAgenda(@Args(() => FigureArgs) args: FigureArgs, @Ctx() { caller, guides }: PeopleContext): ThemeAgendaItem[] {
    return themeAgenda(caller, guides, args);
  }
}
