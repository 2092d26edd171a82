import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { LadderRung } from '../../../vocabulary/ladder.js';
import type { PeopleContext } from '../context.js';
import { Team } from '../team/team.type.js';
import { Wayfinder, WayfinderStep, WeighingGuide } from './guide.type.js';
import { WayfinderSituation } from './guide.vocabulary.js';

const regionText = 'Key of the youth region, such as flevoland; your own unless given.';

/** Whom to go to, and what to weigh, as each region keeps it. */
@Resolver(() => WayfinderStep)
export class GuideResolver {
  @Query(() => Wayfinder, {
    nullable: true,
    description: 'The steps in a situation: who, with whom, by when. NOT_FOUND for a region that keeps no guide.',
  })
  wayfinder(
    @Arg('situation', () => WayfinderSituation.type, { description: 'The situation.' }) situation: WayfinderSituation,
    @Arg('region', () => String, { nullable: true, description: regionText }) region: string | null | undefined,
    @Ctx() { caller, guides }: PeopleContext,
  ): Wayfinder {
    return guides.wayfinder(caller, region ?? null, situation);
  }

  @Query(() => WeighingGuide, {
    nullable: true,
    description: 'What to weigh before help of a rung is chosen. NOT_FOUND for a region that keeps no guide.',
  })
  weighingGuide(
    @Arg('rung', () => LadderRung.type, { description: 'The rung.' }) rung: LadderRung,
    @Arg('region', () => String, { nullable: true, description: regionText }) region: string | null | undefined,
    @Ctx() { caller, guides }: PeopleContext,
  ): WeighingGuide {
    return guides.weighingGuide(caller, region ?? null, rung);
  }

  @FieldResolver(() => [Team], {
    nullable: true,
    description: 'The teams of these kinds that work in the region today, by name: whom to call.',
  })
  async teams(@Root() { region, teamKinds }: WayfinderStep, @Ctx() { loaders }: PeopleContext): Promise<Team[]> {
    const lists = await loaders.teamsOfRegion.loadMany(teamKinds.map((kind) => ({ region, kind })));
    return lists.flatMap((list) => {
      if (list instanceof Error) throw list;
      return list;
    });
  }
}
