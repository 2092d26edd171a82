import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { PeopleContext } from '../context.js';
import { Theme } from './theme.type.js';

/** What a region goes deeper into. */
@Resolver()
export class ThemeResolver {
  @Query(() => [Theme], {
    nullable: true,
    description: 'The themes that a region keeps. NOT_FOUND for a region that keeps none.',
  })
  themes(
    @Arg('region', () => String, {
      nullable: true,
      description: 'Key of the youth region, such as flevoland; your own unless given.',
    })
    region: string | null | undefined,
    @Ctx() { caller, guides }: PeopleContext,
  ): readonly Theme[] {
    return guides.themes(caller, region ?? null);
  }
}
