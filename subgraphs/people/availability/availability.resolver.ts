import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../platform/audit/audited-change.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import type { PeopleContext } from '../context.js';
import { Professional } from '../professional/professional.type.js';
import type { PeopleServices } from '../services.js';
import { RecordAbsenceInput, SetAvailabilityInput, WithdrawAbsenceInput } from './availability.input.js';
import { Absence, AvailabilityWindow } from './availability.type.js';

@ObjectType({ description: 'The answer to a change of when a professional can be asked.' })
export class ChangedProfessional extends KeyedAnswer {
  @Field(() => Professional, { nullable: true, description: 'The professional as they stand now.' })
  professional!: Professional | null;
}

async function change(
  context: PeopleContext,
  operation: string,
  input: { readonly idempotencyKey: string; readonly professionalId: string },
  work: (services: PeopleServices) => Promise<void>,
): Promise<ChangedProfessional> {
  const { idempotencyKey: key, professionalId: id } = input;
  const intent = { action: 'U', objectType: 'Professional', subjectId: id } as const;
  const { answer, isReplay } = await auditedChange(context, intent, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: id, changed: { Professional: [id] } };
  });
  return { professional: await context.loaders.professionals.load(answer), isReplay };
}

/** When professionals can be asked, as their own organisation says it. */
@Resolver(() => Professional)
export class AvailabilityResolver {
  @Mutation(() => ChangedProfessional, {
    nullable: true,
    description: 'Says in which parts of the week a professional of the own organisation can be asked, from a day on.',
  })
  setAvailability(
    @Arg('input', () => SetAvailabilityInput, { description: 'The week.' }) input: SetAvailabilityInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedProfessional> {
    const { professionalId, fromOn = null, windows } = input;
    return change(context, 'setAvailability', input, ({ availability }) =>
      availability.set(context.caller, professionalId, fromOn, windows),
    );
  }

  @Mutation(() => ChangedProfessional, {
    nullable: true,
    description: 'Says when a professional of the own organisation is not there: nobody finds them free on these days.',
  })
  recordAbsence(
    @Arg('input', () => RecordAbsenceInput, { description: 'The days.' }) input: RecordAbsenceInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedProfessional> {
    const { professionalId, fromOn, toOn } = input;
    return change(context, 'recordAbsence', input, ({ availability }) =>
      availability.recordAbsence(context.caller, professionalId, fromOn, toOn),
    );
  }

  @Mutation(() => ChangedProfessional, { nullable: true, description: 'Takes an absence back.' })
  withdrawAbsence(
    @Arg('input', () => WithdrawAbsenceInput, { description: 'Which one.' }) input: WithdrawAbsenceInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedProfessional> {
    return change(context, 'withdrawAbsence', input, ({ availability }) =>
      availability.withdrawAbsence(context.caller, input.professionalId, input.fromOn),
    );
  }

  @FieldResolver(() => [AvailabilityWindow], {
    nullable: true,
    description: 'What the professional can give to families in all, now and later, by part of the week.',
  })
  async availability(@Root() { id }: Professional, @Ctx() { loaders }: PeopleContext): Promise<AvailabilityWindow[]> {
    return (await loaders.availabilityOfProfessional.load(id)) ?? [];
  }

  @FieldResolver(() => [Absence], {
    nullable: true,
    description: 'When the professional is not there, now and later: for the own organisation, empty for others.',
  })
  async absences(@Root() { id }: Professional, @Ctx() { loaders }: PeopleContext): Promise<Absence[]> {
    return (await loaders.absencesOfProfessional.load(id)) ?? [];
  }
}
