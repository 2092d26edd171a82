import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Case } from '../case/case.type.js';
import type { CasesContext } from '../context.js';
import { ResidentialChecklist, toChecklist } from './checklist.type.js';

@Resolver(() => Case)
export class CaseChecklistResolver {
  @FieldResolver(() => ResidentialChecklist, {
    nullable: true,
    description:
      'What was weighed before a place in a group is sought (checklist Plaatsing residentieel); empty while nobody answered.',
  })
  async residentialChecklist(
    @Root() { id, need }: Case,
    @Ctx() { loaders }: CasesContext,
  ): Promise<ResidentialChecklist> {
    return toChecklist(id, await loaders.checklistOfCase.load(id), need);
  }
}
