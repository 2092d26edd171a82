import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { ofSeenConsultation } from '../access/seen-consultation.sql.js';
import type { ResultKind } from '../consultation/consultation.vocabulary.js';

/** What was found; OPEN is the lack of it. */
export type FoundResult = Exclude<ResultKind, 'OPEN'>;

export interface NewOutcome {
  readonly kind: FoundResult;
  readonly measuredOn: string;
  readonly isStable: boolean | null;
}

export interface OutcomeRow extends NewOutcome {
  readonly id: string;
  readonly consultationId: string;
  readonly recordedAt: Date;
}

/** Keeps what came of consultations: it is added, never changed. */
export function outcomeStore(db: EntityManager) {
  return {
    async add(consultationId: string, { kind, measuredOn, isStable }: NewOutcome): Promise<void> {
      await db.query('insert into outcome (consultation_id, kind, measured_on, is_stable) values ($1, $2, $3, $4)', [
        consultationId,
        kind,
        measuredOn,
        isStable,
      ]);
    },

    /** The findings of each consultation, the newest first. */
    async findByConsultationIds(caller: Caller, ids: readonly string[]): Promise<Map<string, OutcomeRow[]>> {
      const { condition, values } = ofSeenConsultation(caller, 'o', 2);
      const rows: OutcomeRow[] = await db.query(
        `select o.id, o.consultation_id as "consultationId", o.kind, o.measured_on::text as "measuredOn", o.is_stable as "isStable",
           o.recorded_at as "recordedAt"
         from outcome o where o.consultation_id = any($1) and ${condition} order by o.recorded_at desc, o.id desc`,
        [ids, ...values],
      );
      return groupBy(rows, ({ consultationId }) => consultationId);
    },
  };
}

export type OutcomeStore = ReturnType<typeof outcomeStore>;
