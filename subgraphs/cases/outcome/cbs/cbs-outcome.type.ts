import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { CbsInformant } from './cbs-outcome.vocabulary.js';

@InputType({ description: 'The outcome set of Statistics Netherlands (CBS), as one person answered it.' })
export class RecordCbsOutcomeInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was asked, not ahead.' })
  measuredOn!: string;

  @Field(() => CbsInformant.type, { description: 'Who answered.' })
  informant!: CbsInformant;

  @Field(() => Int, {
    nullable: true,
    description: 'How satisfied with the help, 1 to 10; left out where it was not answered.',
  })
  satisfaction?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whether the child can go on without this help: 1 to 4, the CBS codes 01 to 04; left out where it was not answered.',
  })
  canGoOn?: number | null;

  @Field(() => Boolean, { description: 'Whether the help ended before its time.' })
  isDropOut!: boolean;

  @Field(() => Boolean, { description: 'Whether help began again after it had ended.' })
  isRestart!: boolean;
}

@ObjectType({
  description: 'What one person answered to the outcome set of Statistics Netherlands (CBS). Only ever added to.',
})
export class CbsOutcome {
  @Field(() => ID, { description: 'Identifier of the answers in the hub.' })
  id!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was asked.' })
  measuredOn!: string;

  @Field(() => CbsInformant.type, { description: 'Who answered.' })
  informant!: CbsInformant;

  @Field(() => Int, { nullable: true, description: 'How satisfied with the help, 1 to 10.' })
  satisfaction!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whether the child can go on without this help: the CBS codes 01 to 04.',
  })
  canGoOn!: number | null;

  @Field(() => Boolean, { description: 'Whether the help ended before its time.' })
  isDropOut!: boolean;

  @Field(() => Boolean, { description: 'Whether help began again after it had ended.' })
  isRestart!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'The answer to an outcome set that was written down.' })
export class RecordedCbsOutcome extends KeyedAnswer {
  @Field(() => [CbsOutcome], { description: 'All of the case, the newest first.' })
  cbsOutcomes!: CbsOutcome[];
}
