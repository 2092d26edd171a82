import { Field, ObjectType } from 'type-graphql';
import { GraphQLEmailAddress } from '../../../vocabulary/scalars.js';

@ObjectType({ description: 'How to reach a professional at work.' })
export class WorkContact {
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number in international form (E.164), such as +31320000101.',
  })
  phone!: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'E-mail address at work. Send no personal data by e-mail.',
  })
  email!: string | null;
}
