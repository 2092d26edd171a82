import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import type { PeopleContext } from '../../context.js';
import type { PeopleServices } from '../../services.js';
import { Deployment, toDeployment } from '../deployment.type.js';
import {
  DeployDuoInput,
  EndDeploymentInput,
  ExtendDeploymentInput,
  RecordDeploymentActionInput,
  SwapDuoMemberInput,
} from './deployment-steps.input.js';

@ObjectType({ description: 'The answer to a step of a deployment.' })
export class ChangedDeployment extends KeyedAnswer {
  @Field(() => Deployment, { nullable: true, description: 'The deployment as it stands now.' })
  deployment!: Deployment | null;
}

interface Step {
  readonly idempotencyKey: string;
  readonly deploymentId: string;
}

/** Takes one step of a deployment, once for each key, and writes down that it was taken or refused. */
async function takeStep(
  context: PeopleContext,
  operation: string,
  input: Step,
  work: (services: PeopleServices) => Promise<void>,
): Promise<ChangedDeployment> {
  const { idempotencyKey: key, deploymentId: id } = input;
  const change = { action: 'U', objectType: 'Deployment', subjectId: id } as const;
  const { answer, isReplay } = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: id, changed: { Deployment: [id] } };
  });
  return changedDeployment(context, answer, isReplay);
}

async function changedDeployment(
  { loaders }: PeopleContext,
  id: string,
  isReplay: boolean,
): Promise<ChangedDeployment> {
  const row = await loaders.deployments.load(id);
  return { deployment: row && toDeployment(row), isReplay };
}

/** The work with duos, from the booking to the end. */
@Resolver()
export class DeploymentStepsResolver {
  @Mutation(() => ChangedDeployment, {
    nullable: true,
    description:
      'Sends a duo to a family: books exactly two different members of a team for the hours, both or nobody. NO_HOURS_LEFT when one was asked meanwhile.',
  })
  async deployDuo(
    @Arg('input', () => DeployDuoInput, { description: 'The duo.' }) input: DeployDuoInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedDeployment> {
    const { idempotencyKey: key, fromOn = null, ...asked } = input;
    const change = { action: 'U', objectType: 'Case', subjectId: input.caseId } as const;
    const request = { operation: 'deployDuo', key, input };
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ booking }) => {
      const id = await booking.deploy(context.caller, { ...asked, fromOn });
      return { answer: id, changed: { Case: [input.caseId], Deployment: [id], Professional: input.professionalIds } };
    });
    return changedDeployment(context, answer, isReplay);
  }

  @Mutation(() => ChangedDeployment, {
    nullable: true,
    description: 'Ends a deployment before its last day: the hours of both are free again from the day after.',
  })
  endDeployment(
    @Arg('input', () => EndDeploymentInput, { description: 'The end.' }) input: EndDeploymentInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedDeployment> {
    return takeStep(context, 'endDeployment', input, ({ deploying }) =>
      deploying.end(context.caller, input, input.endedOn ?? null, input.reason),
    );
  }

  @Mutation(() => ChangedDeployment, {
    nullable: true,
    description: 'Lets a duo go on for longer, where both still have the hours.',
  })
  extendDeployment(
    @Arg('input', () => ExtendDeploymentInput, { description: 'The new end.' }) input: ExtendDeploymentInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedDeployment> {
    return takeStep(context, 'extendDeployment', input, ({ deploying }) =>
      deploying.extend(context.caller, input, input.toOn),
    );
  }

  @Mutation(() => ChangedDeployment, {
    nullable: true,
    description: 'Lets another member of the team take over from one of the two, for the same hours.',
  })
  swapDuoMember(
    @Arg('input', () => SwapDuoMemberInput, { description: 'Who for whom.' }) input: SwapDuoMemberInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedDeployment> {
    const { leavingId, joiningId, fromOn = null } = input;
    return takeStep(context, 'swapDuoMember', input, ({ deploying }) =>
      deploying.swap(context.caller, input, leavingId, joiningId, fromOn),
    );
  }

  @Mutation(() => ChangedDeployment, {
    nullable: true,
    description: 'Writes down what the duo did: a bunk bed that was put together counts.',
  })
  recordDeploymentAction(
    @Arg('input', () => RecordDeploymentActionInput, { description: 'What was done.' })
    input: RecordDeploymentActionInput,
    @Ctx() context: PeopleContext,
  ): Promise<ChangedDeployment> {
    const { deploymentId, kind, doneOn, hours } = input;
    return takeStep(context, 'recordDeploymentAction', input, ({ deploying }) =>
      deploying.recordAction(context.caller, deploymentId, kind, doneOn, hours),
    );
  }
}
