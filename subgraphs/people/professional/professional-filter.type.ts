import { Field, ID, InputType } from 'type-graphql';
import { LanguageTag, MunicipalityCode } from '../../../vocabulary/scalars.js';
import { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import { narrowing, narrowingMunicipality } from '../lists/search.rules.js';
import type { ProfessionalSelection } from './professional.store.js';

@InputType({ description: 'Which professionals to list; what is left out does not narrow the list.' })
export class ProfessionalFilter {
  @Field(() => [ExpertiseCode.type], {
    nullable: true,
    description: 'Only professionals with each of these expertises.',
  })
  expertise?: ExpertiseCode[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only professionals who work in this municipality.' })
  municipalityCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only professionals of this organisation.' })
  organisationId?: string | null;

  @Field(() => LanguageTag, {
    nullable: true,
    description: 'Only professionals who can talk with a family in this language.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only professionals with this text in their job title, capitals or not. Every character stands for itself.',
  })
  jobTitleContains?: string | null;
}

/** A filter as the store reads it. Throws UNKNOWN_MUNICIPALITY. */
export function professionalSelection(filter: ProfessionalFilter | null): ProfessionalSelection {
  return {
    expertise: narrowing(filter?.expertise),
    municipalityCode: narrowingMunicipality(filter?.municipalityCode),
    organisationId: filter?.organisationId ?? null,
    language: filter?.language ?? null,
    jobTitleContains: filter?.jobTitleContains ?? null,
  };
}
