import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import { ContactMoment } from '../../contact/contact.type.js';
import type { CasesContext } from '../../context.js';
import { Outcome } from '../../outcome/outcome.type.js';
import type { CasesServices } from '../../services.js';
import { Consultation } from '../consultation.type.js';
import { ChangedConsultation, changedConsultation } from './changed-consultation.type.js';
import {
  AbandonConsultationInput,
  CloseConsultationInput,
  RecordContactInput,
  RecordInterventionInput,
  RecordOutcomeInput,
  RegisterConsultationInput,
  type ConsultationStepInput,
} from './consultation-steps.input.js';

type Work = (services: CasesServices) => Promise<void>;

/** Takes one step of a consultation, once for each key, and writes down that it was taken or refused. */
async function takeStep(
  context: CasesContext,
  operation: string,
  input: ConsultationStepInput,
  work: Work,
): Promise<ChangedConsultation> {
  const { idempotencyKey: key, consultationId } = input;
  const change = { action: 'U', objectType: 'Consultation', subjectId: consultationId } as const;
  const answer = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: consultationId, changed: { Consultation: [consultationId] } };
  });
  return changedConsultation(context, answer);
}

/** The work on consultations, from the question to what came of it. */
@Resolver(() => Consultation)
export class ConsultationStepsResolver {
  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description:
      'Registers a question about a child as it came in: a phone call counts. A broker answers within 48 hours.',
  })
  async registerConsultation(
    @Arg('input', () => RegisterConsultationInput, { description: 'The question.' }) input: RegisterConsultationInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    const { idempotencyKey: key, referrer, receivedAt = null, channel, municipalityCode, isIdentified } = input;
    const registration = {
      ...{ channel, municipalityCode, isIdentified, receivedAt },
      referrerKind: referrer.kind,
      referrerOrganisationId: referrer.organisationId?.toLowerCase() ?? null,
      referrerMunicipalityCode: referrer.municipalityCode,
    };
    const change = { action: 'C', objectType: 'Consultation', subjectId: '' } as const;
    const request = { operation: 'registerConsultation', key, input };
    const answer = await auditedChange(context, change, request, async ({ registering }) => {
      const id = await registering.register(context.caller, registration);
      return { answer: id, changed: { Consultation: [id] } };
    });
    return changedConsultation(context, answer);
  }

  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description:
      'Writes down that there was contact. The earliest is the first contact, which is promised within 48 hours.',
  })
  recordContact(
    @Arg('input', () => RecordContactInput, { description: 'The contact.' }) input: RecordContactInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    const { kind, at = null, minutes = null } = input;
    return takeStep(context, 'recordContact', input, ({ consultationSteps }) =>
      consultationSteps.recordContact(context.caller, input, { kind, at, minutes }),
    );
  }

  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description: 'Writes down what was done for the child. STATE_CONFLICT before the first contact and after the end.',
  })
  recordIntervention(
    @Arg('input', () => RecordInterventionInput, { description: 'The intervention.' }) input: RecordInterventionInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    return takeStep(context, 'recordIntervention', input, ({ consultationSteps }) =>
      consultationSteps.recordIntervention(context.caller, input, input.intervention),
    );
  }

  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description: 'Adds what came of it, also after the end: whether a solution lasts is asked months later.',
  })
  recordOutcome(
    @Arg('input', () => RecordOutcomeInput, { description: 'The finding.' }) input: RecordOutcomeInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    const { kind, measuredOn, isStable = null, followUpOn = null } = input;
    return takeStep(context, 'recordOutcome', input, ({ consultationSteps }) =>
      consultationSteps.recordOutcome(context.caller, input, { kind, measuredOn, isStable, followUpOn }),
    );
  }

  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description: 'Ends a consultation in which there was contact.',
  })
  closeConsultation(
    @Arg('input', () => CloseConsultationInput, { description: 'The end.' }) input: CloseConsultationInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    return takeStep(context, 'closeConsultation', input, ({ consultationSteps }) =>
      consultationSteps.close(context.caller, input, input.closedAt ?? null),
    );
  }

  @Mutation(() => ChangedConsultation, {
    nullable: true,
    description: 'Ends a consultation that is not gone on with. It still counts, as a question that came in.',
  })
  abandonConsultation(
    @Arg('input', () => AbandonConsultationInput, { description: 'Which, and why.' }) input: AbandonConsultationInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedConsultation> {
    return takeStep(context, 'abandonConsultation', input, ({ consultationSteps }) =>
      consultationSteps.abandon(context.caller, input, input.reason),
    );
  }

  @FieldResolver(() => [ContactMoment], { nullable: true, description: 'When there was contact, the newest first.' })
  async contacts(@Root() { id }: Consultation, @Ctx() { loaders }: CasesContext): Promise<ContactMoment[]> {
    return (await loaders.contactsOfConsultation.load(id)) ?? [];
  }

  @FieldResolver(() => [Outcome], { nullable: true, description: 'What came of it, the newest finding first.' })
  async outcomes(@Root() { id }: Consultation, @Ctx() { loaders }: CasesContext): Promise<Outcome[]> {
    return (await loaders.outcomesOfConsultation.load(id)) ?? [];
  }
}
