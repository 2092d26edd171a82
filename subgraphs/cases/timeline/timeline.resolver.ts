import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { Case } from '../case/case.type.js';
import type { CasesContext } from '../context.js';
import { CaseEvent, CaseEventConnection, toCaseEvent } from './case-event.type.js';
import { eventSortValues, timelinePage } from './timeline.read-model.js';

/** What a case says of its course. */
@Resolver(() => Case)
export class TimelineResolver {
  @FieldResolver(() => CaseEventConnection, {
    nullable: true,
    description:
      'What happened with the case, the newest first: changes, contacts, judgements, referrals and their answers, care, duos, consents, emergency access, and for the organisation that has the case who looked at it. What became of places is told by `holds`.',
  })
  async timeline(
    @Root() { id }: Case,
    @Arg('withoutLooks', () => Boolean, {
      defaultValue: false,
      description: 'Whether to leave out who looked at the case; looks that were refused stay.',
    })
    withoutLooks: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: CasesContext,
  ): Promise<Connection<CaseEvent>> {
    const page = timelinePage(args);
    const rows = (await loaders.timelineOf({ ...page, withoutLooks }).load(id)) ?? [];
    return toConnection(rows, page, eventSortValues, toCaseEvent);
  }
}
