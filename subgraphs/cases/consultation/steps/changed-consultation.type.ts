import { Field, ObjectType } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import type { CasesContext } from '../../context.js';
import { Consultation, toConsultation } from '../consultation.type.js';

@ObjectType({ description: 'The answer to a step of a consultation.' })
export class ChangedConsultation extends KeyedAnswer {
  @Field(() => Consultation, { nullable: true, description: 'The consultation as it stands now.' })
  consultation!: Consultation | null;
}

/** The consultation that a step was about, as it stands after it. */
export async function changedConsultation(
  { loaders }: CasesContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedConsultation> {
  const row = await loaders.consultations.load(answer);
  return { consultation: row && toConsultation(row), isReplay };
}
