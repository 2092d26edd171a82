import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Characteristic, TimeWindow } from '../../vocabulary/child.js';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';
import { LanguageTag, MunicipalityCode } from '../../vocabulary/scalars.js';

/** Of a need what a duo is sought by. The borrowed fields are wanted all: federation refuses one that is not asked for. */
@ObjectType({ description: entityDescriptions.Need })
@Directive('@external')
export class Need {
  @Field(() => MunicipalityCode, {
    description: 'Municipality where the child lives: offers that work there are considered.',
  })
  municipalityCode!: string;

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
}

export const neededForDuos =
  'need { municipalityCode timeWindows hoursPerWeek durationWeeks characteristics languages }';

@ObjectType({ description: entityDescriptions.Case })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case, by which a duo is sought.' })
  @Directive('@external')
  need!: Need | null;
}
