import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { sightOf } from '../access/visibility.rules.js';
import type { Alternative, ChecklistAnswers } from './checklist.rules.js';
import type { FamilyFormReason } from './checklist.vocabulary.js';

export interface ChecklistRow extends ChecklistAnswers {
  readonly caseId: string;
  readonly version: number;
  readonly completedAt: Date | null;
}

/** One answer; what is left out stays as it was. */
export interface ChecklistAnswer {
  readonly alternative?: Alternative;
  readonly isConsultationHeld?: boolean;
  readonly isRetDiscussed?: boolean;
  readonly familyFormReason?: FamilyFormReason;
}

const columns = `k.case_id as "caseId", k.version, k.state, k.is_consultation_held as "isConsultationHeld", k.is_ret_discussed as "isRetDiscussed",
  k.family_form_reason as "familyFormReason", k.completed_at as "completedAt",
  coalesce((select jsonb_agg(jsonb_build_object('rung', a.rung, 'verdict', a.verdict, 'reason', a.reason))
    from checklist_alternative a where a.case_id = k.case_id), '[]') as alternatives`;

/** Keeps the checklist of each case. */
export function checklistStore(db: EntityManager) {
  const find = (condition: string, values: readonly unknown[]): Promise<ChecklistRow[]> =>
    db.query(`select ${columns} from checklist k where ${condition}`, [...values]);

  return {
    /** The checklist of a case that was found for the caller before; null while nobody answered anything. */
    async checklistOf(caseId: string): Promise<ChecklistRow | null> {
      return (await find('k.case_id = $1', [caseId]))[0] ?? null;
    },

    /** Those of the cases that the caller works on. */
    async findByCaseIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ChecklistRow>> {
      const { region, organisationId } = sightOf(caller);
      const ofSeenCase = `exists (select from case_file f where f.id = k.case_id and (f.region = $2 or f.owner_organisation_id = $3))`;
      return mapBy(
        await find(`k.case_id = any($1) and ${ofSeenCase}`, [ids, region, organisationId]),
        ({ caseId }) => caseId,
      );
    },

    /** Begins a checklist where there is none, and keeps everybody else from it until this transaction ends. Gives its version. */
    async lock(caseId: string): Promise<number> {
      await db.query('insert into checklist (case_id) values ($1) on conflict do nothing', [caseId]);
      const rows: { version: number }[] = await db.query(
        'select version from checklist where case_id = $1 for no key update',
        [caseId],
      );
      return rows[0]?.version ?? 0;
    },

    /** Adds an answer to a checklist that is locked, which is open then. */
    async answer(caseId: string, { alternative, ...told }: ChecklistAnswer): Promise<void> {
      await db.query(
        `update checklist set version = version + 1, state = 'OPEN', completed_at = null, is_consultation_held = coalesce($2, is_consultation_held),
           is_ret_discussed = coalesce($3, is_ret_discussed), family_form_reason = coalesce($4, family_form_reason) where case_id = $1`,
        [caseId, told.isConsultationHeld, told.isRetDiscussed, told.familyFormReason],
      );
      if (!alternative) return;
      await db.query(
        `insert into checklist_alternative (case_id, rung, verdict, reason) values ($1, $2, $3, $4)
         on conflict (case_id, rung) do update set verdict = excluded.verdict, reason = excluded.reason`,
        [caseId, alternative.rung, alternative.verdict, alternative.reason],
      );
    },

    async complete(caseId: string): Promise<void> {
      await db.query(
        `update checklist set version = version + 1, state = 'COMPLETE', completed_at = hub_now() where case_id = $1`,
        [caseId],
      );
    },

    /** On which rung an offer stands, as capacity says; a tailored one where its home stands. Null where there is no such offer. */
    async rungOfOffer(offerId: string): Promise<ChecklistRung | null> {
      const rows: { rung: ChecklistRung | null }[] = await db.query('select capacity.rung_of_offer($1) as rung', [
        offerId,
      ]);
      return rows[0]?.rung ?? null;
    },
  };
}

type ChecklistRung = Alternative['rung'];

export type ChecklistStore = ReturnType<typeof checklistStore>;
