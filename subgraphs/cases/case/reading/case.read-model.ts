import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { openText } from '../../../../platform/secrecy/database-sealer.js';
import { mapBy } from '../../../../platform/database/loaders.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { narrow, type Conditions } from '../../lists/narrowing.js';
import { sealedPlaces } from '../../sealed.js';
import { memberOf, sightOf } from '../../access/visibility.rules.js';
import { atTable } from '../../round-table/round-table.sql.js';
import { CasePlaceRow } from '../whereabouts/case-place.entity.js';
import { CaseRow } from '../case.entity.js';
import type { CaseSelection } from './case-selection.rules.js';
import { BreakGlassRow } from '../../break-glass/break-glass.entity.js';
import { NeedRow } from '../../need/need.entity.js';

const conditions: Conditions<CaseSelection> = {
  number: 'file.number = :number',
  statuses: 'file.status = any(:statuses)',
  municipalityCode: 'file.municipality_code = :municipalityCode',
  ages: 'greatest(0, this_year() - file.birth_year) = any(:ages)',
  rungs: 'file.current_rung = any(:rungs)',
  isThreatenedOutOfHome: 'file.is_threatened_out_of_home = :isThreatenedOutOfHome',
  ownerOrganisationId: 'file.owner_organisation_id = :ownerOrganisationId',
};

/** What somebody works on: the cases of a region, or of an organisation. */
const worked = '(file.region = :sightRegion or file.owner_organisation_id = :sightOrganisation)';
/** And what lies on a table at which somebody sits, to be seen and not to be changed. */
const seen = `(${worked} or ${atTable('file', 'case_id', ':sightMember')})`;

const openGlass = `glass.case_id = file.id and glass.subject = :glassSubject and glass.purpose = :glassPurpose and glass.ends_at > hub_now()`;

/** Whose openings count: a broker's, for the purpose of this request. */
function glassOf(caller: Caller): object {
  return { glassSubject: hasRole(caller, 'care-broker') ? caller.subject : null, glassPurpose: caller.purpose };
}

/** Reads the cases that a caller may see, each with its need and place, in one statement. */
export function caseReadModel(db: EntityManager) {
  const select = (caller: Caller, condition: string): SelectQueryBuilder<CaseRow> => {
    const { region, organisationId } = sightOf(caller);
    return db
      .createQueryBuilder(CaseRow, 'file')
      .leftJoinAndMapOne('file.need', NeedRow, 'need', 'need.case_id = file.id')
      .leftJoinAndMapOne('file.glass', BreakGlassRow, 'glass', openGlass, glassOf(caller))
      .leftJoinAndMapOne('file.place', CasePlaceRow, 'place', 'place.case_id = file.id')
      .where(condition, { sightRegion: region, sightOrganisation: organisationId, sightMember: memberOf(caller) });
  };

  const opened = (row: CaseRow): CaseRow =>
    Object.assign(row, { ownReference: openText(db, sealedPlaces.ownReference, row.ownReference) });

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, CaseRow>> {
      const rows = await select(caller, seen).andWhere('file.id = any(:ids)', { ids }).getMany();
      return mapBy(rows.map(opened), ({ id }) => id);
    },

    /** The case that somebody sets out to change. Throws NOT_FOUND. */
    async findOne(caller: Caller, id: string): Promise<CaseRow> {
      const row = isUuid(id) ? await select(caller, worked).andWhere('file.id = :id', { id }).getOne() : null;
      if (!row) throw new HubError('NOT_FOUND');
      return opened(row);
    },

    /** How many of these cases the caller works on. */
    async countWorkedOn(caller: Caller, ids: readonly string[]): Promise<number> {
      const known = ids.filter(isUuid);
      return known.length === 0 ? 0 : select(caller, worked).andWhere('file.id = any(:known)', { known }).getCount();
    },

    /** One page of the cases that fit a selection, newest first. */
    async findPage(caller: Caller, selection: CaseSelection, page: PageRequest): Promise<CaseRow[]> {
      const query = narrow(select(caller, worked), conditions, selection);
      if (page.after) {
        const [openedAt, id] = page.after;
        query.andWhere('(file.opened_at, file.id) < (:openedAt, :id)', { openedAt, id });
      }
      const rows = await query
        .orderBy('file.openedAt', 'DESC')
        .addOrderBy('file.id', 'DESC')
        .limit(page.limit)
        .getMany();
      return rows.map(opened);
    },
  };
}

export type CaseReadModel = ReturnType<typeof caseReadModel>;

/** The sort values of a case in the lists above. */
export function caseSortValues({ openedAt, id }: CaseRow): readonly string[] {
  return [openedAt.toISOString(), id];
}
