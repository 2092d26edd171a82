import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { CasesContext } from '../../context.js';
import type { CasesServices } from '../../services.js';
import { ChangedPlacement, toPlacement } from '../placement.type.js';
import {
  AllocatePlacementInput,
  CancelPlacementInput,
  EndPlacementInput,
  PausePlacementInput,
  PlacementStepInput,
  StartPlacementInput,
} from './placement-steps.input.js';

/** The placement that a step was about, as it stands after it. */
export async function changedPlacement(
  { loaders }: CasesContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ChangedPlacement> {
  const row = await loaders.placements.load(answer);
  return { placement: row && toPlacement(row), isReplay };
}

/** Takes one step of a placement, once for each key, and writes down that it was taken or refused: of the placement and of its case. */
export async function takeStep(
  context: CasesContext,
  operation: string,
  input: { readonly idempotencyKey: string; readonly placementId: string },
  work: (services: CasesServices) => Promise<void>,
): Promise<ChangedPlacement> {
  const { idempotencyKey: key, placementId } = input;
  const change = { action: 'U', objectType: 'Placement', subjectId: placementId } as const;
  const answer = await auditedChange(context, change, { operation, key, input }, async (services: CasesServices) => {
    await work(services);
    const row = (await services.placements.findByIds(context.caller, [placementId])).get(placementId);
    return { answer: placementId, changed: { Placement: [placementId], Case: row ? [row.caseId] : [] } };
  });
  return changedPlacement(context, answer);
}

/** Care, from its allocation to its end. */
@Resolver()
export class PlacementStepsResolver {
  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description:
      'Allocates care to the child of a case (iJw 301): of a referral that was accepted, of a hold, or in the own network. Its hold is prolonged until the care has to start (two weeks unless the region has it otherwise): when it lapses all the same, the placement is cancelled.',
  })
  async allocatePlacement(
    @Arg('input', () => AllocatePlacementInput, { description: 'Which care.' }) input: AllocatePlacementInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    const { idempotencyKey: key, caseId, isSecondary } = input;
    const { referralId = null, holdId = null, rung = null, allocatedAt = null, product = null } = input;
    const change = { action: 'C', objectType: 'Case', subjectId: caseId } as const;
    const request = { operation: 'allocatePlacement', key, input };
    const answer = await auditedChange(context, change, request, async ({ allocating }: CasesServices) => {
      const asked = { caseId, referralId, holdId, rung, isSecondary, allocatedAt, product };
      const id = await allocating.allocate(context.caller, asked);
      return { answer: id, changed: { Placement: [id], Case: [caseId] } };
    });
    return changedPlacement(context, answer);
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description: 'Care starts (iJw 305): the case stands on its rung, and the hold that it came of is converted.',
  })
  startPlacement(
    @Arg('input', () => StartPlacementInput, { description: 'Which care.' }) input: StartPlacementInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'startPlacement', input, ({ placing }) =>
      placing.start(context.caller, input, input.startedAt ?? null),
    );
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description: 'Care is interrupted for a while (iJw 307, reason 20).',
  })
  pausePlacement(
    @Arg('input', () => PausePlacementInput, { description: 'Which care.' }) input: PausePlacementInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'pausePlacement', input, ({ placing }) =>
      placing.pause(context.caller, input, input.pausedAt ?? null),
    );
  }

  @Mutation(() => ChangedPlacement, { nullable: true, description: 'Care goes on that was interrupted.' })
  resumePlacement(
    @Arg('input', () => PlacementStepInput, { description: 'Which care.' }) input: PlacementStepInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'resumePlacement', input, ({ placing }) => placing.resume(context.caller, input));
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description: 'Care ends (iJw 307), for a reason; the place of its hold is given back.',
  })
  endPlacement(
    @Arg('input', () => EndPlacementInput, { description: 'Which care, and why.' }) input: EndPlacementInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    const { reason: endReason, endedAt = null, nextRung = null } = input;
    return takeStep(context, 'endPlacement', input, ({ placing }) =>
      placing.end(context.caller, input, { endReason, endedAt, nextRung }),
    );
  }

  @Mutation(() => ChangedPlacement, {
    nullable: true,
    description: 'What was allocated does not start, for a reason; the place of its hold is given back.',
  })
  cancelPlacement(
    @Arg('input', () => CancelPlacementInput, { description: 'Which care, and why not.' }) input: CancelPlacementInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedPlacement> {
    return takeStep(context, 'cancelPlacement', input, ({ placing }) =>
      placing.cancel(context.caller, input, input.reason),
    );
  }
}
