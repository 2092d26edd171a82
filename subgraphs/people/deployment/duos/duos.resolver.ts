import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { TimeWindow } from '../../../../vocabulary/child.js';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { assertHours } from '../../availability/hours.rules.js';
import { Case, neededForDuos, type Need } from '../../borrowed-types.js';
import type { PeopleContext } from '../../context.js';
import { expertiseForCharacteristics } from '../../expertise/expertise-for-need.rules.js';
import { Professional } from '../../professional/professional.type.js';
import { Team } from '../../team/team.type.js';
import { Duo, toDuo } from './duo.type.js';
import type { DuoSearch } from './duos.read-model.js';

const mostDuos = 20;
const mostWeeks = 104;
/** What is sought where neither the question nor the need says it. */
const usual = { hoursPerWeek: 4, weeks: 12 };

@ArgsType()
class DuoArgs {
  @Field(() => Float, { nullable: true, description: 'Hours a week; without it those of the need, or 4.' })
  hoursPerWeek?: number | null;

  @Field(() => [TimeWindow.type], {
    nullable: true,
    description: 'The parts of the week; without it those of the need, or all.',
  })
  timeWindows?: TimeWindow[] | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day; without it today.' })
  fromOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many weeks, 1 to 104; without it as the need says, or 12.',
  })
  weeks?: number | null;

  @Field(() => Int, { defaultValue: 5, description: 'How many duos, 1 to 20.' })
  first!: number;
}

function toSearch(need: Need, args: DuoArgs): DuoSearch {
  const hoursPerWeek = args.hoursPerWeek ?? need.hoursPerWeek ?? usual.hoursPerWeek;
  const weeks = args.weeks ?? need.durationWeeks ?? usual.weeks;
  assertHours('hoursPerWeek', hoursPerWeek);
  within('weeks', weeks, mostWeeks);
  within('first', args.first, mostDuos);
  const asked = [args.timeWindows, need.timeWindows].find((windows) => windows && windows.length > 0);
  return {
    municipalityCode: need.municipalityCode,
    timeWindows: [...new Set(asked ?? TimeWindow.codes)],
    expertise: expertiseForCharacteristics(need.characteristics),
    ...{ hoursPerWeek, weeks, fromOn: args.fromOn ?? null, languages: need.languages, first: args.first },
  };
}

function within(field: string, value: number, most: number): void {
  if (value < 1 || value > most) throw new HubError('BAD_USER_INPUT', { field, expected: `1–${most}` });
}

/** What people adds to a case: who could go there together, from the need that cases gives along. */
@Resolver(() => Case)
export class CaseDuosResolver {
  @FieldResolver(() => [Duo], {
    nullable: true,
    description:
      'Duos that have hours for this family, in order: of two organisations, of two disciplines, at home in what matters, in its language, with most hours. Null while no need is described.',
  })
  @Directive(`@requires(fields: "${neededForDuos}")`)
  async duos(
    @Root() { id, need }: Case,
    @Args(() => DuoArgs) args: DuoArgs,
    @Ctx() { loaders, audit }: PeopleContext,
  ): Promise<Duo[] | null> {
    if (isUuid(id)) audit.read('Case', [id]);
    if (!need) return null;
    const found = await loaders.duos.load(toSearch(need, args));
    audit.read(
      'Professional',
      found.flatMap(({ professionalIds }) => professionalIds),
    );
    return found.map(toDuo);
  }
}

@Resolver(() => Duo)
export class DuoResolver {
  @FieldResolver(() => Team, { nullable: true, description: 'The team of both.' })
  team(@Root() { teamId }: Duo, @Ctx() { loaders }: PeopleContext): Promise<Team | null> {
    return loaders.teams.load(teamId);
  }

  @FieldResolver(() => [Professional], { nullable: true, description: 'The two.' })
  async members(@Root() { professionalIds }: Duo, @Ctx() { loaders }: PeopleContext): Promise<Professional[]> {
    const found = await loaders.professionals.loadMany(professionalIds);
    return found.filter((one): one is Professional => one !== null && !(one instanceof Error));
  }
}
