import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { Consultation, toConsultation } from '../consultation/consultation.type.js';
import type { CasesContext } from '../context.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { dueSortValues } from './outcome.store.js';
import { DueOutcome, DueOutcomeConnection } from './outcome.type.js';

@Resolver(() => DueOutcome)
export class OutcomesDueResolver {
  @Query(() => DueOutcomeConnection, {
    nullable: true,
    description:
      'The findings of which it is time to ask whether they last, the longest due first. What was found of the same consultation since takes it off the list.',
  })
  async outcomesDue(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<DueOutcome>> {
    const page = timePage(args);
    const rows = await services.outcomes.findDue(caller, page);
    audit.read(
      'Consultation',
      rows.slice(0, page.first).map(({ consultationId }) => consultationId),
    );
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, dueSortValues, (outcome) => ({
      id: outcome.id,
      outcome,
      consultationId: outcome.consultationId,
    }));
  }

  @FieldResolver(() => Consultation, { nullable: true, description: 'The consultation of which it was found.' })
  async consultation(
    @Root() { consultationId }: DueOutcome,
    @Ctx() { loaders }: CasesContext,
  ): Promise<Consultation | null> {
    const row = await loaders.consultations.load(consultationId);
    return row && toConsultation(row);
  }
}
