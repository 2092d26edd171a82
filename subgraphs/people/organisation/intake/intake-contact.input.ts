import { Field, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';

@InputType({
  description: 'Whom to reach at the own organisation for a new child. It replaces what was told before.',
})
export class PublishIntakeContactInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone number of the intake in international form, such as +31320000101; never a private one.',
  })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address of the intake; one of a provider of private mail is refused. Without both the general contact is all there is.',
  })
  email?: string | null;
}
