import { Field, ObjectType } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import type { CasesContext } from '../../context.js';
import { noteCases } from '../reading/case-audit.js';
import { Case, toCase } from '../case.type.js';

@ObjectType({ description: 'The answer to a step of a case.' })
export class ChangedCase extends KeyedAnswer {
  @Field(() => Case, {
    nullable: true,
    description: 'The case as it stands now; null when it was handed over and is not yours to see any more.',
  })
  case!: Case | null;
}

/** The case that a step was about, as it stands after it. That a case that was handed over is gone is no refused look. */
export async function changedCase(
  { caller, services, audit }: CasesContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedCase> {
  const row = (await services.cases.findByIds(caller, [answer])).get(answer);
  if (row) noteCases(audit, [row]);
  return { case: row ? toCase(caller, row) : null, isReplay };
}
