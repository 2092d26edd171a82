import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { ProfessionalRow } from '../professional/professional.entity.js';
import { ExperienceRow } from './experience.entity.js';
import type { ExperienceCode } from './experience.vocabulary.js';

/** Reads what professionals went through: of the own organisation all, of others only where they show it. */
export function experienceStore(db: EntityManager) {
  return {
    async findByProfessionals(
      caller: Caller,
      professionalIds: readonly string[],
    ): Promise<Map<string, ExperienceCode[]>> {
      const rows = await db
        .createQueryBuilder(ExperienceRow, 'item')
        .innerJoin(ProfessionalRow, 'professional', 'professional.id = item.professionalId')
        .where('item.professionalId = any(:professionalIds)', { professionalIds })
        .andWhere('(professional.isExperienceShown or professional.organisationId = :own)', {
          own: caller.organisationId,
        })
        .orderBy('item.code')
        .getMany();
      const groups = groupBy(rows, ({ professionalId }) => professionalId);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ code }) => code)]));
    },
  };
}
