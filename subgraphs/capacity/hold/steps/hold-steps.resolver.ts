import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedOnce, type AuditedChange } from '../../access/audited-once.js';
import type { CapacityContext } from '../../context.js';
import { AnswerHoldInput, HoldStepInput, toRefusal } from './hold-step.input.js';
import { HeldPlace, heldPlace } from '../read/held-place.type.js';

/** The steps of a hold after it was placed. */
function stepOf(operation: string, input: AnswerHoldInput | HoldStepInput): AuditedChange<string> {
  const request = { operation, key: input.idempotencyKey, input };
  return { request, action: 'U', asked: { objectType: 'Hold', ids: [input.holdId] } };
}

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
    const answered = await auditedOnce(context, stepOf('answerHold', input), ({ holds }) =>
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
    const released = await auditedOnce(context, stepOf('releaseHold', input), ({ holds }) =>
      holds.release(context.caller, input.holdId),
    );
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
    const converted = await auditedOnce(context, stepOf('convertHold', input), ({ holds }) =>
      holds.convert(context.caller, input.holdId),
    );
    return heldPlace(context, converted);
  }
}
