import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ReferrerKind } from '../../consultation/consultation.vocabulary.js';
import type { CasesContext } from '../../context.js';
import { ChangedPlacement, Placement } from '../placement.type.js';
import { DescribeProductInput } from '../steps/placement-steps.input.js';
import { takeStep } from '../steps/placement-steps.resolver.js';
import { AllocatedProduct } from './product.type.js';

/** What is allocated of a placement, and who referred to it. */
@Resolver(() => Placement)
export class ProductResolver {
  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description:
      'Tells what is allocated of a placement, or corrects it, for as long as the case is kept: what the messages of iJw need.',
  })
  describeProduct(
    @Arg('input', () => DescribeProductInput, { description: 'Of which placement, and what.' })
    input: DescribeProductInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'describeProduct', input, ({ placing }) =>
      placing.describe(context.caller, input, input.product),
    );
  }

  @FieldResolver(() => AllocatedProduct, {
    nullable: true,
    description: 'What is allocated, in the words of iJw; null where nothing was told of it.',
  })
  product(@Root() { id }: Placement, @Ctx() { loaders }: CasesContext): Promise<AllocatedProduct | null> {
    return loaders.productOfPlacement.load(id);
  }

  @FieldResolver(() => ReferrerKind.type, {
    nullable: true,
    description:
      'Who referred to this help: as it was told of the product, else who asked for the newest consultation of the case. Null where neither is known.',
  })
  async referrer(@Root() { id, caseId }: Placement, @Ctx() { loaders }: CasesContext): Promise<ReferrerKind | null> {
    const told = (await loaders.productOfPlacement.load(id))?.referrer ?? null;
    if (told !== null) return told;
    const [newest] = (await loaders.consultationsOfCase.load(caseId)) ?? [];
    return newest?.referrerKind ?? null;
  }
}
