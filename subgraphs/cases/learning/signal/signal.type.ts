import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { Organisation } from '../../borrowed-types.js';
import { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import { SignalDestination, SignalForum, SignalState } from '../learning.vocabulary.js';
import type { SignalRow } from './signal.store.js';

@ObjectType({
  description:
    'A signal (signaal, knelpunt) to policy or procurement: what stands in the way, whose it is, and by when.',
})
export class Signal {
  @Field(() => ID, { description: 'Random identifier of the signal in the hub.' })
  id!: string;

  @Field(() => Int, { description: 'Counts its changes: send it with your answer.' })
  version!: number;

  @Field(() => SignalDestination.type, { description: 'To whom it is.' })
  destination!: SignalDestination;

  @Field(() => LearningFactor.type, { description: 'What it is about.' })
  factor!: LearningFactor;

  @Field(() => Organisation, { nullable: true, description: 'The organisation whose it is to answer.' })
  ownerOrganisation!: Organisation | null;

  @Field(() => SignalState.type, { description: 'What became of it.' })
  state!: SignalState;

  @Field(() => SignalForum.type, {
    nullable: true,
    description: 'Before whom it was put last; null where it never was.',
  })
  escalatedTo!: SignalForum | null;

  @Field(() => GraphQLDateTime, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => GraphQLLocalDate, { description: 'By which day it is to be answered.' })
  dueOn!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was solved or declined; null until then.' })
  answeredAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether that day has passed without an end to it.' })
  isOverdue!: boolean;
}

export const { NodeConnection: SignalConnection } = connectionTypes('Signal', () => Signal);

/** A signal as it may be shown. */
export function toSignal({ ownerOrganisationId, ...row }: SignalRow): Signal {
  return { ...row, ownerOrganisation: { id: ownerOrganisationId } };
}

@InputType({ description: 'Which signals to list; what is left out does not narrow the list.' })
export class SignalFilter {
  @Field(() => [SignalState.type], { nullable: true, description: 'Only those in one of these states.' })
  states?: SignalState[] | null;

  @Field(() => [SignalDestination.type], { nullable: true, description: 'Only those to one of these.' })
  destinations?: SignalDestination[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are overdue, or that are not.' })
  isOverdue?: boolean | null;
}

@InputType({ description: 'A signal that is raised.' })
export class RaiseSignalInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => SignalDestination.type, { description: 'To whom it is.' })
  destination!: SignalDestination;

  @Field(() => LearningFactor.type, { description: 'What it is about.' })
  factor!: LearningFactor;

  @Field(() => ID, { description: 'The organisation whose it is to answer.' })
  ownerOrganisationId!: string;

  @Field(() => GraphQLLocalDate, { description: 'By which day, tomorrow to a year ahead.' })
  dueOn!: string;

  @Field(() => ID, { nullable: true, description: 'The review from which it came.' })
  learningReviewId?: string | null;
}

@InputType({ description: 'What became of a signal.' })
export class AnswerSignalInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the signal.' })
  signalId!: string;

  @Field(() => Int, {
    description: 'The `version` that you read. VERSION_CONFLICT when somebody else changed it since.',
  })
  version!: number;

  @Field(() => SignalState.type, { description: 'What became of it; not OPEN.' })
  state!: SignalState;

  @Field(() => SignalForum.type, {
    nullable: true,
    description: 'Before whom it is put: with ESCALATED, and only then.',
  })
  escalatedTo?: SignalForum | null;
}

@ObjectType({ description: 'The answer to a step of a signal.' })
export class ChangedSignal extends KeyedAnswer {
  @Field(() => Signal, { nullable: true, description: 'The signal as it stands now.' })
  signal!: Signal | null;
}
