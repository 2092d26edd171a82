import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { PeopleContext } from '../../context.js';
import { Professional } from '../professional.type.js';
import { ProfessionalMatch } from './professional-match.type.js';
import { ProfessionalSearchInput } from './professional-search.input.js';
import { reasonsFor, toProfessionalSearch } from './professional-search.rules.js';

/** Whom a caller finds for what a family needs. */
@Resolver(() => ProfessionalMatch)
export class ProfessionalSearchResolver {
  @Query(() => [ProfessionalMatch], {
    nullable: true,
    description:
      'Professionals who fit and whom the caller may find, best first: by the words, by how far the expertise goes, lately confirmed, who can be asked, by name.',
  })
  async searchProfessionals(
    @Arg('search', () => ProfessionalSearchInput, { description: 'Whom you seek.' }) search: ProfessionalSearchInput,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at the most, 1 to 50.' }) first: number,
    @Ctx() { services, audit, config }: PeopleContext,
  ): Promise<ProfessionalMatch[]> {
    const sought = toProfessionalSearch(search, first, config.confirmation.agingDays);
    const found = await services.professionalSearch.find(sought);
    audit.found('Professional', { edges: found.map((node) => ({ node })) });
    const asked = {
      hasExpertise: sought.expertise.length > 0,
      hasExperience: sought.experience.length > 0,
      speaksLanguage: sought.language !== null,
    };
    return found.map((one, index) => ({
      ...{ professionalId: one.id, rank: index + 1, freeHoursPerWeek: one.freeHours },
      reasons: reasonsFor({ ...one, ...asked }),
    }));
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'The professional.' })
  professional(
    @Root() { professionalId }: ProfessionalMatch,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> {
    return loaders.professionals.load(professionalId);
  }
}
