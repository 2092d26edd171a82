import { Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { ContactKind } from './contact.vocabulary.js';

@ObjectType({ description: 'A moment of contact (contactmoment) in a consultation.' })
export class ContactMoment {
  @Field(() => ID, { description: 'Identifier of the moment in the hub.' })
  id!: string;

  @Field(() => ContactKind.type, { description: 'How there was contact.' })
  kind!: ContactKind;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'How long it took, in minutes; null where nobody said.' })
  minutes!: number | null;
}
