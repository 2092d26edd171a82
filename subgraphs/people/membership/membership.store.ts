import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import { ProfessionalRow } from '../professional/professional.entity.js';
import { MembershipRow } from './membership.entity.js';
import { toMembership, type TeamMembership } from './membership.type.js';

/** Reads who is in which team. Whoever may see a team may see this; whether they see the person is decided with the person. */
export function membershipStore(db: EntityManager) {
  return {
    /** The memberships of each team, without those of people who left, by first day; whom the caller may not find stands behind the others. */
    async findByTeams(teamIds: readonly string[]): Promise<Map<string, TeamMembership[]>> {
      const rows = await db
        .createQueryBuilder(MembershipRow, 'item')
        .leftJoin(ProfessionalRow, 'professional', 'professional.id = item.professionalId')
        .where('item.teamId = any(:teamIds)', { teamIds })
        .andWhere('is_present(item.professionalId)')
        .orderBy('item.fromOn')
        .addOrderBy('professional.sortName')
        .addOrderBy('item.professionalId')
        .getMany();
      const groups = groupBy(rows, ({ teamId }) => teamId);
      return new Map([...groups].map(([id, group]) => [id, group.map(toMembership)]));
    },
  };
}
