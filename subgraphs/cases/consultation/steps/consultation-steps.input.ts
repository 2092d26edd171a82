import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { GraphQLDateTime, GraphQLLocalDate, MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { ContactKind } from '../../contact/contact.vocabulary.js';
import {
  AbandonReason,
  ConsultationChannel,
  InterventionKind,
  ReferrerKind,
  ResultKind,
} from '../consultation.vocabulary.js';

@InputType({ description: 'Who asked for a consultation.' })
export class ReferrerInput {
  @Field(() => ReferrerKind.type, { description: 'What the referrer is to the child.' })
  kind!: ReferrerKind;

  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation of the referrer, where it is one of the hub’s. Whoever brings cases for an organisation is its referrer; another is then refused.',
  })
  organisationId?: string | null;

  @Field(() => MunicipalityCode, { description: 'Municipality from which the child is referred.' })
  municipalityCode!: string;
}

@InputType({ description: 'A question about a child, as it came in. Nobody has to say who the child is.' })
export class RegisterConsultationInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ConsultationChannel.type, { description: 'How the question came in.' })
  channel!: ConsultationChannel;

  @Field(() => ReferrerInput, { description: 'Who asked.' })
  referrer!: ReferrerInput;

  @Field(() => MunicipalityCode, { description: 'Municipality of the child.' })
  municipalityCode!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the referrer said who the child is.' })
  isIdentified!: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the question came in, not ahead; without it now. Its year is the reporting year. Who brings it in for an organisation may go back a week.',
  })
  receivedAt?: Date | null;
}

@InputType({ description: 'Which consultation is changed.' })
export abstract class ConsultationStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the consultation.' })
  consultationId!: string;

  @Field(() => Int, {
    description:
      'The `version` that you read. VERSION_CONFLICT when somebody else changed it since: nothing is done then, and nothing of theirs is lost.',
  })
  version!: number;
}

@InputType({ description: 'A moment of contact.' })
export class RecordContactInput extends ConsultationStepInput {
  @Field(() => ContactKind.type, { description: 'How there was contact.' })
  kind!: ContactKind;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When: not ahead, and not before the question came in; without it now.',
  })
  at?: Date | null;

  @Field(() => Int, { nullable: true, description: 'How long it took, 1 to 1440 minutes.' })
  minutes?: number | null;
}

@InputType({ description: 'Something that was done for the child.' })
export class RecordInterventionInput extends ConsultationStepInput {
  @Field(() => InterventionKind.type, { description: 'What was done. What was done before is not counted twice.' })
  intervention!: InterventionKind;
}

@InputType({ description: 'A finding of what came of it.' })
export class RecordOutcomeInput extends ConsultationStepInput {
  @Field(() => ResultKind.type, { description: 'What it led to; not OPEN.' })
  kind!: ResultKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was found, not ahead.' })
  measuredOn!: string;

  @Field(() => Boolean, { nullable: true, description: 'At a follow-up: whether it still held.' })
  isStable?: boolean | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'From which day it is to be asked whether it lasts, tomorrow to three years ahead: then it is in `outcomesDue`. Without it nobody is reminded.',
  })
  followUpOn?: string | null;
}

@InputType({ description: 'The end of a consultation.' })
export class CloseConsultationInput extends ConsultationStepInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended: not ahead, and not before the first contact; without it now.',
  })
  closedAt?: Date | null;
}

@InputType({ description: 'A consultation that is not gone on with.' })
export class AbandonConsultationInput extends ConsultationStepInput {
  @Field(() => AbandonReason.type, { description: 'Why.' })
  reason!: AbandonReason;
}
