import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import { ExpertiseRow } from './expertise.entity.js';
import { toExpertise, type Expertise } from './expertise.type.js';

/** Reads what professionals are good at. Whoever may see a professional may see this. */
export function expertiseStore(db: EntityManager) {
  return {
    async findByProfessionals(professionalIds: readonly string[]): Promise<Map<string, Expertise[]>> {
      const rows = await db
        .createQueryBuilder(ExpertiseRow, 'item')
        .where('item.professionalId = any(:professionalIds)', { professionalIds })
        .orderBy('item.code')
        .getMany();
      const groups = groupBy(rows, ({ professionalId }) => professionalId);
      return new Map([...groups].map(([id, group]) => [id, group.map(toExpertise)]));
    },
  };
}
