import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Characteristic, LegalFramework, TimeWindow } from '../../vocabulary/child.js';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { LanguageTag, MunicipalityCode } from '../../vocabulary/scalars.js';

/** Of a need what duos and experts are sought by, in codes: nothing of it is kept. The borrowed fields are wanted all: federation refuses one that is not asked for. */
@ObjectType({ description: entityDescriptions.Need })
@Directive('@external')
export class Need {
  @Field(() => MunicipalityCode, {
    description: 'Municipality where the child lives: offers that work there are considered.',
  })
  municipalityCode!: string;

  @Field(() => [LadderRung.type], {
    description: 'The rungs that are sought; an empty list seeks every rung up to `heaviestRung`.',
  })
  rungs!: LadderRung[];

  @Field(() => [TimeWindow.type], { description: 'The parts of the week in which help is needed.' })
  timeWindows!: TimeWindow[];

  @Field(() => Float, { nullable: true, description: 'Hours of help per week, in steps of 0.5.' })
  hoursPerWeek!: number | null;

  @Field(() => Int, { nullable: true, description: 'Expected duration of the help, in weeks.' })
  durationWeeks!: number | null;

  @Field(() => [Characteristic.type], { description: 'What characterises the child and the family.' })
  characteristics!: Characteristic[];

  @Field(() => [LanguageTag], { description: 'Languages of the family: reasons, never exclusions.' })
  languages!: string[];

  @Field(() => [LegalFramework.type], {
    description: 'The legal grounds that apply: an offer must accept each.',
  })
  legalFrameworks!: LegalFramework[];
}

export const neededForDuos =
  'need { municipalityCode timeWindows hoursPerWeek durationWeeks characteristics languages }';

export const neededForExperts = 'need { rungs municipalityCode characteristics languages legalFrameworks }';

@ObjectType({ description: entityDescriptions.Case })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case, by which duos and experts are sought.' })
  @Directive('@external')
  need!: Need | null;
}
