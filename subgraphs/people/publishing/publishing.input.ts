import { Field, InputType } from 'type-graphql';
import { GraphQLLocalDate, LanguageTag, MunicipalityCode } from '../../../vocabulary/scalars.js';
import { ExperienceCode } from '../experience/experience.vocabulary.js';
import { ExpertiseCode, ExpertiseLevel } from '../expertise/expertise.vocabulary.js';
import { ProfessionalRegister } from './publishing.vocabulary.js';

@InputType({ description: 'A subject in which a professional is at home, and how far.' })
export class ExpertiseInput {
  @Field(() => ExpertiseCode.type, { description: 'The subject.' })
  code!: ExpertiseCode;

  @Field(() => ExpertiseLevel.type, { description: 'How far the expertise goes.' })
  level!: ExpertiseLevel;
}

@InputType({ description: 'Entry of a professional in a register.' })
export class RegistrationInput {
  @Field(() => ProfessionalRegister.type, { description: 'The register.' })
  register!: ProfessionalRegister;

  @Field(() => String, { description: 'Number in the register, 1 to 40 characters.' })
  number!: string;
}

@InputType({ description: 'Who a professional is at work. It replaces all that was published before.' })
export class ProfessionalDetailsInput {
  @Field(() => String, { description: 'Name as the professional uses it at work, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'What the professional does (functie), in Dutch, 1 to 200 characters.' })
  jobTitle!: string;

  @Field(() => RegistrationInput, {
    nullable: true,
    description: 'Entry in a register. A number that differs from the one before has to be verified again.',
  })
  registration?: RegistrationInput | null;

  @Field(() => [ExpertiseInput], { defaultValue: [], description: 'What the professional is good at, each once.' })
  expertise!: ExpertiseInput[];

  @Field(() => [MunicipalityCode], { description: 'Municipalities where the professional works; at least one.' })
  municipalityCodes!: string[];

  @Field(() => [LanguageTag], {
    defaultValue: ['nl'],
    description: 'Languages in which the professional can talk with a family; at least one.',
  })
  languages!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Telephone number at work in international form, such as +31320000101; never a private one.',
  })
  workPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address at work; one of a provider of private mail is refused.',
  })
  workEmail?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether other organisations see the telephone number, as the professional decided; left out: as it was, and shown of a new one.',
  })
  isPhoneShown?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether other organisations see the e-mail address, as the professional decided; left out: as it was, and shown of a new one.',
  })
  isEmailShown?: boolean | null;

  @Field(() => [ExperienceCode.type], {
    defaultValue: [],
    description: 'What the professional went through, as an experience expert; never a diagnosis.',
  })
  experience!: ExperienceCode[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether other organisations see that and find the professional by it, as the professional decided; left out: as it was, and not shown of a new one.',
  })
  isExperienceShown?: boolean | null;

  @Field(() => Boolean, {
    description: 'Whether other organisations may find the professional, as the professional decided.',
  })
  isVisible!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the professional can be asked now; false for example during a long leave.',
  })
  isActive!: boolean;
}

@InputType({ description: 'One professional by your own key: who it is, or that it left.' })
export class PublishedProfessionalInput {
  @Field(() => String, { description: 'Your own key of the professional, 1 to 200 characters; it stays the same.' })
  key!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'First day on which the professional does not work for you, today at the latest. Name, contact and expertise are removed at once.',
  })
  leftOn?: string | null;

  @Field(() => ProfessionalDetailsInput, {
    nullable: true,
    description: 'Who the professional is; not with `leftOn`.',
  })
  professional?: ProfessionalDetailsInput | null;
}

@InputType({ description: 'Up to 500 professionals of one organisation.' })
export class PublishProfessionalsInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'A rehearsal: everything is answered, nothing is stored.' })
  isRehearsal!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'These are all your professionals: the answer names whom the hub knows besides. Nobody is removed.',
  })
  isComplete!: boolean;

  @Field(() => [PublishedProfessionalInput], { description: '1 to 500 professionals, each with another key.' })
  professionals!: PublishedProfessionalInput[];
}

@InputType({ description: 'That what the hub knows of professionals still holds.' })
export class ConfirmProfessionalsInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Your own keys of those to confirm, 1 to 500; left out: all of your organisation.',
  })
  keys?: string[] | null;
}
