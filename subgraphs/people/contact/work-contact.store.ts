import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { ProfessionalRow } from '../professional/professional.entity.js';
import { WorkContactRow } from './work-contact.entity.js';

/** Reads how professionals are reached: all of the own organisation, of others what they show. */
export function workContactStore(db: EntityManager) {
  return {
    async findByProfessionals(
      caller: Caller,
      professionalIds: readonly string[],
    ): Promise<Map<string, WorkContactRow[]>> {
      const rows = await db
        .createQueryBuilder(WorkContactRow, 'item')
        .innerJoin(ProfessionalRow, 'professional', 'professional.id = item.professionalId')
        .where('item.professionalId = any(:professionalIds)', { professionalIds })
        .andWhere('(item.isShown or professional.organisationId = :own)', { own: caller.organisationId })
        .getMany();
      return groupBy(rows, ({ professionalId }) => professionalId);
    },
  };
}
