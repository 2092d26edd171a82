import { Field, ObjectType } from 'type-graphql';

/** What the answer to every change says, besides what was changed. */
@ObjectType()
export abstract class KeyedAnswer {
  @Field(() => Boolean, {
    description: 'Whether this is the answer of an earlier request with the same key: nothing was done now.',
  })
  isReplay!: boolean;
}
