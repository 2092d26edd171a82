import 'reflect-metadata';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from './child.js';
import { LadderRung } from './ladder.js';
import { GraphQLLocalDate, LanguageTag, MunicipalityCode, Postcode4 } from './scalars.js';

/** What is sought, beside what a case itself says of the child. */
@ObjectType()
@InputType()
export abstract class SoughtFields {
  @Field(() => [LadderRung.type], {
    defaultValue: [],
    description: 'The rungs that are sought; an empty list seeks every rung up to `heaviestRung`.',
  })
  rungs!: LadderRung[];

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'The heaviest rung that may be offered; null sets no bound.',
  })
  heaviestRung!: LadderRung | null;

  @Field(() => Sex.type, { nullable: true, description: 'Sex of the child, only where it matters for a place.' })
  sex!: Sex | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which help should have begun; null means as soon as possible.',
  })
  startByOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Expected duration of the help, in weeks.' })
  durationWeeks!: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours of help per week, in steps of 0.5.' })
  hoursPerWeek!: number | null;

  @Field(() => [TimeWindow.type], { defaultValue: [], description: 'The parts of the week in which help is needed.' })
  timeWindows!: TimeWindow[];

  @Field(() => Int, { defaultValue: 1, description: 'How many children must be placed together, this child included.' })
  childrenTogether!: number;

  @Field(() => [Characteristic.type], { defaultValue: [], description: 'What characterises the child and the family.' })
  characteristics!: Characteristic[];

  @Field(() => [PlaceFeature.type], {
    defaultValue: [],
    description: 'Features wished of a place: reasons, never exclusions.',
  })
  placeFeatures!: PlaceFeature[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether help is needed at once.' })
  isCrisis!: boolean;
}

/** What help is sought, in codes that lead to no place and no family: all of a need that may be put before a provider. */
@ObjectType()
@InputType()
export abstract class CodedNeedFields extends SoughtFields {
  @Field(() => [LanguageTag], { defaultValue: [], description: 'Languages of the family: reasons, never exclusions.' })
  languages!: string[];

  @Field(() => [LegalFramework.type], {
    defaultValue: [],
    description: 'The legal grounds that apply: an offer must accept each.',
  })
  legalFrameworks!: LegalFramework[];
}

/**
 * What help a child needs (zoekprofiel), in codes only: no name, no address, no free text.
 * One definition serves the need of a case, the input of an anonymous search and the borrowed need that the ranking reads.
 */
@ObjectType()
@InputType()
export abstract class NeedFields extends CodedNeedFields {
  @Field(() => Int, { description: 'Year of birth of the child. The day is never known to the hub.' })
  birthYear!: number;

  @Field(() => MunicipalityCode, {
    description: 'Municipality where the child lives: offers that work there are considered.',
  })
  municipalityCode!: string;

  @Field(() => MunicipalityCode, {
    nullable: true,
    description:
      'Municipality that pays (woonplaatsbeginsel): its contracts count. Null means the municipality of residence.',
  })
  responsibleMunicipalityCode!: string | null;

  @Field(() => Postcode4, {
    nullable: true,
    description:
      'Postcode area of the home: distances are measured from its centre. Of a restricted case it is told to the owner’s organisation only, for it could lead to a place that must stay secret; others then search without distance.',
  })
  nearPostcode4!: string | null;

  @Field(() => Postcode4, {
    nullable: true,
    description:
      'Postcode area of the school. Of a restricted case it is told to the owner’s organisation only, as that of the home is.',
  })
  schoolPostcode4!: string | null;

  @Field(() => Int, { nullable: true, description: 'Farthest distance from home in km; farther offers are excluded.' })
  maxDistanceKm!: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether only offers under contract with the paying municipality count.',
  })
  contractedOnly!: boolean;
}
