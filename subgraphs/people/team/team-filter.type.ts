import { Field, ID, InputType } from 'type-graphql';
import { GraphQLLocalDate, MunicipalityCode } from '../../../vocabulary/scalars.js';
import { narrowing, narrowingDay, narrowingMunicipality } from '../lists/search.rules.js';
import type { TeamSelection } from './team.store.js';
import { TeamKind } from './team.vocabulary.js';

@InputType({ description: 'Which teams to list; what is left out does not narrow the list.' })
export class TeamFilter {
  @Field(() => [TeamKind.type], { nullable: true, description: 'Only teams of one of these kinds.' })
  kinds?: TeamKind[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only teams that work in this municipality.' })
  municipalityCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only teams that this organisation hosts or in which one of its professionals is active today.',
  })
  organisationId?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Only teams that work on this day; without it those of today. Who ended names its successor.',
  })
  activeOn?: string | null;
}

/** A filter as the store reads it. Throws UNKNOWN_MUNICIPALITY, or BAD_USER_INPUT for a day that cannot be. */
export function teamSelection(filter: TeamFilter | null): TeamSelection {
  return {
    kinds: narrowing(filter?.kinds),
    municipalityCode: narrowingMunicipality(filter?.municipalityCode),
    organisationId: filter?.organisationId ?? null,
    activeOn: narrowingDay(filter?.activeOn, 'activeOn'),
  };
}
