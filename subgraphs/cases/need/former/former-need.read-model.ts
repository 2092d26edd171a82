import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/visibility.rules.js';
import { CaseRow } from '../../case/case.entity.js';
import { FormerNeedRow, FormerPlaceRow } from './former-need.entity.js';

const ofOwnCase = '(file.region = :sightRegion or file.owner_organisation_id = :sightOrganisation)';

/** Reads what was sought before for the cases that a caller may see. */
export function formerNeedReadModel(db: EntityManager) {
  return {
    /** The former needs of each case, the newest first. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, FormerNeedRow[]>> {
      const { region, organisationId } = sightOf(caller);
      const rows = await db
        .createQueryBuilder(FormerNeedRow, 'former')
        .innerJoin(CaseRow, 'file', `file.id = former.case_id and ${ofOwnCase}`)
        .leftJoinAndMapOne(
          'former.place',
          FormerPlaceRow,
          'place',
          'place.case_id = former.case_id and place.version = former.version',
        )
        .where('former.case_id = any(:caseIds)', { caseIds, sightRegion: region, sightOrganisation: organisationId })
        .orderBy('former.version', 'DESC')
        .getMany();
      return groupBy(rows, ({ caseId }) => caseId);
    },
  };
}
