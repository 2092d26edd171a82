import { Field, ObjectType } from 'type-graphql';
import { GraphQLEmailAddress } from '../../../vocabulary/scalars.js';

@ObjectType({ description: 'How to reach the intake of an organisation (aanmelding).' })
export class OrganisationContact {
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number in international form (E.164), such as +31320000101.',
  })
  phone!: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'E-mail address of the intake. Send no personal data by e-mail.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the public website, beginning with https://.' })
  website!: string | null;
}
