import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { IdempotentAnswer } from '../../../platform/idempotency/idempotency.js';
import { auditedChange } from '../../../platform/audit/audited-change.js';
import { Case } from '../case/case.type.js';
import type { CasesContext } from '../context.js';
import type { CasesServices } from '../services.js';
import { EndMentorInput, Mentor, RegisteredMentor, RegisterMentorInput } from './mentor.type.js';

interface OfCase {
  readonly caseId: string;
  readonly mentorId: string;
}

/** Mentors whom children chose. */
@Resolver(() => Case)
export class MentorResolver {
  @Mutation(() => RegisteredMentor, {
    nullable: true,
    description: 'Registers that the child chose a mentor (JIM). MENTOR_RUNS when one is registered already.',
  })
  async registerMentor(
    @Arg('input', () => RegisterMentorInput, { description: 'Since when.' }) input: RegisterMentorInput,
    @Ctx() context: CasesContext,
  ): Promise<RegisteredMentor> {
    const { idempotencyKey: key, caseId, chosenOn, isMonitored } = input;
    const change = { action: 'U', objectType: 'Case', subjectId: caseId } as const;
    const request = { operation: 'registerMentor', key, input };
    const answer = await auditedChange(context, change, request, async ({ mentoring }: CasesServices) => {
      const mentorId = await mentoring.register(context.caller, caseId, chosenOn, isMonitored);
      return { answer: { caseId, mentorId }, changed: { Case: [caseId] } };
    });
    return registered(context, answer);
  }

  @Mutation(() => RegisteredMentor, { nullable: true, description: 'Registers that a mentor is one no longer.' })
  async endMentor(
    @Arg('input', () => EndMentorInput, { description: 'Which, and until when.' }) input: EndMentorInput,
    @Ctx() context: CasesContext,
  ): Promise<RegisteredMentor> {
    const { idempotencyKey: key, mentorId, endedOn } = input;
    const change = { action: 'U', objectType: 'Mentor', subjectId: mentorId } as const;
    const request = { operation: 'endMentor', key, input };
    const answer = await auditedChange(context, change, request, async ({ mentoring }: CasesServices) => {
      const caseId = await mentoring.end(context.caller, mentorId, endedOn);
      return { answer: { caseId, mentorId }, changed: { Case: [caseId] } };
    });
    return registered(context, answer);
  }

  @FieldResolver(() => [Mentor], {
    nullable: true,
    description: 'Since when the child has a mentor of its own choice, and earlier ones; the newest first.',
  })
  async mentors(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Mentor[]> {
    return (await loaders.mentorsOfCase.load(id)) ?? [];
  }
}

async function registered(
  { loaders }: CasesContext,
  { answer: { caseId, mentorId }, isReplay }: IdempotentAnswer<OfCase>,
): Promise<RegisteredMentor> {
  const mentor = (await loaders.mentorsOfCase.load(caseId))?.find(({ id }) => id === mentorId);
  return { mentor: mentor ?? null, isReplay };
}
