import { Field, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLEmailAddress } from '../../../../vocabulary/scalars.js';
import type { OrganisationRow } from '../organisation.entity.js';

@ObjectType({ description: 'Whom to reach at an organisation for a new child (aanmelding).' })
export class IntakeContact {
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

  @Field(() => GraphQLDateTime, { description: 'When the organisation said so.' })
  confirmedAt!: Date;
}

@ObjectType({ description: 'The answer to a change of the contact for intake.' })
export class PublishedIntakeContact extends KeyedAnswer {
  @Field(() => String, { nullable: true, description: 'Telephone number of the intake as it stands now.' })
  phone!: string | null;

  @Field(() => GraphQLEmailAddress, { nullable: true, description: 'E-mail address of the intake as it stands now.' })
  email!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When you said so; null when there is no contact besides the general one.',
  })
  confirmedAt!: Date | null;
}

type IntakeColumns = Pick<OrganisationRow, 'intakePhone' | 'intakeEmail' | 'intakeConfirmedAt'>;

/** The contact for intake of an organisation; null where it never told one. */
export function toIntakeContact(row: IntakeColumns): IntakeContact | null {
  const { intakePhone: phone = null, intakeEmail: email = null, intakeConfirmedAt: confirmedAt = null } = row;
  return confirmedAt === null ? null : { phone, email, confirmedAt };
}
