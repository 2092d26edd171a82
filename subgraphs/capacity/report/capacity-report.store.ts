import type { EntityManager } from 'typeorm';
import { CapacityReportRow } from './capacity-report.entity.js';

/** Reads reports of capacity. */
export function capacityReportStore(db: EntityManager) {
  return {
    /** The newest report of each offer that was not withdrawn, by offer id. */
    async findLatestByOfferIds(offerIds: readonly string[]): Promise<Map<string, CapacityReportRow>> {
      const rows = await db
        .createQueryBuilder(CapacityReportRow, 'report')
        .distinctOn(['report.offer_id'])
        .where('report.offer_id = any(:offerIds)', { offerIds })
        .andWhere('report.withdrawn_at is null')
        .orderBy('report.offer_id')
        .addOrderBy('report.as_of', 'DESC')
        .addOrderBy('report.sequence', 'DESC')
        .addOrderBy('report.received_at', 'DESC')
        .getMany();
      return new Map(rows.map((row) => [row.offerId, row]));
    },
  };
}
