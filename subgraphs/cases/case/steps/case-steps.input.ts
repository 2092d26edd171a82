import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { ClosingReason } from '../case.vocabulary.js';
import { CaseFactsInput } from './case-facts.input.js';

@InputType({ description: 'Which case is changed.' })
export abstract class CaseStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => Int, {
    description:
      'The `version` that you read. VERSION_CONFLICT when somebody else changed it since: nothing is done then, and nothing of theirs is lost.',
  })
  version!: number;
}

@InputType({ description: 'What changes of a case. What is left out stays; null empties what may be empty.' })
export class CaseChangesInput extends CaseFactsInput {
  @Field(() => Int, { nullable: true, description: 'Year of birth of the child, 1990 to 2100.' })
  birthYear?: number | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Municipality where the child lives.' })
  municipalityCode?: string | null;

  @Field(() => LadderRung.type, { nullable: true, description: 'The rung of help on which the child is now.' })
  currentRung?: LadderRung | null;
}

@InputType({ description: 'A change of what is known of a child and its family.' })
export class ChangeCaseInput extends CaseStepInput {
  @Field(() => CaseChangesInput, { description: 'What changes.' })
  changes!: CaseChangesInput;
}

@InputType({ description: 'To whom a case goes, with everything that runs; what is left out stays.' })
export class HandOverCaseInput extends CaseStepInput {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the youth region whose brokers work on it from now on, such as flevoland.',
  })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that has the case, and its file, from now on.' })
  ownerOrganisationId?: string | null;
}

@InputType({ description: 'The end of the work on a case.' })
export class CloseCaseInput extends CaseStepInput {
  @Field(() => ClosingReason.type, { description: 'Why.' })
  reason!: ClosingReason;
}

@InputType({ description: 'A case that is worked on again.' })
export class ReopenCaseInput extends CaseStepInput {}
