import { Field, Float, ObjectType } from 'type-graphql';
import { WindowHours } from '../../availability/availability.type.js';
import { DuoReasonCode, reasonsOf } from './duo.rules.js';
import type { FoundDuo } from './duos.read-model.js';

@ObjectType({ description: 'A reason for the place of a duo.' })
export class DuoReason {
  @Field(() => DuoReasonCode.type, { description: 'Code of the reason.' })
  code!: DuoReasonCode;

  @Field(() => String, { description: 'The reason in Dutch, as a broker reads it.' })
  text!: string;
}

@ObjectType({
  description: 'Two professionals of one team who can both go to a family, in the same parts of the week.',
})
export class Duo {
  /** Not fields: by these the team and the professionals are found. */
  teamId!: string;
  professionalIds!: string[];

  @Field(() => Float, { description: 'Hours a week that both have in the parts of the week that were asked.' })
  hoursPerWeek!: number;

  @Field(() => [WindowHours], { description: 'These hours by part of the week.' })
  windows!: WindowHours[];

  @Field(() => [DuoReason], { description: 'Why it stands where it stands.' })
  reasons!: DuoReason[];
}

export function toDuo(duo: FoundDuo): Duo {
  const { teamId, professionalIds, hoursPerWeek, windows } = duo;
  return { teamId, professionalIds, hoursPerWeek, windows, reasons: reasonsOf(duo) };
}
