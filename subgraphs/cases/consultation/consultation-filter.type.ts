import { Field, InputType, Int } from 'type-graphql';
import { MunicipalityCode } from '../../../vocabulary/scalars.js';
import { ConsultationStatus, InterventionKind, ReferrerKind, ResultKind } from './consultation.vocabulary.js';

@InputType({ description: 'Which consultations to list; what is left out does not narrow the list.' })
export class ConsultationFilter {
  @Field(() => Int, {
    nullable: true,
    description: 'Only consultations that count in the report of this calendar year.',
  })
  reportingYear?: number | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only children of this municipality.' })
  municipalityCode?: string | null;

  @Field(() => [ReferrerKind.type], { nullable: true, description: 'Only consultations asked for by one of these.' })
  referrerKinds?: ReferrerKind[] | null;

  @Field(() => [InterventionKind.type], {
    nullable: true,
    description: 'Only consultations with at least one of these interventions.',
  })
  interventions?: InterventionKind[] | null;

  @Field(() => [ResultKind.type], { nullable: true, description: 'Only consultations with one of these results.' })
  results?: ResultKind[] | null;

  @Field(() => [ConsultationStatus.type], { nullable: true, description: 'Only consultations in one of these states.' })
  statuses?: ConsultationStatus[] | null;
}
