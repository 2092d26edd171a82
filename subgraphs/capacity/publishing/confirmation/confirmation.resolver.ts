import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { publishing } from '../publication/publication-terms.js';
import { ConfirmCapacityInput, Confirmation } from './confirmation.type.js';

@Resolver(() => Confirmation)
export class ConfirmationResolver {
  @Mutation(() => Confirmation, {
    nullable: true,
    description:
      'Nothing changed: renews the figures that the hub shows now, for the whole organisation or some offers. Places promised or taken since the last figure are taken off it.',
  })
  async confirmCapacity(
    @Arg('input', () => ConfirmCapacityInput, { description: 'Which figures still hold.' }) input: ConfirmCapacityInput,
    @Ctx() context: CapacityContext,
  ): Promise<Confirmation> {
    const { idempotencyKey: key, isRehearsal, offerKeys = null } = input;
    const { answer, isReplay } = await context.once(
      { operation: 'confirmCapacity', key, input },
      { ...publishing, isRehearsal },
      ({ confirmations }) => confirmations.confirm(context.caller, offerKeys),
    );
    const { confirmedAt, skipped, ...counts } = answer;
    return {
      ...counts,
      isReplay,
      skipped: [...skipped],
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    };
  }
}
