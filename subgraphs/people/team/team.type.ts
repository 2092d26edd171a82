import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import type { TeamRow } from './team.entity.js';
import { TeamKind } from './team.vocabulary.js';

/** Every field but the key is nullable: when people is down, the rest of an answer that names a team stands. */
@ObjectType({ description: 'Professionals who work together, of one organisation or of several.' })
@Directive('@key(fields: "id")')
export class Team {
  @Field(() => ID, { description: 'Identifier of the team in the hub.' })
  id!: string;

  /** Not fields: by these the host, the successor and the network are found. */
  organisationId!: string | null;
  successorId!: string | null;
  networkId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name by which the team is known.' })
  name!: string;

  @Field(() => TeamKind.type, { nullable: true, description: 'What the team is for.' })
  kind!: TeamKind;

  @Field(() => [Municipality], { nullable: true, description: 'The municipalities where the team works.' })
  municipalities!: Municipality[];

  @Field(() => String, { nullable: true, description: 'What the team may decide and do by itself, in Dutch.' })
  mandate!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Time between two meetings as an ISO 8601 duration, such as P2W for every two weeks.',
  })
  meetingRhythm!: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours per week that the team can give one family at the most.' })
  maxHoursPerWeek!: number | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day on which the team works.' })
  validFromOn!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day on which the team works; null while no end is known.',
  })
  validToOn!: string | null;
}

export const { NodeConnection: TeamConnection } = connectionTypes('Team', () => Team);

/** A team as it may be shown. */
export function toTeam(row: TeamRow): Team {
  const { id, organisationId, successorId, networkId, name, kind, mandate, meetingRhythm, maxHoursPerWeek } = row;
  const { validFromOn, validToOn, municipalityCodes } = row;
  return {
    ...{ id, organisationId, successorId, networkId, name, kind, mandate, meetingRhythm, maxHoursPerWeek },
    ...{ validFromOn, validToOn },
    municipalities: municipalityCodes.map(municipality),
  };
}
