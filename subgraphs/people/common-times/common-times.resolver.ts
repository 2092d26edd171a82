import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { PeopleContext } from '../context.js';
import { Professional } from '../professional/professional.type.js';
import { CommonTimes, CommonTimesArgs, TimeObstacle, toCommonTimes } from './common-times.type.js';

/** When professionals can meet. */
@Resolver(() => TimeObstacle)
export class CommonTimesResolver {
  @Query(() => CommonTimes, {
    nullable: true,
    description:
      'A time that all participants have, by the hours that they offer less absences, families and sessions of theme tables. NOT_FOUND where you may not find one of them.',
  })
  async commonTimes(
    @Args(() => CommonTimesArgs) args: CommonTimesArgs,
    @Ctx() { caller, services, audit }: PeopleContext,
  ): Promise<CommonTimes> {
    const found = await services.commonTimes.find(caller, { ...args, municipalityCode: args.municipalityCode ?? null });
    audit.read(
      'Professional',
      found.people.map(({ professionalId }) => professionalId),
    );
    return toCommonTimes(found, args.minutes);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who it is.' })
  professional(
    @Root() { professionalId }: TimeObstacle,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> {
    return loaders.professionals.load(professionalId);
  }
}
