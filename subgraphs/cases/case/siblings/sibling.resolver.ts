import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Case, toCase } from '../case.type.js';
import { CaseStepInput } from '../steps/case-steps.input.js';
import { takeCaseStep } from '../steps/case-steps.resolver.js';
import { ChangedCase } from '../steps/changed-case.type.js';
import type { CasesContext } from '../../context.js';
import type { CasesServices } from '../../services.js';

@InputType({ description: 'Two cases of children of one family.' })
export class SiblingsInput extends CaseStepInput {
  @Field(() => ID, { description: 'Identifier of the other case, on which you work as well.' })
  siblingId!: string;
}

/** Brothers and sisters: their cases, and nothing of a child that has none. */
@Resolver(() => Case)
export class SiblingResolver {
  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Says that two cases are of children of one family, in both of them. NOT_FOUND where either is not yours; CASE_RESTRICTED where only its owner does this.',
  })
  linkSiblings(
    @Arg('input', () => SiblingsInput, { description: 'Which cases.' }) input: SiblingsInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    const work = ({ siblingSteps }: CasesServices) => siblingSteps.link(context.caller, input, input.siblingId);
    return takeCaseStep(context, { operation: 'linkSiblings' }, input, work, [input.siblingId]);
  }

  @Mutation(() => ChangedCase, {
    nullable: true,
    description: 'Takes back that two cases are of children of one family, in both of them.',
  })
  unlinkSiblings(
    @Arg('input', () => SiblingsInput, { description: 'Which cases.' }) input: SiblingsInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    const work = ({ siblingSteps }: CasesServices) => siblingSteps.unlink(context.caller, input, input.siblingId);
    return takeCaseStep(context, { operation: 'unlinkSiblings' }, input, work, [input.siblingId]);
  }

  @FieldResolver(() => [Case], {
    nullable: true,
    description:
      'The cases of brothers and sisters that the caller works on, as they were linked; of and to a restricted case for its owner’s organisation only.',
  })
  async siblings(@Root() { id }: Case, @Ctx() { caller, loaders }: CasesContext): Promise<Case[]> {
    const ids = (await loaders.siblingsOfCase.load(id)) ?? [];
    const rows = await Promise.all(ids.map((sibling) => loaders.cases.load(sibling)));
    return rows.flatMap((row) => (row ? [toCase(caller, row)] : []));
  }
}
