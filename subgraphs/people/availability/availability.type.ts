import { Field, Float, ObjectType } from 'type-graphql';
import { TimeWindow } from '../../../vocabulary/child.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';

@ObjectType({ description: 'Hours a week in one part of the week.' })
export class WindowHours {
  @Field(() => TimeWindow.type, { description: 'The part of the week.' })
  timeWindow!: TimeWindow;

  @Field(() => Float, { description: 'Hours a week, in steps of 0.5.' })
  hoursPerWeek!: number;
}

@ObjectType({ description: 'What a professional can give to families in one part of the week, in all.' })
export class AvailabilityWindow extends WindowHours {
  @Field(() => GraphQLLocalDate, { description: 'First day.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day; null while no end is known.' })
  toOn!: string | null;
}

@ObjectType({ description: 'Days on which a professional is not there. Why is not kept.' })
export class Absence {
  @Field(() => GraphQLLocalDate, { description: 'First day.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day.' })
  toOn!: string;
}
