import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { ResidentialChecklist } from '../../borrowed-types.js';
import type { CapacityContext } from '../../context.js';
import { requiresWholeNeed } from '../need/whole-need.js';
import { suggestionsFrom } from './suggestion.rules.js';
import { ChecklistSuggestion } from './suggestion.type.js';

/** What capacity adds to a checklist, from the need that cases gives along. */
@Resolver(() => ResidentialChecklist)
export class ChecklistSuggestionsResolver {
  @FieldResolver(() => [ChecklistSuggestion], {
    nullable: true,
    description:
      'The lighter forms of help of which the search finds no place in time now, lightest first; null while no need is described. Nothing is answered by it.',
  })
  @Directive(requiresWholeNeed)
  async suggestedItems(
    @Root() { id, need }: ResidentialChecklist,
    @Ctx() { loaders, audit }: CapacityContext,
  ): Promise<ChecklistSuggestion[] | null> {
    if (isUuid(id)) audit.read('Case', [id]);
    return need ? suggestionsFrom((await loaders.suggestions.load({ id, need })) ?? []) : null;
  }
}
