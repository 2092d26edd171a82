import { Field, ObjectType } from 'type-graphql';
import { GraphQLEmailAddress } from '../../../vocabulary/scalars.js';
import { IntakeContact } from './intake/intake-contact.type.js';

@ObjectType({ description: 'How to reach an organisation, and its intake where that is reached otherwise.' })
export class OrganisationContact {
  @Field(() => String, {
    nullable: true,
    description: 'Telephone number in international form (E.164), such as +31320000101.',
  })
  phone!: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'General e-mail address. Send no personal data by e-mail.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the public website, beginning with https://.' })
  website!: string | null;

  @Field(() => IntakeContact, {
    nullable: true,
    description: 'Whom to reach for a new child; null when the organisation told nobody but the general contact.',
  })
  intake!: IntakeContact | null;
}
