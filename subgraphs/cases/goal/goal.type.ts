import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import type { JudgedGoal } from './goal.rules.js';
import { GoalGap, GoalMeasure, GoalOperator } from './goal.vocabulary.js';

@ObjectType({ description: 'A goal of the region for a year (doel), and how far it is.' })
export class GoalProgress {
  @Field(() => GoalMeasure.type, { description: 'What is measured.' })
  measure!: GoalMeasure;

  @Field(() => String, { description: 'What is measured, in Dutch.' })
  text!: string;

  @Field(() => GoalOperator.type, { description: 'When it is reached.' })
  operator!: GoalOperator;

  @Field(() => Int, { nullable: true, description: 'The number that was agreed; null where none was.' })
  target!: number | null;

  @Field(() => Int, { nullable: true, description: 'From where it began; null where that is not known.' })
  baseline!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What was counted of the year so far; null where the hub does not record it.',
  })
  actual!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is reached; null where that cannot be said.' })
  isReached!: boolean | null;

  @Field(() => GoalGap.type, { nullable: true, description: 'Why that cannot be said.' })
  gap!: GoalGap | null;
}

export function toGoalProgress(goal: JudgedGoal): GoalProgress {
  return { ...goal, text: GoalMeasure.dutch[goal.measure] };
}

@InputType({ description: 'What the region agrees on one measure for a year.' })
export class AgreeGoalInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => GoalMeasure.type, { description: 'What is measured. What was agreed on it for the year is replaced.' })
  measure!: GoalMeasure;

  @Field(() => GoalOperator.type, { description: 'When it is reached.' })
  operator!: GoalOperator;

  @Field(() => Int, { nullable: true, description: 'The number, 0 to 100000; without it the goal is only followed.' })
  target?: number | null;

  @Field(() => Int, { nullable: true, description: 'From where it began, 0 to 100000, where that is known.' })
  baseline?: number | null;
}

@ObjectType({ description: 'The answer to what was agreed.' })
export class AgreedGoals extends KeyedAnswer {
  @Field(() => [GoalProgress], { description: 'The goals of the year as they stand now.' })
  goals!: GoalProgress[];
}
