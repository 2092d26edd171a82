import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { mapBy } from '../../../platform/database/loaders.js';
import { toConnection, type Connection, type PageRequest } from '../../../platform/paging/pages.js';
import type { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import { nameSortValues, pageByName } from '../lists/name-order.js';
import { searchText } from '../lists/search.rules.js';
import { findsEveryOrganisation } from '../access/visibility.rules.js';
import { ProfessionalRow } from './professional.entity.js';
import { toProfessional, type Professional } from './professional.type.js';

export interface ProfessionalSelection {
  readonly expertise: readonly ExpertiseCode[] | null;
  readonly municipalityCode: string | null;
  readonly organisationId: string | null;
  readonly language: string | null;
  readonly jobTitleContains: string | null;
}

/** Reads the professionals whom a caller may find: who left is found by nobody, who is not visible by the own organisation. */
export function professionalStore(db: EntityManager) {
  const visibleTo = (caller: Caller): SelectQueryBuilder<ProfessionalRow> =>
    db
      .createQueryBuilder(ProfessionalRow, 'item')
      .where('(item.leftOn is null or item.leftOn > today())')
      .andWhere('(item.organisationId = :own or (item.isVisible and :findsEvery))', {
        own: caller.organisationId,
        findsEvery: findsEveryOrganisation(caller),
      });

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, Professional>> {
      const rows = await visibleTo(caller).andWhere('item.id = any(:ids)', { ids }).getMany();
      return mapBy(rows.map(toProfessional), ({ id }) => id);
    },

    /** One page of the professionals that fit a selection, by name. */
    async findPage(
      caller: Caller,
      selection: ProfessionalSelection,
      page: PageRequest,
    ): Promise<Connection<Professional>> {
      const query = select(pageByName(visibleTo(caller), page), selection);
      return toConnection(await query.getMany(), page, nameSortValues, toProfessional);
    },
  };
}

function select(
  query: SelectQueryBuilder<ProfessionalRow>,
  selection: ProfessionalSelection,
): SelectQueryBuilder<ProfessionalRow> {
  const { expertise, municipalityCode, organisationId, language, jobTitleContains } = selection;
  if (expertise) query.andWhere(hasEachExpertise, { expertise });
  if (municipalityCode !== null)
    query.andWhere('item.municipalityCodes @> array[:municipalityCode]::text[]', { municipalityCode });
  if (organisationId !== null)
    query.andWhere(isUuid(organisationId) ? 'item.organisationId = :organisationId' : 'false', { organisationId });
  if (language !== null) query.andWhere('item.languages @> array[:language]::text[]', { language });
  if (jobTitleContains !== null)
    query.andWhere('strpos(lower(item.jobTitle), lower(:jobTitle)) > 0', { jobTitle: searchText(jobTitleContains) });
  return query;
}

const hasEachExpertise = `not exists (
  select from unnest(:expertise::text[]) as wanted
  where not exists (select from expertise where expertise.professional_id = item.id and expertise.code = wanted)
)`;
