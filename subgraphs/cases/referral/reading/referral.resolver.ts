import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { Case, toCase } from '../../case/case.type.js';
import type { CasesContext } from '../../context.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import { noteReferrals } from './referral-audit.js';
import { ReferralFilter, referralSelection } from '../steps/referral.input.js';
import { referralSortValues } from './referral.read-model.js';
import { Referral, ReferralConnection, toReferral } from '../referral.type.js';

@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => Referral, {
    nullable: true,
    description:
      'One referral. NOT_FOUND when it does not exist or is not yours to see; to a provider also once it is withdrawn or expired, or its ground is gone.',
  })
  async referral(
    @Arg('id', () => ID, { description: 'Identifier of the referral.' }) id: string,
    @Ctx() { loaders }: CasesContext,
  ): Promise<Referral> {
    const row = isUuid(id) ? await loaders.referrals.load(id) : null;
    if (!row) throw new HubError('NOT_FOUND');
    return toReferral(row);
  }

  @Query(() => ReferralConnection, {
    nullable: true,
    description:
      'The referrals that the caller may see, newest first: of its own cases, or to a provider those that lie before it now.',
  })
  async referrals(
    @Arg('filter', () => ReferralFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ReferralFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Referral>> {
    const page = timePage(args);
    const selection = referralSelection(filter ?? {});
    const rows = selection ? await services.referrals.findPage(caller, selection, page) : [];
    noteReferrals(audit, rows.slice(0, page.first));
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, referralSortValues, toReferral);
  }

  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case that is referred: for its owner and the brokers of its region; never shown to a provider.',
  })
  async case(@Root() { caseId }: Referral, @Ctx() { caller, loaders }: CasesContext): Promise<Case | null> {
    const row = caseId === null ? null : await loaders.cases.load(caseId);
    return row && toCase(caller, row);
  }
}

/** What referrals add to a case. */
@Resolver(() => Case)
export class CaseReferralsResolver {
  @FieldResolver(() => [Referral], {
    nullable: true,
    description: 'The providers before which the case was put, the newest fifty.',
  })
  async referrals(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Referral[]> {
    return ((await loaders.referralsOfCase.load(id)) ?? []).map(toReferral);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How often a provider said no: to the case that lay before it, or to a hold for it.',
  })
  async declineCount(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<number | null> {
    return loaders.declinesOfCase.load(id);
  }
}
