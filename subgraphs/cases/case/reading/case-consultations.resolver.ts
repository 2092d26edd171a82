import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Consultation, toConsultation } from '../../consultation/consultation.type.js';
import type { CasesContext } from '../../context.js';
import { Case, toCase } from '../case.type.js';

/** What a consultation says of its case. */
@Resolver(() => Consultation)
export class ConsultationCaseResolver {
  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case that it became; null while it is none. From then on it is seen by whoever sees that case.',
  })
  async case(@Root() { caseId }: Consultation, @Ctx() { caller, loaders }: CasesContext): Promise<Case | null> {
    const row = caseId === null ? null : await loaders.cases.load(caseId);
    return row && toCase(caller, row);
  }
}

/** What a case says of the questions with which it began. */
@Resolver(() => Case)
export class CaseConsultationsResolver {
  @FieldResolver(() => [Consultation], {
    nullable: true,
    description: 'The consultations that became this case, with their contacts, the newest first.',
  })
  async consultations(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Consultation[]> {
    return ((await loaders.consultationsOfCase.load(id)) ?? []).map(toConsultation);
  }
}
