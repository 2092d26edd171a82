import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Case } from '../../case/case.type.js';
import { knowsWhereabouts } from '../../case/whereabouts/restriction.rules.js';
import type { CasesContext } from '../../context.js';
import { FormerNeed, toFormerNeed } from './former-need.type.js';

/** What a case says of needs that were described before. */
@Resolver(() => Case)
export class FormerNeedsResolver {
  @FieldResolver(() => [FormerNeed], {
    nullable: true,
    description: 'What was sought before, the newest first: nothing that was described is lost.',
  })
  async formerNeeds(@Root() { id }: Case, @Ctx() { caller, loaders }: CasesContext): Promise<FormerNeed[]> {
    const [file, rows] = await Promise.all([loaders.cases.load(id), loaders.formerNeedsOfCase.load(id)]);
    const knowsPlace = file !== null && knowsWhereabouts(caller, file);
    return (rows ?? []).map((row) => toFormerNeed(row, knowsPlace));
  }
}
