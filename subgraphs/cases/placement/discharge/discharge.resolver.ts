import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import type { CasesContext } from '../../context.js';
import { ChangedPlacement } from '../placement.type.js';
import { PlacementStepInput } from '../steps/placement-steps.input.js';
import { takeStep } from '../steps/placement-steps.resolver.js';
import { DischargeBlockReason } from './discharge.vocabulary.js';

@InputType({ description: 'Which placement could be left, and why it is not.' })
export class RecordDischargeBlockInput extends PlacementStepInput {
  @Field(() => DischargeBlockReason.type, { description: 'What stands in the way; of several what weighs most.' })
  reason!: DischargeBlockReason;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'Since when: not ahead, and not before the care started or what was written down last; without it today.',
  })
  sinceOn?: string | null;
}

@InputType({ description: 'Which placement can be left now.' })
export class LiftDischargeBlockInput extends PlacementStepInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Since when: not ahead, and not before it stood in the way; without it today.',
  })
  liftedOn?: string | null;
}

/** Why children do not leave placements that they could leave. */
@Resolver()
export class DischargeResolver {
  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description:
      'Writes down that the child could leave a placement that runs, and what stands in the way (uitstroomknelpunt). What stood in the way before, stands there no more. STATE_CONFLICT when it was written down already.',
  })
  recordDischargeBlock(
    @Arg('input', () => RecordDischargeBlockInput, { description: 'Which placement, and what stands in the way.' })
    input: RecordDischargeBlockInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    const { reason, sinceOn = null } = input;
    return takeStep(context, 'recordDischargeBlock', input, ({ discharging }) =>
      discharging.record(context.caller, input, reason, sinceOn),
    );
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description:
      'Nothing stands in the way of leaving a placement any more. STATE_CONFLICT when nothing did. Where the care ends it is not asked.',
  })
  liftDischargeBlock(
    @Arg('input', () => LiftDischargeBlockInput, { description: 'Which placement.' }) input: LiftDischargeBlockInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'liftDischargeBlock', input, ({ discharging }) =>
      discharging.lift(context.caller, input, input.liftedOn ?? null),
    );
  }
}
