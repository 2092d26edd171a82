import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs } from '../../../platform/paging/pages.js';
import { Case } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { requiresWholeNeed } from './need/whole-need.js';
import { OptionConnection } from './option.type.js';

/** What capacity adds to a case: its options, from the need that cases gives along. */
@Resolver(() => Case)
export class CaseOptionsResolver {
  @FieldResolver(() => OptionConnection, {
    nullable: true,
    description: 'The options for the need of this case; null while no need is described.',
  })
  @Directive(requiresWholeNeed)
  options(
    @Root() { id, need }: Case,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, audit }: CapacityContext,
  ): Promise<OptionConnection> | null {
    const caseId = isUuid(id) ? id : null;
    if (caseId !== null) audit.read('Case', [caseId]);
    return need ? loaders.searches.load({ need, ...page, caseId, mustKnowPostcodes: false }) : null;
  }
}
