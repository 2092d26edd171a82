import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { RoundTableKind, TableCancelReason, TableDecision } from '../round-table.vocabulary.js';

@InputType({ description: 'A round table that is to be held, about a case or about a consultation.' })
export class PlanRoundTableInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'The case that it is about; then no consultation.' })
  caseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The consultation that it is about; then no case.' })
  consultationId?: string | null;

  @Field(() => RoundTableKind.type, { description: 'What kind of meeting it is.' })
  kind!: RoundTableKind;

  @Field(() => GraphQLDateTime, {
    description: 'When: within a year, or up to a week ago where it is written down late.',
  })
  plannedAt!: Date;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The professionals who are asked to come, at most 30. From now on they see what it is about.',
  })
  participantIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'The organisations that take part, at most 30.' })
  organisationIds!: string[];

  @Field(() => Boolean, {
    description:
      'Whether a certified institution (GI) is involved. Of a case under a measure or probation, and of a question of an institution, one always is.',
  })
  isInstitutionInvolved!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it is invited. INSTITUTION_NOT_INVITED where it is involved and is not.',
  })
  isInstitutionInvited!: boolean;
}

@InputType({ description: 'Which round table is changed.' })
export abstract class RoundTableStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the round table.' })
  roundTableId!: string;

  @Field(() => Int, {
    description: 'The `version` that you read. VERSION_CONFLICT when somebody else changed it since.',
  })
  version!: number;
}

@InputType({ description: 'A round table that was held.' })
export class RecordRoundTableInput extends RoundTableStepInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When, not ahead; without it now.' })
  heldAt?: Date | null;

  @Field(() => [ID], { nullable: true, description: 'The professionals who came; without it all who were asked.' })
  participantIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The organisations that took part; without it all that were asked.',
  })
  organisationIds?: string[] | null;

  @Field(() => Boolean, { description: 'Whether parents were there.' })
  areParentsPresent!: boolean;

  @Field(() => [TableDecision.type], { description: 'What was decided: one at least; NOTHING_DECIDED stands alone.' })
  decisions!: TableDecision[];
}

@InputType({ description: 'A round table that does not take place.' })
export class CancelRoundTableInput extends RoundTableStepInput {
  @Field(() => TableCancelReason.type, { description: 'Why.' })
  reason!: TableCancelReason;
}
