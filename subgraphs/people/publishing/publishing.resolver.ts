import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditedChange, type Changed } from '../../../platform/audit/audited-change.js';
import { toRowError } from '../../../platform/input/row-error.type.js';
import type { PeopleContext } from '../context.js';
import { Professional } from '../professional/professional.type.js';
import type { PeopleServices } from '../services.js';
import { ConfirmProfessionalsInput, PublishProfessionalsInput } from './publishing.input.js';
import type { PublicationRecord } from './publishing.service.js';
import { ProfessionalConfirmation, ProfessionalPublication, ProfessionalPublicationResult } from './publishing.type.js';

/** Who is changed is known by the answer alone: a request names nobody by an identifier of the hub. */
const change = { action: 'U', objectType: 'Professional', subjectId: '' } as const;

/** Whom an organisation has, as it says itself. */
@Resolver(() => ProfessionalPublicationResult)
export class PublishingResolver {
  @Mutation(() => ProfessionalPublication, {
    nullable: true,
    description:
      'Publishes up to 500 professionals of the own organisation by your own keys: new, changed or gone. Each has its own outcome.',
  })
  async publishProfessionals(
    @Arg('input', () => PublishProfessionalsInput, { description: 'The professionals.' })
    input: PublishProfessionalsInput,
    @Ctx() context: PeopleContext,
  ): Promise<ProfessionalPublication> {
    const { idempotencyKey: key, isRehearsal, professionals } = input;
    const publish = async ({ publishing }: PeopleServices): Promise<Changed<PublicationRecord>> => {
      const answer = await publishing.publish(context.caller, input);
      const ids = answer.rows.flatMap(({ professionalId }) => professionalId ?? []);
      return { answer, changed: isRehearsal ? {} : { Professional: ids } };
    };
    const request = { operation: 'publishProfessionals', key, input };
    const changing = isRehearsal ? { ...context, once: context.rehearse } : context;
    const { answer, isReplay } = await auditedChange(changing, change, request, publish);
    return {
      isReplay,
      results: answer.rows.map(({ outcome, professionalId, fault }, index) => ({
        ...{ outcome, professionalId, key: professionals[index]?.key ?? '' },
        error: fault && toRowError(fault, context.caller.language),
      })),
      leftOutCount: answer.leftOut?.count ?? null,
      leftOutKeys: [...(answer.leftOut?.keys ?? [])],
    };
  }

  @Mutation(() => ProfessionalConfirmation, {
    nullable: true,
    description:
      'Says that nothing changed: what the hub knows of the own professionals, or of those named, still holds.',
  })
  async confirmProfessionals(
    @Arg('input', () => ConfirmProfessionalsInput, { description: 'Whom.' }) input: ConfirmProfessionalsInput,
    @Ctx() context: PeopleContext,
  ): Promise<ProfessionalConfirmation> {
    const request = { operation: 'confirmProfessionals', key: input.idempotencyKey, input };
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ publishing }) => {
      const confirmed = await publishing.confirm(context.caller, input.keys ?? null);
      return { answer: confirmed, changed: { Professional: confirmed.professionalIds } };
    });
    const { confirmedAt, professionalIds, unknownKeys } = answer;
    return {
      ...{ isReplay, confirmedCount: professionalIds.length, unknownKeys: [...unknownKeys] },
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    };
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'The professional as they stand now; null when they left, were refused, or are new in a rehearsal.',
  })
  async professional(
    @Root() { professionalId }: ProfessionalPublicationResult,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> {
    return professionalId === null ? null : loaders.professionals.load(professionalId);
  }
}
