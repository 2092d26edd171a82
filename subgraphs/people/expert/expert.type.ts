import { Field, Int, ObjectType } from 'type-graphql';
import { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import { ProfessionalMatch } from '../professional/search/professional-match.type.js';
import { reasonsFor } from '../professional/search/professional-search.rules.js';
import { TeamReasonCode, teamReasons } from './expert.rules.js';
import type { ExpertSearch, FoundExpert, FoundExperts, FoundTeam } from './experts.read-model.js';

@ObjectType({ description: 'A reason for the place of a team.' })
export class TeamReason {
  @Field(() => TeamReasonCode.type, { description: 'Code of the reason.' })
  code!: TeamReasonCode;

  @Field(() => String, { description: 'The reason in Dutch, as a broker reads it.' })
  text!: string;
}

@ObjectType({ description: 'A team that fits what a family needs.' })
export class TeamMatch {
  /** Not a field: by this the team is found. */
  teamId!: string;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  rank!: number;

  @Field(() => [TeamReason], { description: 'Why the team stands there.' })
  reasons!: TeamReason[];
}

@ObjectType({
  description: 'Who can help with the need of a case: professionals and teams that work where the child lives.',
})
export class CaseExperts {
  @Field(() => [ExpertiseCode.type], {
    description: 'The expertises that follow from the codes of the need, by which was sought; none when none follows.',
  })
  expertise!: ExpertiseCode[];

  @Field(() => [ProfessionalMatch], {
    description: 'Professionals whom the caller may find, best first. Free hours are not counted: `duos` does.',
  })
  nodes!: ProfessionalMatch[];

  @Field(() => [TeamMatch], {
    description: 'Teams that advise on families or go to them, best first, by those members whom the caller may find.',
  })
  teams!: TeamMatch[];
}

export function toCaseExperts({ expertise }: ExpertSearch, { professionals, teams }: FoundExperts): CaseExperts {
  return { expertise: [...expertise], nodes: professionals.map(toMatch), teams: teams.map(toTeamMatch) };
}

function toMatch({ professionalId, known, spoken, ...found }: FoundExpert, index: number): ProfessionalMatch {
  const asked = { hasExpertise: known > 0, hasExperience: false, speaksLanguage: spoken > 0 };
  const fit = { ...found, ...asked, fits: 0, freeHours: null };
  return { professionalId, rank: index + 1, freeHoursPerWeek: null, reasons: reasonsFor(fit) };
}

function toTeamMatch(found: FoundTeam, index: number): TeamMatch {
  return { teamId: found.teamId, rank: index + 1, reasons: teamReasons(found) };
}
