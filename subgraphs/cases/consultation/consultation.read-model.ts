import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { narrow, type Conditions } from '../lists/narrowing.js';
import { isConsultationOf } from '../access/seen-consultation.sql.js';
import { memberOf, sightOf } from '../access/visibility.rules.js';
import { atTable } from '../round-table/round-table.sql.js';
import { firstContactHours } from './first-contact.rules.js';
import { ConsultationRow } from './consultation.entity.js';
import type { ConsultationFilter } from './consultation-filter.type.js';

const conditions: Conditions<ConsultationFilter> = {
  reportingYear: 'consultation.reporting_year = cast(:reportingYear as integer)',
  municipalityCode: 'consultation.municipality_code = :municipalityCode',
  referrerKinds: 'consultation.referrer_kind = any(:referrerKinds)',
  interventions: 'consultation.interventions && :interventions',
  results: 'consultation.result = any(:results)',
  statuses: 'consultation.status = any(:statuses)',
};

/** What somebody works on or asked. */
const worked = isConsultationOf('consultation', ':sightRegion', ':sightOrganisation');
/** And what lies on a table at which somebody sits. */
const seen = `(${worked} or ${atTable('consultation', 'consultation_id', ':sightMember')})`;

/** Reads the consultations that a caller may see. */
export function consultationReadModel(db: EntityManager) {
  const select = (caller: Caller, condition: string): SelectQueryBuilder<ConsultationRow> => {
    const { region, organisationId } = sightOf(caller);
    return db
      .createQueryBuilder(ConsultationRow, 'consultation')
      .where(condition, { sightRegion: region, sightOrganisation: organisationId, sightMember: memberOf(caller) });
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ConsultationRow>> {
      const rows = await select(caller, seen).andWhere('consultation.id = any(:ids)', { ids }).getMany();
      return mapBy(rows, ({ id }) => id);
    },

    /** The consultations that became each case, the newest first. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, ConsultationRow[]>> {
      const query = select(caller, worked).andWhere('consultation.case_id = any(:caseIds)', { caseIds });
      const rows = await query
        .orderBy('consultation.receivedAt', 'DESC')
        .addOrderBy('consultation.id', 'DESC')
        .getMany();
      return groupBy(rows, ({ caseId }) => caseId ?? '');
    },

    /** One page of the consultations that fit a filter, newest first. */
    async findPage(caller: Caller, filter: ConsultationFilter, page: PageRequest): Promise<ConsultationRow[]> {
      const query = narrow(select(caller, worked), conditions, filter);
      if (page.after) {
        const [receivedAt, id] = page.after;
        query.andWhere('(consultation.received_at, consultation.id) < (:receivedAt, :id)', { receivedAt, id });
      }
      return query
        .orderBy('consultation.receivedAt', 'DESC')
        .addOrderBy('consultation.id', 'DESC')
        .limit(page.limit)
        .getMany();
    },

    /** One page of the consultations whose first contact is overdue, the longest first. */
    async findOverdue(caller: Caller, page: PageRequest): Promise<ConsultationRow[]> {
      const query = select(caller, worked).andWhere(
        `consultation.status = 'RECEIVED' and consultation.received_at < hub_now() - make_interval(hours => :hours)`,
        { hours: firstContactHours },
      );
      if (page.after) {
        const [receivedAt, id] = page.after;
        query.andWhere('(consultation.received_at, consultation.id) > (:receivedAt, :id)', { receivedAt, id });
      }
      return query.orderBy('consultation.receivedAt').addOrderBy('consultation.id').limit(page.limit).getMany();
    },
  };
}

export type ConsultationReadModel = ReturnType<typeof consultationReadModel>;

/** The sort values of a consultation in the lists above. */
export function consultationSortValues({ receivedAt, id }: ConsultationRow): readonly string[] {
  return [receivedAt.toISOString(), id];
}
