import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { DiscussedGrouping, DiscussedSubject } from './ret-discussed.vocabulary.js';

@Resolver()
export class RetDiscussedResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How many of those who came to live in a group, or who could lose their home, were spoken about by the regional expert team or at another table.',
  })
  retDiscussed(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => DiscussedGrouping.type, { description: 'What the rows are.' }) by: DiscussedGrouping,
    @Arg('subject', () => DiscussedSubject.type, { description: 'Which children are asked about.' })
    subject: DiscussedSubject,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.retDiscussed.retDiscussed(caller, args, by, subject);
  }
}
