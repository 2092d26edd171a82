import { Field, Float, ID, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { TimeWindow } from '../../../vocabulary/child.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';

@InputType({ description: 'Hours a week in one part of the week.' })
export class WindowHoursInput {
  @Field(() => TimeWindow.type, { description: 'The part of the week, once in a list.' })
  timeWindow!: TimeWindow;

  @Field(() => Float, { description: 'Hours a week, 0.5 to 80 in steps of 0.5.' })
  hoursPerWeek!: number;
}

@InputType({ description: 'Which professional is changed.' })
abstract class OwnProfessionalInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'A professional of the own organisation.' })
  professionalId!: string;
}

@InputType({ description: 'What a professional can give from a day on, in the whole week.' })
export class SetAvailabilityInput extends OwnProfessionalInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'From which day on; without it from today.' })
  fromOn?: string | null;

  @Field(() => [WindowHoursInput], {
    description: 'Every part of the week in which there are hours; an empty list gives none from that day on.',
  })
  windows!: WindowHoursInput[];
}

@InputType({ description: 'Days on which a professional is not there.' })
export class RecordAbsenceInput extends OwnProfessionalInput {
  @Field(() => GraphQLLocalDate, { description: 'First day.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day, at most a year later.' })
  toOn!: string;
}

@InputType({ description: 'An absence that is taken back.' })
export class WithdrawAbsenceInput extends OwnProfessionalInput {
  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  fromOn!: string;
}
