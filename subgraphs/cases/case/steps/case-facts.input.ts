import { Field, ID, InputType } from 'type-graphql';
import { LegalFramework } from '../../../../vocabulary/child.js';
import { LanguageTag, MunicipalityCode, Postcode4 } from '../../../../vocabulary/scalars.js';
import { LegalMeasure, OutOfHomeAuthorisation, ProblemDomain, SchoolKind } from '../case.vocabulary.js';

@InputType({ description: 'What is known of a child and its family, in codes.' })
export abstract class CaseFactsInput {
  @Field(() => MunicipalityCode, {
    nullable: true,
    description:
      'Municipality that contracts and pays (woonplaatsbeginsel); for a new case that of residence unless given.',
  })
  responsibleMunicipalityCode?: string | null;

  @Field(() => Postcode4, {
    nullable: true,
    description: 'Postcode area where the child lives; null where it is not known.',
  })
  postcode4?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Reference of the case in the system of its owner, 1 to 100 characters and no BSN, name or address: given by the owner only, and seen by it only.',
  })
  ownReference?: string | null;

  @Field(() => [LanguageTag], { nullable: true, description: 'Languages of the family, at most 50.' })
  languages?: string[] | null;

  @Field(() => [LegalFramework.type], { nullable: true, description: 'The legal grounds under which help is given.' })
  legalFrameworks?: LegalFramework[] | null;

  @Field(() => [LegalMeasure.type], { nullable: true, description: 'The child-protection measures that hold (CBS).' })
  measures?: LegalMeasure[] | null;

  @Field(() => OutOfHomeAuthorisation.type, {
    nullable: true,
    description: 'The authorisation to place the child out of home; null where there is none.',
  })
  outOfHomeAuthorisation?: OutOfHomeAuthorisation | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether placement out of home threatens.' })
  isThreatenedOutOfHome?: boolean | null;

  @Field(() => [ProblemDomain.type], { nullable: true, description: 'Problems of the adults around the child.' })
  problemDomains?: ProblemDomain[] | null;

  @Field(() => SchoolKind.type, {
    nullable: true,
    description:
      'What kind of school the child goes to; null where it is not known. Its postcode area comes with the need.',
  })
  schoolKind?: SchoolKind | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The one professional who directs the help for the whole family (procesregisseur), by identifier; null where none does.',
  })
  processDirectorId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether special precautions hold, such as a secret location. Anybody who works on the case may set them, where an organisation brought it; only that organisation lifts them.',
  })
  isRestricted?: boolean | null;
}
