import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../offer.type.js';
import { CloseIntakeInput, IntakeChange, ReopenIntakeInput } from './intake.type.js';

@Resolver(() => IntakeChange)
export class IntakeResolver {
  @Mutation(() => IntakeChange, {
    nullable: true,
    description:
      'Closes intake of an own offer (opnamestop): nothing of it counts as free. Closing again says anew why and until when; what was said before is kept.',
  })
  async closeIntake(
    @Arg('input', () => CloseIntakeInput, { description: 'Which, why and how long.' }) input: CloseIntakeInput,
    @Ctx() { caller, ...context }: CapacityContext,
  ): Promise<IntakeChange> {
    const { idempotencyKey: key, offerKey, reason, expectedEndOn = null, note = null } = input;
    const request = { operation: 'closeIntake', key, input };
    const { answer, isReplay } = await context.once(request, {}, ({ intakes }) =>
      intakes.close(caller, offerKey, { reason, expectedEndOn, note }),
    );
    return { offerId: answer.offerId, isReplay };
  }

  @Mutation(() => IntakeChange, {
    nullable: true,
    description: 'Opens intake of an own offer again. STATE_CONFLICT when it is open.',
  })
  async reopenIntake(
    @Arg('input', () => ReopenIntakeInput, { description: 'Which.' }) input: ReopenIntakeInput,
    @Ctx() { caller, ...context }: CapacityContext,
  ): Promise<IntakeChange> {
    const request = { operation: 'reopenIntake', key: input.idempotencyKey, input };
    const { answer, isReplay } = await context.once(request, {}, ({ intakes }) =>
      intakes.reopen(caller, input.offerKey),
    );
    return { offerId: answer.offerId, isReplay };
  }

  @FieldResolver(() => Offer, { nullable: true, description: 'The offer as it stands now.' })
  async offer(@Root() { offerId }: IntakeChange, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
