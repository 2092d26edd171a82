import { Field, ObjectType } from 'type-graphql';
import { GraphQLEmailAddress } from '../../../vocabulary/scalars.js';
import type { WorkContactRow } from './work-contact.entity.js';

@ObjectType({
  description: 'How to reach a professional at work, as far as the professional shows it outside the own organisation.',
})
export class WorkContact {
  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number in international form (E.164), such as +31320000101; null when there is none or it is not shown.',
  })
  phone!: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'E-mail address at work; null when there is none or it is not shown. Send no personal data by e-mail.',
  })
  email!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether others than the own organisation see the telephone number; null for them, and when there is none.',
  })
  isPhoneShown!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others than the own organisation see the address; null for them, and when there is none.',
  })
  isEmailShown!: boolean | null;
}

/** The ways to reach a professional as they may be shown; only the own organisation is told what is shown to others. */
export function toWorkContact(rows: readonly WorkContactRow[], isOwn: boolean): WorkContact {
  const phone = rows.find(({ kind, value }) => kind === 'PHONE' && value !== null);
  const email = rows.find(({ kind, value }) => kind === 'EMAIL' && value !== null);
  return {
    ...{ phone: phone?.value ?? null, email: email?.value ?? null },
    isPhoneShown: isOwn ? (phone?.isShown ?? null) : null,
    isEmailShown: isOwn ? (email?.isShown ?? null) : null,
  };
}
