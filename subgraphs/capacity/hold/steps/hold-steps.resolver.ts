import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { AnswerHoldInput, HoldStepInput, toRefusal } from './hold-step.input.js';
import { HeldPlace, heldPlace } from '../read/held-place.type.js';

/** The steps of a hold after it was placed. */
@Resolver()
export class HoldStepsResolver {
  @Mutation(() => HeldPlace, {
    nullable: true,
    description:
      "The provider's answer: yes keeps the units for the term of the hold, no gives them back. STATE_CONFLICT when it is too late.",
  })
  async answerHold(
    @Arg('input', () => AnswerHoldInput, { description: 'The answer.' }) input: AnswerHoldInput,
    @Ctx() context: CapacityContext,
  ): Promise<HeldPlace> {
    const refusal = toRefusal(input);
    const request = { operation: 'answerHold', key: input.idempotencyKey, input };
    const answered = await context.once(request, {}, ({ holds }) =>
      refusal ? holds.refuse(context.caller, input.holdId, refusal) : holds.accept(context.caller, input.holdId),
    );
    return heldPlace(context, answered);
  }

  @Mutation(() => HeldPlace, {
    nullable: true,
    description:
      'Gives back what is held, which goes to the next who waits. Of care that has started: says that it has stopped.',
  })
  async releaseHold(
    @Arg('input', () => HoldStepInput, { description: 'Which hold.' }) input: HoldStepInput,
    @Ctx() context: CapacityContext,
  ): Promise<HeldPlace> {
    const request = { operation: 'releaseHold', key: input.idempotencyKey, input };
    const released = await context.once(request, {}, ({ holds }) => holds.release(context.caller, input.holdId));
    return heldPlace(context, released);
  }

  @Mutation(() => HeldPlace, {
    nullable: true,
    description: 'Care starts: an ACTIVE hold keeps its units until the provider reports a figure that counts them.',
  })
  async convertHold(
    @Arg('input', () => HoldStepInput, { description: 'Which hold.' }) input: HoldStepInput,
    @Ctx() context: CapacityContext,
  ): Promise<HeldPlace> {
    const request = { operation: 'convertHold', key: input.idempotencyKey, input };
    const converted = await context.once(request, {}, ({ holds }) => holds.convert(context.caller, input.holdId));
    return heldPlace(context, converted);
  }
}
