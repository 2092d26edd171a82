import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import type { CasesContext } from '../../context.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import { signalSortValues } from './signal.store.js';
import {
  AnswerSignalInput,
  ChangedSignal,
  RaiseSignalInput,
  Signal,
  SignalConnection,
  SignalFilter,
  toSignal,
} from './signal.type.js';

@Resolver()
export class SignalResolver {
  @Query(() => SignalConnection, {
    nullable: true,
    description:
      'The signals that the caller may see, the newest first: of the region, or those that are its to answer.',
  })
  async signals(
    @Arg('filter', () => SignalFilter, { nullable: true, description: 'Narrows the list.' })
    filter: SignalFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Connection<Signal>> {
    const page = timePage(args);
    const { states = null, destinations = null, isOverdue = null } = filter ?? {};
    const rows = await services.signals.findPage(caller, { states, destinations, isOverdue }, page);
    return toConnection(rows, page, signalSortValues, toSignal);
  }

  @Mutation(() => ChangedSignal, {
    nullable: true,
    description: 'Raises a signal to policy, procurement or regulation, with whose it is and by when.',
  })
  async raiseSignal(
    @Arg('input', () => RaiseSignalInput, { description: 'The signal.' }) input: RaiseSignalInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedSignal> {
    const { destination, factor, ownerOrganisationId, dueOn, learningReviewId = null } = input;
    const change = { action: 'C', objectType: 'Signal', subjectId: ownerOrganisationId } as const;
    const request = { operation: 'raiseSignal', key: input.idempotencyKey, input };
    const raised = await auditedChange(context, change, request, async ({ signalling }) => {
      const signal = { destination, factor, ownerOrganisationId, dueOn, learningReviewId };
      const id = await signalling.raise(context.caller, signal);
      return { answer: id, changed: { Signal: [id] } };
    });
    return changedSignal(context, raised);
  }

  @Mutation(() => ChangedSignal, {
    nullable: true,
    description: 'Says what became of a signal. Put before the Enabling Crew it stays with its owner, who decides.',
  })
  async answerSignal(
    @Arg('input', () => AnswerSignalInput, { description: 'What became of it.' }) input: AnswerSignalInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedSignal> {
    const { signalId, version, state, escalatedTo = null } = input;
    const change = { action: 'U', objectType: 'Signal', subjectId: signalId } as const;
    const request = { operation: 'answerSignal', key: input.idempotencyKey, input };
    const answered = await auditedChange(context, change, request, async ({ signalling }) => {
      await signalling.answer(context.caller, { signalId, version, state, escalatedTo });
      return { answer: signalId, changed: { Signal: [signalId] } };
    });
    return changedSignal(context, answered);
  }
}

/** The signal that a step was about, as it stands after it. */
async function changedSignal(
  { caller, services }: CasesContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedSignal> {
  const row = (await services.signals.findByIds(caller, [answer])).get(answer);
  return { signal: row ? toSignal(row) : null, isReplay };
}
