import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { AlternativeVerdict, FamilyFormReason, NotSuitableReason } from '../checklist.vocabulary.js';

@InputType({ description: 'What became of one lighter form of help.' })
export class AlternativeInput {
  @Field(() => LadderRung.type, { description: 'Which: from LOCAL_TEAM to RESIDENTIAL_GROUP.' })
  rung!: LadderRung;

  @Field(() => AlternativeVerdict.type, { description: 'What became of it.' })
  verdict!: AlternativeVerdict;

  @Field(() => NotSuitableReason.type, {
    nullable: true,
    description: 'Why it does not suit: with NOT_SUITABLE, and only then.',
  })
  reason?: NotSuitableReason | null;
}

@InputType({ description: 'Which checklist is changed.' })
export abstract class ChecklistStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => Int, {
    description:
      'The `version` that you read, 0 for the first answer. VERSION_CONFLICT when somebody else changed it since.',
  })
  version!: number;
}

@InputType({ description: 'One answer or more; what is left out stays as it was.' })
export class AnswerChecklistItemInput extends ChecklistStepInput {
  @Field(() => AlternativeInput, { nullable: true, description: 'A lighter form of help that was weighed.' })
  alternative?: AlternativeInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether others were asked to think along.' })
  isConsultationHeld?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the regional expert team (RET) discussed it.' })
  isRetDiscussed?: boolean | null;

  @Field(() => FamilyFormReason.type, { nullable: true, description: 'Why foster care or a family home will not do.' })
  familyFormReason?: FamilyFormReason | null;
}

@InputType({ description: 'A checklist that is complete.' })
export class CompleteChecklistInput extends ChecklistStepInput {
  @Field(() => LadderRung.type, {
    defaultValue: 'RESIDENTIAL_GROUP',
    description: 'For a place on which rung: RESIDENTIAL_GROUP or SECURE.',
  })
  rung!: LadderRung;
}
