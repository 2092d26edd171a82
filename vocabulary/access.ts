import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from './scalars.js';

/** What is told of one access to data about somebody, whoever keeps it. */
@ObjectType()
export abstract class Access {
  @Field(() => ID, { description: 'Identifier of the entry in the audit.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => String, {
    description:
      'The one name of the user: issuer, # and subject there; of a system that the hub registered its client id.',
  })
  userId!: string;

  @Field(() => [String], { description: 'The roles under which it was.' })
  roles!: readonly string[];

  @Field(() => String, { description: 'What was done, as a code such as CASE_READ or CONSENT_CREATED.' })
  event!: string;

  @Field(() => String, { description: 'Why, as a code such as FIND_CARE.' })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether it was given; false when it was refused.' })
  isGranted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the registered operation that was asked; null for a question of the caller’s own.',
  })
  operationName!: string | null;
}
