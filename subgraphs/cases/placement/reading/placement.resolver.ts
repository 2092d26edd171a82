import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Case, toCase } from '../../case/case.type.js';
import type { CasesContext } from '../../context.js';
import { Referral, toReferral } from '../../referral/referral.type.js';
import { Placement, toPlacement } from '../placement.type.js';

@Resolver(() => Placement)
export class PlacementResolver {
  @FieldResolver(() => Case, { nullable: true, description: 'The case whose child is cared for.' })
  async case(@Root() { caseId }: Placement, @Ctx() { caller, loaders }: CasesContext): Promise<Case | null> {
    const row = await loaders.cases.load(caseId);
    return row && toCase(caller, row);
  }

  @FieldResolver(() => Referral, {
    nullable: true,
    description: 'The referral that the provider accepted; null where it came of none.',
  })
  async referral(@Root() { referralId }: Placement, @Ctx() { loaders }: CasesContext): Promise<Referral | null> {
    const row = referralId === null ? null : await loaders.referrals.load(referralId);
    return row && toReferral(row);
  }
}

/** What placements add to a case. */
@Resolver(() => Case)
export class CasePlacementsResolver {
  @FieldResolver(() => [Placement], {
    nullable: true,
    description: 'The care that was allocated to the child, the newest fifty, newest first.',
  })
  async placements(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Placement[]> {
    return ((await loaders.placementsOfCase.load(id)) ?? []).map(toPlacement);
  }
}
