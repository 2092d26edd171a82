import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ProfessionalReasonCode } from './professional-search.rules.js';

@ObjectType({ description: 'A reason for the place of a professional.' })
export class ProfessionalReason {
  @Field(() => ProfessionalReasonCode.type, { description: 'Code of the reason.' })
  code!: ProfessionalReasonCode;

  @Field(() => String, { description: 'The reason in Dutch, as a broker reads it.' })
  text!: string;
}

@ObjectType({ description: 'A professional who fits a search.' })
export class ProfessionalMatch {
  /** Not a field: by this the professional is found. */
  professionalId!: string;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  rank!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours a week that are free in these parts of the week through the whole period; null unless asked.',
  })
  freeHoursPerWeek!: number | null;

  @Field(() => [ProfessionalReason], { description: 'Why the professional stands there.' })
  reasons!: ProfessionalReason[];
}
