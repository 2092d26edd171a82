import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { WindowHoursInput } from '../../availability/availability.input.js';
import { DeploymentActionKind, DeploymentEndReason, DeploymentPurpose } from '../deployment.vocabulary.js';

@InputType({ description: 'A duo for a family.' })
export class DeployDuoInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The case: of the own region, and open.' })
  caseId!: string;

  @Field(() => ID, { description: 'A team that goes out in duos.' })
  teamId!: string;

  @Field(() => [ID], { description: 'Exactly two different members of the team.' })
  professionalIds!: string[];

  @Field(() => DeploymentPurpose.type, { description: 'What for.' })
  purpose!: DeploymentPurpose;

  @Field(() => [WindowHoursInput], {
    description: 'When both go, and how many hours a week. One part of the week at least.',
  })
  hours!: WindowHoursInput[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day, not before today; without it today.' })
  fromOn?: string | null;

  @Field(() => GraphQLLocalDate, { description: 'Last day, at most two years later.' })
  toOn!: string;
}

@InputType({ description: 'Which deployment is changed.' })
export abstract class DeploymentStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the deployment.' })
  deploymentId!: string;

  @Field(() => Int, {
    description:
      'The `version` that you read. VERSION_CONFLICT when somebody else changed it since: nothing is done then, and nothing of theirs is lost.',
  })
  version!: number;
}

@InputType({ description: 'The end of a deployment before its last day.' })
export class EndDeploymentInput extends DeploymentStepInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'Last day, not ahead of the last day that was agreed; the day before the first for what never was. Without it that day for what has not begun, else today.',
  })
  endedOn?: string | null;

  @Field(() => DeploymentEndReason.type, { description: 'Why.' })
  reason!: DeploymentEndReason;
}

@InputType({ description: 'A later last day.' })
export class ExtendDeploymentInput extends DeploymentStepInput {
  @Field(() => GraphQLLocalDate, {
    description: 'The new last day: behind the one that was agreed, at most two years behind the first.',
  })
  toOn!: string;
}

@InputType({ description: 'One member takes the place of another.' })
export class SwapDuoMemberInput extends DeploymentStepInput {
  @Field(() => ID, { description: 'Who goes no more.' })
  leavingId!: string;

  @Field(() => ID, { description: 'Who goes instead, for the same hours: a member of the team.' })
  joiningId!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'From which day on, not before today; without it today.',
  })
  fromOn?: string | null;
}

@InputType({ description: 'Something that the duo did.' })
export class RecordDeploymentActionInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the deployment.' })
  deploymentId!: string;

  @Field(() => DeploymentActionKind.type, { description: 'What was done.' })
  kind!: DeploymentActionKind;

  @Field(() => GraphQLLocalDate, { description: 'On which day: one of the deployment, not ahead.' })
  doneOn!: string;

  @Field(() => Float, { description: 'How many hours it took, in steps of 0.5.' })
  hours!: number;
}
