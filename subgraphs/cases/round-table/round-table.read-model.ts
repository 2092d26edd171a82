import type { EntityManager } from 'typeorm';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { ofSeenTable } from './round-table.sql.js';
import type { RoundTableKind, RoundTableState, TableCancelReason, TableDecision } from './round-table.vocabulary.js';

export interface RoundTableRow {
  readonly id: string;
  readonly version: number;
  readonly caseId: string | null;
  readonly consultationId: string | null;
  readonly kind: RoundTableKind;
  readonly state: RoundTableState;
  readonly plannedAt: Date;
  readonly heldAt: Date | null;
  readonly cancelReason: TableCancelReason | null;
  readonly participantIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly isInstitutionInvolved: boolean;
  readonly isInstitutionInvited: boolean;
  readonly areParentsPresent: boolean | null;
  readonly decisions: readonly TableDecision[];
}

const columns = `t.id, t.version, t.case_id as "caseId", t.consultation_id as "consultationId", t.kind, t.state, t.planned_at as "plannedAt",
  t.held_at as "heldAt", t.cancel_reason as "cancelReason", t.participant_ids as "participantIds", t.organisation_ids as "organisationIds",
  t.is_institution_involved as "isInstitutionInvolved", t.is_institution_invited as "isInstitutionInvited",
  t.are_parents_present as "areParentsPresent", t.decisions`;

/** What a round table can be about. */
export type TableSubject = 'case' | 'consultation';

/** Reads the round tables that a caller may see: of what they work on, and those at which they sit while these stand. */
export function roundTableReadModel(db: EntityManager) {
  const find = (caller: Caller, rest: string, values: readonly unknown[]): Promise<RoundTableRow[]> => {
    const seen = ofSeenTable(caller, 1);
    return db.query(`select ${columns} from round_table t where ${seen.condition} and ${rest}`, [
      ...seen.values,
      ...values,
    ]);
  };
  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, RoundTableRow>> {
      return mapBy(await find(caller, 't.id = any($4)', [ids]), ({ id }) => id);
    },

    /** The tables about each case or consultation, the latest first. */
    async findOf(about: TableSubject, caller: Caller, ids: readonly string[]): Promise<Map<string, RoundTableRow[]>> {
      const rows = await find(caller, `t.${about}_id = any($4) order by t.planned_at desc, t.id desc`, [ids]);
      return groupBy(rows, ({ caseId, consultationId }) => (about === 'case' ? caseId : consultationId) ?? '');
    },

    /** One page of the tables in any of these states, the latest first. */
    findPage(caller: Caller, states: readonly RoundTableState[] | null, page: PageRequest): Promise<RoundTableRow[]> {
      return find(
        caller,
        `($4::text[] is null or t.state = any($4)) and ($5::timestamptz is null or (t.planned_at, t.id) < ($5, $6::uuid))
         order by t.planned_at desc, t.id desc limit $7`,
        [states, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
      );
    },
  };
}

/** The sort values of a table in the list above. */
export function tableSortValues({ plannedAt, id }: RoundTableRow): readonly string[] {
  return [plannedAt.toISOString(), id];
}
