import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import { selectRows } from '../../../platform/database/select-rows.js';
import { unseenIds } from '../../../platform/database/unseen-list.sql.js';
import { toConnection, type Connection, type PageRequest } from '../../../platform/paging/pages.js';
import { findRegion } from '../../../vocabulary/places/region.js';
import { nameSortValues, pageByName } from '../lists/name-order.js';
import { seesEveryTeam } from '../access/visibility.rules.js';
import { TeamRow } from './team.entity.js';
import { toTeam, type Team } from './team.type.js';
import type { TeamKind } from './team.vocabulary.js';

export interface TeamSelection {
  readonly kinds: readonly TeamKind[] | null;
  readonly municipalityCode: string | null;
  readonly organisationId: string | null;
  readonly activeOn: string | null;
}

/** The teams of one kind in the municipalities of a region. */
export interface KindInRegion {
  readonly region: string;
  readonly kind: TeamKind;
}

/** Reads the teams that a caller may see; the view `team_participation` says which organisation takes part in which team. */
export function teamStore(db: EntityManager) {
  const visibleTo = (caller: Caller): SelectQueryBuilder<TeamRow> => {
    const query = db.createQueryBuilder(TeamRow, 'item');
    return seesEveryTeam(caller) ? query : query.where(takesPart(':own'), { own: caller.organisationId });
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, Team>> {
      const rows = await visibleTo(caller).andWhere('item.id = any(:ids)', { ids }).getMany();
      return mapBy(rows.map(toTeam), ({ id }) => id);
    },

    /** One page of the teams that fit a selection, by name. */
    async findPage(caller: Caller, selection: TeamSelection, page: PageRequest): Promise<Connection<Team>> {
      const query = select(pageByName(visibleTo(caller), page), selection);
      return toConnection(await query.getMany(), page, nameSortValues, toTeam);
    },

    /** Today's teams for each question, by name, in one statement. */
    async findInRegions(caller: Caller, asked: readonly KindInRegion[]): Promise<Team[][]> {
      const places = asked.map(({ region }) => findRegion(region)?.municipalityCodes ?? []);
      const query = visibleTo(caller)
        .andWhere('item.kind = any(:kinds)', { kinds: asked.map(({ kind }) => kind) })
        .andWhere('item.municipalityCodes && :places::text[]', { places: places.flat() })
        .andWhere(worksOn('today()'))
        .orderBy('item.sortName')
        .addOrderBy('item.id');
      const teams = (await query.getMany()).map(toTeam);
      return asked.map(({ kind }, index) =>
        teams.filter(
          (team) => team.kind === kind && team.municipalities.some(({ code }) => places[index]?.includes(code)),
        ),
      );
    },

    /** Today's teams of each network, by name, in one statement. */
    async findByNetworks(caller: Caller, networkIds: readonly string[]): Promise<Map<string, Team[]>> {
      const query = visibleTo(caller)
        .andWhere('item.networkId = any(:networkIds)', { networkIds })
        .andWhere(worksOn('today()'))
        .orderBy('item.sortName')
        .addOrderBy('item.id');
      const teams = (await query.getMany()).map(toTeam);
      return groupBy(teams, ({ networkId }) => networkId ?? '');
    },

    /** Today's teams of each organisation, by name, in one statement. */
    async findByOrganisations(caller: Caller, organisationIds: readonly string[]): Promise<Map<string, Team[]>> {
      const own = seesEveryTeam(caller) ? [] : [caller.organisationId];
      const sql = ofOrganisations(selectRows(db, TeamRow), own.length > 0 ? takesPart('$2') : 'true');
      const rows = await db.query<(TeamRow & { participants: string[] })[]>(sql, [organisationIds, ...own]);
      const teams = rows.map(toTeam);
      return new Map(
        organisationIds.map((id) => [id, teams.filter((_, index) => rows[index]?.participants.includes(id))]),
      );
    },
  };
}

function select(query: SelectQueryBuilder<TeamRow>, selection: TeamSelection): SelectQueryBuilder<TeamRow> {
  const { kinds, municipalityCode, organisationId, activeOn } = selection;
  if (kinds) query.andWhere('item.kind = any(:kinds)', { kinds });
  if (municipalityCode !== null)
    query.andWhere('item.municipalityCodes @> array[:municipalityCode]::text[]', { municipalityCode });
  if (organisationId !== null)
    query.andWhere(isUuid(organisationId) ? takesPart(':organisationId') : 'false', { organisationId });
  return activeOn === null
    ? query.andWhere(worksOn('today()'))
    : query.andWhere(worksOn(':activeOn::date'), { activeOn });
}

/** Whether the organisation of a parameter takes part in a team today. */
function takesPart(organisation: ':own' | ':organisationId' | '$2'): string {
  return `exists (select from team_participation where team_id = item.id and organisation_id = ${organisation})`;
}

/** Whether a team works on a day. */
function worksOn(day: 'today()' | ':activeOn::date'): string {
  return `(item.valid_from_on <= ${day} and (item.valid_to_on is null or item.valid_to_on >= ${day}))`;
}

/** Today's teams, by name, each with those of the organisations $1 that take part in it. */
const ofOrganisations = (teams: string, isVisible: string): string => `
  with participants as (
    select team_id, array_agg(organisation_id) as organisation_ids
    from team_participation where organisation_id = any(${unseenIds('$1')}) group by team_id
  ), teams as (${teams} where ${worksOn('today()')} and ${isVisible})
  select teams.*, participants.organisation_ids as participants
  from teams join participants on participants.team_id = teams.id order by teams."sortName", teams.id`;
