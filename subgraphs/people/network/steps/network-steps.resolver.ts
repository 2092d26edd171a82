import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import type { PeopleContext } from '../../context.js';
import type { PeopleServices } from '../../services.js';
import { ChangedNetworkRequest, toNetworkRequest } from '../network-request.type.js';
import {
  AnswerRequestInput,
  AskNetworkInput,
  EscalateRequestInput,
  HandOnRequestInput,
} from './network-steps.input.js';

interface Step {
  readonly idempotencyKey: string;
  readonly requestId: string;
}

/** Takes one step of a question, once for each key, and writes down that it was taken or refused. */
async function takeStep(
  context: PeopleContext,
  operation: string,
  input: Step,
  work: (services: PeopleServices) => Promise<void>,
): Promise<ChangedNetworkRequest> {
  const { idempotencyKey: key, requestId: id } = input;
  const change = { action: 'U', objectType: 'NetworkRequest', subjectId: id } as const;
  const taken = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: id, changed: { NetworkRequest: [id] } };
  });
  return changedRequest(context, taken);
}

async function changedRequest(
  { caller, services }: PeopleContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedNetworkRequest> {
  const row = (await services.networkRequests.findByIds(caller, [answer])).get(answer);
  return { networkRequest: row ? toNetworkRequest(row) : null, isReplay };
}

/** A question to the network, from the asking to the answer. */
@Resolver()
export class NetworkStepsResolver {
  @Mutation(() => ChangedNetworkRequest, {
    nullable: true,
    description:
      'Asks the network: the team that can answer best calls back within 48 hours. NO_TEAM_TO_ASK where there is none.',
  })
  async askNetwork(
    @Arg('input', () => AskNetworkInput, { description: 'The question.' }) input: AskNetworkInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedNetworkRequest> {
    const { idempotencyKey: key, expertise = null, ...asked } = input;
    const change = { action: 'C', objectType: 'NetworkRequest', subjectId: '' } as const;
    const request = { operation: 'askNetwork', key, input };
    const added = await auditedChange(context, change, request, async ({ networkSteps }) => {
      const id = await networkSteps.ask(context.caller, { ...asked, expertise });
      return { answer: id, changed: { NetworkRequest: [id] } };
    });
    return changedRequest(context, added);
  }

  @Mutation(() => ChangedNetworkRequest, {
    nullable: true,
    description: 'Answers a question, or says that somebody called back and the answer follows.',
  })
  answerRequest(
    @Arg('input', () => AnswerRequestInput, { description: 'The answer.' }) input: AnswerRequestInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedNetworkRequest> {
    return takeStep(context, 'answerRequest', input, ({ networkSteps }) =>
      networkSteps.answer(context.caller, input, input.answer),
    );
  }

  @Mutation(() => ChangedNetworkRequest, {
    nullable: true,
    description: 'Hands a question on to another team, with why. By when somebody calls back stays as it was.',
  })
  handOnRequest(
    @Arg('input', () => HandOnRequestInput, { description: 'To whom, and why.' }) input: HandOnRequestInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedNetworkRequest> {
    return takeStep(context, 'handOnRequest', input, ({ networkSteps }) =>
      networkSteps.handOn(context.caller, input, input.reason, input.toTeamId ?? null),
    );
  }

  @Mutation(() => ChangedNetworkRequest, {
    nullable: true,
    description: 'Puts a question before the brokers of the region, with why; who asked it may do so too.',
  })
  escalateRequest(
    @Arg('input', () => EscalateRequestInput, { description: 'Why.' }) input: EscalateRequestInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedNetworkRequest> {
    return takeStep(context, 'escalateRequest', input, ({ networkSteps }) =>
      networkSteps.escalate(context.caller, input, input.reason),
    );
  }
}
