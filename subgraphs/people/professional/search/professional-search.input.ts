import { Field, Float, InputType, Int } from 'type-graphql';
import { TimeWindow } from '../../../../vocabulary/child.js';
import { GraphQLLocalDate, LanguageTag, MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { ExperienceCode } from '../../experience/experience.vocabulary.js';
import { ExpertiseCode, ExpertiseLevel } from '../../expertise/expertise.vocabulary.js';

@InputType({ description: 'A subject in which a professional must be at home.' })
export class SoughtExpertiseInput {
  @Field(() => ExpertiseCode.type, { description: 'The subject.' })
  code!: ExpertiseCode;

  @Field(() => ExpertiseLevel.type, { defaultValue: 'BASIC', description: 'How far it must go at the least.' })
  minimumLevel!: ExpertiseLevel;
}

@InputType({ description: 'Whom you seek; what is left out does not narrow the search.' })
export class ProfessionalSearchInput {
  @Field(() => MunicipalityCode, { description: 'Where help is needed: who works there is found.' })
  municipalityCode!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Dutch words of a function, a name or an expertise, at most 100 characters; a typing error is forgiven.',
  })
  text?: string | null;

  @Field(() => [SoughtExpertiseInput], { defaultValue: [], description: 'Each of these expertises, once.' })
  expertise!: SoughtExpertiseInput[];

  @Field(() => [ExperienceCode.type], {
    defaultValue: [],
    description: 'What an experience expert (ervaringsdeskundige) went through: each of these, where they show it.',
  })
  experience!: ExperienceCode[];

  @Field(() => LanguageTag, { nullable: true, description: 'A language in which to talk with the family.' })
  language?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week that must be free through the whole period, in steps of 0.5.',
  })
  hoursPerWeek?: number | null;

  @Field(() => [TimeWindow.type], {
    nullable: true,
    description: 'In which parts of the week these hours count; without it in all.',
  })
  timeWindows?: TimeWindow[] | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day of the period; without it today.' })
  fromOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many weeks the period lasts, 1 to 104; without it 12.' })
  weeks?: number | null;
}
