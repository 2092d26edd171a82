import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../platform/database/clock.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { sightOf } from '../access/visibility.rules.js';
import { workedOn } from './round-table.sql.js';
import type { RoundTableKind, RoundTableState, TableCancelReason, TableDecision } from './round-table.vocabulary.js';

/** Who is at a table, and whether a certified institution is. */
export interface Seating {
  readonly participantIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly isInstitutionInvolved: boolean;
  readonly isInstitutionInvited: boolean;
}

export interface NewRoundTable extends Seating {
  readonly caseId: string | null;
  readonly consultationId: string | null;
  readonly kind: RoundTableKind;
  readonly plannedAt: Date;
}

/** A round table that nobody else can change before this transaction ends. */
export interface LockedRoundTable extends Seating {
  readonly id: string;
  readonly version: number;
  readonly state: RoundTableState;
  readonly kind: RoundTableKind;
  readonly caseId: string | null;
  readonly consultationId: string | null;
  readonly plannedAt: Date;
  /** The clock of the database. */
  readonly now: Date;
}

export interface HeldTable extends Seating {
  readonly heldAt: Date;
  readonly areParentsPresent: boolean;
  readonly decisions: readonly TableDecision[];
}

/** Writes round tables. */
export function roundTableStore(db: EntityManager) {
  return {
    now: () => databaseNow(db),

    async add(table: NewRoundTable): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into round_table (case_id, consultation_id, kind, planned_at, participant_ids, organisation_ids, is_institution_involved,
           is_institution_invited)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          ...[table.caseId, table.consultationId, table.kind, table.plannedAt, table.participantIds],
          ...[table.organisationIds, table.isInstitutionInvolved, table.isInstitutionInvited],
        ],
      );
      return rows[0]?.id ?? '';
    },

    /** Locks a table about what the caller works on; null when there is none. */
    async lock(caller: Caller, id: string): Promise<LockedRoundTable | null> {
      const { region, organisationId } = sightOf(caller);
      const rows: LockedRoundTable[] = await db.query(
        `select t.id, t.version, t.state, t.kind, t.case_id as "caseId", t.consultation_id as "consultationId", t.planned_at as "plannedAt",
           t.participant_ids as "participantIds", t.organisation_ids as "organisationIds",
           t.is_institution_involved as "isInstitutionInvolved", t.is_institution_invited as "isInstitutionInvited", hub_now() as now
         from round_table t where t.id = $1 and ${workedOn(2)} for no key update of t`,
        [id, region, organisationId],
      );
      return rows[0] ?? null;
    },

    async hold(id: string, held: HeldTable): Promise<void> {
      await db.query(
        `update round_table set version = version + 1, state = 'HELD', held_at = $2, are_parents_present = $3, decisions = $4,
           participant_ids = $5, organisation_ids = $6, is_institution_involved = $7, is_institution_invited = $8
         where id = $1`,
        [
          ...[id, held.heldAt, held.areParentsPresent, held.decisions, held.participantIds, held.organisationIds],
          ...[held.isInstitutionInvolved, held.isInstitutionInvited],
        ],
      );
    },

    async cancel(id: string, reason: TableCancelReason): Promise<void> {
      await db.query(
        `update round_table set version = version + 1, state = 'CANCELLED', cancelled_at = hub_now(), cancel_reason = $2 where id = $1`,
        [id, reason],
      );
    },
  };
}

export type RoundTableStore = ReturnType<typeof roundTableStore>;
