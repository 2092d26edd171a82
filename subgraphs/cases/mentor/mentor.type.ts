import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';

@ObjectType({
  description:
    'A mentor whom the child chose itself (JIM, je eigen ingebrachte mentor). Registered, never searched for; of the mentor nothing is kept.',
})
export class Mentor {
  @Field(() => ID, { description: 'Identifier in the hub of this having been registered.' })
  id!: string;

  @Field(() => GraphQLLocalDate, { description: 'Since when.' })
  chosenOn!: string;

  @Field(() => Boolean, { description: 'Whether it is followed how it goes.' })
  isMonitored!: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when; null while it goes on.' })
  endedOn!: string | null;
}

@ObjectType({ description: 'The answer to what was registered of a mentor.' })
export class RegisteredMentor extends KeyedAnswer {
  @Field(() => Mentor, { nullable: true, description: 'The mentor as registered now.' })
  mentor!: Mentor | null;
}

@InputType({ description: 'That the child of a case chose a mentor. Who it is, is not told.' })
export class RegisterMentorInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => GraphQLLocalDate, { description: 'Since when: not ahead.' })
  chosenOn!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is followed how it goes.' })
  isMonitored!: boolean;
}

@InputType({ description: 'That a mentor is one no longer.' })
export class EndMentorInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the mentor.' })
  mentorId!: string;

  @Field(() => GraphQLLocalDate, { description: 'Until when: not ahead, and not before it began.' })
  endedOn!: string;
}
