import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import type { PeopleContext } from '../../context.js';
import { narrowing, searchText } from '../../lists/search.rules.js';
import { Organisation } from '../../organisation/organisation.type.js';
import { Professional } from '../../professional/professional.type.js';
import { Theme } from '../theme.type.js';
import { sessionSortValues } from './theme-session.read-model.js';
import {
  ThemeParticipant,
  ThemeSession,
  ThemeSessionConnection,
  ThemeSessionFilter,
  toThemeSession,
} from './theme-session.type.js';

@Resolver(() => ThemeSession)
export class ThemeSessionResolver {
  @Query(() => ThemeSessionConnection, {
    nullable: true,
    description:
      'The sessions of the theme tables of the region, and for a planner those in which own people sit; the latest first.',
  })
  async themeSessions(
    @Arg('filter', () => ThemeSessionFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ThemeSessionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: PeopleContext,
  ): Promise<Connection<ThemeSession>> {
    const page = timePage(args);
    const [themeCodes, states] = [narrowing(filter?.themeCodes?.map(searchText)), narrowing(filter?.states)];
    const rows = await services.themeSessions.findPage(caller, { themeCodes, states }, page);
    const found = toConnection(rows, page, sessionSortValues, toThemeSession);
    audit.found('ThemeSession', found);
    return found;
  }

  @FieldResolver(() => Theme, {
    nullable: true,
    description: 'What it is about; null where the region keeps the theme no more.',
  })
  theme(@Root() { region, themeCode }: ThemeSession, @Ctx() { guides }: PeopleContext): Theme | null {
    return guides.theme(region, themeCode);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'At whose place of work it is; null where all join by video.',
  })
  host(
    @Root() { hostOrganisationId }: ThemeSession,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation | null> | null {
    return hostOrganisationId === null ? null : loaders.organisations.load(hostOrganisationId);
  }

  @FieldResolver(() => [ThemeParticipant], {
    nullable: true,
    description:
      'Who is asked to come, or came. Who left is in no session to come, and in those that were held by function alone.',
  })
  async participants(@Root() { id }: ThemeSession, @Ctx() { loaders }: PeopleContext): Promise<ThemeParticipant[]> {
    return (await loaders.participantsOfSession.load(id)) ?? [];
  }
}

@Resolver(() => ThemeParticipant)
export class ThemeParticipantResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation, at the time of the planning.' })
  organisation(
    @Root() { organisationId }: ThemeParticipant,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description:
      'The professional; null for whom the caller may not find, who left, or where an organisation sends somebody.',
  })
  professional(
    @Root() { professionalId }: ThemeParticipant,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> | null {
    return professionalId === null ? null : loaders.professionals.load(professionalId);
  }
}
