import { Field, Float, ObjectType } from 'type-graphql';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import type { MembershipRow } from './membership.entity.js';

@ObjectType({ description: 'One stay of a professional in a team.' })
export class TeamMembership {
  /** Not a field: by this the professional is found. */
  professionalId!: string;

  @Field(() => String, { description: 'What the professional does in the team, in Dutch, such as jeugdbeschermer.' })
  role!: string;

  @Field(() => Float, { nullable: true, description: 'Hours per week for the team, on average.' })
  hoursAverage!: number | null;

  @Field(() => GraphQLLocalDate, { description: 'First day in the team.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day in the team; null while no end is known.' })
  toOn!: string | null;
}

/** A membership as it may be shown. */
export function toMembership({ professionalId, role, hoursAverage, fromOn, toOn }: MembershipRow): TeamMembership {
  return { professionalId, role, hoursAverage, fromOn, toOn };
}
