import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isUuid } from '../../../platform/input/identifiers.js';
import { Case, neededForExperts } from '../borrowed-types.js';
import type { PeopleContext } from '../context.js';
import { Team } from '../team/team.type.js';
import { toExpertSearch } from './expert.rules.js';
import { CaseExperts, TeamMatch, toCaseExperts } from './expert.type.js';

/** What people adds to a case: who can help, from the codes of the need that cases gives along. */
@Resolver(() => Case)
export class CaseExpertsResolver {
  @FieldResolver(() => CaseExperts, {
    nullable: true,
    description:
      'Professionals and teams that work where the child lives and fit its need, best first: most of the expertise that follows from it, how far that goes, the language of the family, lately confirmed, who can be asked, by name. Null while no need is described.',
  })
  @Directive(`@requires(fields: "${neededForExperts}")`)
  async experts(
    @Root() { id, need }: Case,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many of each at the most, 1 to 20.' }) first: number,
    @Ctx() { loaders, audit }: PeopleContext,
  ): Promise<CaseExperts | null> {
    if (!need) return null;
    const sought = toExpertSearch(need, first);
    if (isUuid(id)) audit.read('Case', [id]);
    const found = await loaders.experts.load(sought);
    audit.found('Professional', {
      edges: found.professionals.map(({ professionalId }) => ({ node: { id: professionalId } })),
    });
    return toCaseExperts(sought, found);
  }
}

@Resolver(() => TeamMatch)
export class TeamMatchResolver {
  @FieldResolver(() => Team, { nullable: true, description: 'The team.' })
  team(@Root() { teamId }: TeamMatch, @Ctx() { loaders }: PeopleContext): Promise<Team | null> {
    return loaders.teams.load(teamId);
  }
}
