import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import { Offer, toOffer } from '../../offer/offer.type.js';
import { publishing } from '../publication/publication-terms.js';
import { CapacityReport, toCapacityReport } from '../../report/capacity-report.type.js';
import { Withdrawal, WithdrawReportInput } from './withdrawal.type.js';

@Resolver(() => Withdrawal)
export class WithdrawalResolver {
  @Mutation(() => Withdrawal, {
    nullable: true,
    description:
      'Takes a mistaken report of the own organisation back. NOT_FOUND when there is none with this key and sequence.',
  })
  async withdrawReport(
    @Arg('input', () => WithdrawReportInput, { description: 'Which report.' }) input: WithdrawReportInput,
    @Ctx() context: CapacityContext,
  ): Promise<Withdrawal> {
    const { idempotencyKey: key, ...report } = input;
    const { answer, isReplay } = await context.once(
      { operation: 'withdrawReport', key, input },
      publishing,
      ({ withdrawals }) => withdrawals.withdraw(context.caller, report),
    );
    return { offerId: answer.offerId, withdrawnAt: new Date(answer.withdrawnAt), isReplay };
  }

  @FieldResolver(() => CapacityReport, {
    nullable: true,
    description: 'The report that is the newest now; null when none is left.',
  })
  async newest(@Root() { offerId }: Withdrawal, @Ctx() { loaders }: CapacityContext): Promise<CapacityReport | null> {
    const row = await loaders.latestReports.load(offerId);
    return row && toCapacityReport(row);
  }

  @FieldResolver(() => Offer, { nullable: true, description: 'The offer as it stands now.' })
  async offer(@Root() { offerId }: Withdrawal, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }
}
