import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { PeopleContext } from '../../context.js';
import { PublishIntakeContactInput } from './intake-contact.input.js';
import { IntakeContact, PublishedIntakeContact } from './intake-contact.type.js';

/** How the intake of an organisation is reached, as it says itself. */
@Resolver(() => IntakeContact)
export class IntakeContactResolver {
  @Mutation(() => PublishedIntakeContact, {
    nullable: true,
    description: 'Says whom to reach at the own organisation for a new child, apart from its general contact.',
  })
  async publishIntakeContact(
    @Arg('input', () => PublishIntakeContactInput, { description: 'The contact.' }) input: PublishIntakeContactInput,
    @Ctx() context: PeopleContext,
  ): Promise<PublishedIntakeContact> {
    const { idempotencyKey: key, phone = null, email = null } = input;
    const change = { action: 'U', objectType: 'Organisation', subjectId: context.caller.organisationId ?? '' } as const;
    const request = { operation: 'publishIntakeContact', key, input };
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ intakeContacts }) => {
      const told = await intakeContacts.tell(context.caller, phone, email);
      return { answer: told, changed: { Organisation: [told.organisationId] } };
    });
    const confirmedAt = answer.confirmedAt === null ? null : new Date(answer.confirmedAt);
    return { isReplay, phone: answer.phone, email: answer.email, confirmedAt };
  }
}
