import { Arg, Args, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import type { CasesContext } from '../../context.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import { ChangedPlacement, Placement, PlacementConnection, toPlacement } from '../placement.type.js';
import { KinshipDecision } from '../placement.vocabulary.js';
import { termSortValues } from '../reading/placement.read-model.js';
import { takeStep } from '../steps/placement-steps.resolver.js';

const mostDays = 366;

@InputType({ description: 'What was found of a kinship family that took the child in.' })
export class DecideKinshipTermInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the placement.' })
  placementId!: string;

  @Field(() => KinshipDecision.type, { description: 'What was found.' })
  decision!: KinshipDecision;

  @Field(() => GraphQLLocalDate, {
    description: 'The day on which it was found: not ahead, and not before the contract.',
  })
  decidedOn!: string;
}

/** Until when kinship families must be judged. */
@Resolver()
export class KinshipResolver {
  @Query(() => PlacementConnection, {
    nullable: true,
    description:
      'The kinship placements that run and whose family is not yet judged, the shortest term first; what is past its term comes first of all.',
  })
  async kinshipTermsDue(
    @Arg('withinDays', () => Int, {
      nullable: true,
      description: `Only terms that end within so many days, 0 to ${mostDays}, or have ended; without it all.`,
    })
    withinDays: number | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Placement>> {
    const page = timePage(args);
    if (withinDays !== null && (withinDays < 0 || withinDays > mostDays))
      throw new HubError('BAD_USER_INPUT', { field: 'withinDays', expected: `0–${mostDays}` });
    const rows = await services.placements.findTermsDue(caller, withinDays, page);
    audit.read(
      'Case',
      rows.slice(0, page.first).map(({ caseId }) => caseId),
    );
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, termSortValues, toPlacement);
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description:
      'Writes down what was found of a kinship family within its term, or after it. Once: STATE_CONFLICT after that.',
  })
  decideKinshipTerm(
    @Arg('input', () => DecideKinshipTermInput, { description: 'Which family, and what was found.' })
    input: DecideKinshipTermInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    const { placementId, decision, decidedOn } = input;
    return takeStep(context, 'decideKinshipTerm', input, ({ kinship }) =>
      kinship.decide(context.caller, placementId, decision, decidedOn),
    );
  }
}
