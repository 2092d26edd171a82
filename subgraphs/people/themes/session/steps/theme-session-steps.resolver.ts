import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../../platform/audit/audited-change.js';
import type { IdempotentAnswer } from '../../../../../platform/idempotency/idempotency.js';
import { KeyedAnswer } from '../../../../../platform/idempotency/keyed-answer.js';
import type { PeopleContext } from '../../../context.js';
import type { PeopleServices } from '../../../services.js';
import { ThemeSession, toThemeSession } from '../theme-session.type.js';
import { CancelThemeSessionInput, PlanThemeSessionInput, RecordThemeSessionInput } from './theme-session.input.js';

@ObjectType({ description: 'The answer to a step of a session of a theme table.' })
export class ChangedThemeSession extends KeyedAnswer {
  @Field(() => ThemeSession, { nullable: true, description: 'The session as it stands now.' })
  themeSession!: ThemeSession | null;
}

/** Takes one step of a session, once for each key, and writes down that it was taken or refused. */
async function takeStep(
  context: PeopleContext,
  operation: string,
  input: { readonly idempotencyKey: string; readonly sessionId: string },
  work: (services: PeopleServices) => Promise<void>,
): Promise<ChangedThemeSession> {
  const { idempotencyKey: key, sessionId: id } = input;
  const change = { action: 'U', objectType: 'ThemeSession', subjectId: id } as const;
  const taken = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: id, changed: { ThemeSession: [id] } };
  });
  return changedSession(context, taken);
}

async function changedSession(
  { caller, services }: PeopleContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedThemeSession> {
  const row = (await services.themeSessions.findByIds(caller, [answer])).get(answer);
  return { themeSession: row ? toThemeSession(row) : null, isReplay };
}

/** A session of a theme table, from the planning to what came of it. */
@Resolver()
export class ThemeSessionStepsResolver {
  @Mutation(() => ChangedThemeSession, {
    nullable: true,
    description:
      'Plans a session of a theme table of the own region. PARTICIPANT_NOT_FREE when somebody sits in another session then, or is away: nothing is planned.',
  })
  async planThemeSession(
    @Arg('input', () => PlanThemeSessionInput, { description: 'The session.' }) input: PlanThemeSessionInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedThemeSession> {
    const { idempotencyKey: key, hostOrganisationId = null, ...asked } = input;
    const change = { action: 'C', objectType: 'ThemeSession', subjectId: '' } as const;
    const request = { operation: 'planThemeSession', key, input };
    const planned = await auditedChange(context, change, request, async ({ themeSteps }) => {
      const id = await themeSteps.plan(context.caller, { ...asked, hostOrganisationId }, context.guides);
      return { answer: id, changed: { ThemeSession: [id], Professional: input.participantIds } };
    });
    return changedSession(context, planned);
  }

  @Mutation(() => ChangedThemeSession, {
    nullable: true,
    description: 'Writes down that a session was held, and what was agreed.',
  })
  recordThemeSession(
    @Arg('input', () => RecordThemeSessionInput, { description: 'What came of it.' }) input: RecordThemeSessionInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedThemeSession> {
    return takeStep(context, 'recordThemeSession', input, ({ themeSteps }) =>
      themeSteps.record(context.caller, input, input.outcomes, input.summary ?? null),
    );
  }

  @Mutation(() => ChangedThemeSession, {
    nullable: true,
    description: 'Cancels a session that was planned: who was asked is free again.',
  })
  cancelThemeSession(
    @Arg('input', () => CancelThemeSessionInput, { description: 'Which, and why.' }) input: CancelThemeSessionInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedThemeSession> {
    return takeStep(context, 'cancelThemeSession', input, ({ themeSteps }) =>
      themeSteps.cancel(context.caller, input, input.reason),
    );
  }
}
