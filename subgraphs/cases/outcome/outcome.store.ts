import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { ofSeenConsultation } from '../access/seen-consultation.sql.js';
import type { ResultKind } from '../consultation/consultation.vocabulary.js';

/** What was found; OPEN is the lack of it. */
export type FoundResult = Exclude<ResultKind, 'OPEN'>;

export interface NewOutcome {
  readonly kind: FoundResult;
  readonly measuredOn: string;
  readonly isStable: boolean | null;
  /** From when it is to be asked whether it lasts; null where nobody planned to. */
  readonly followUpOn: string | null;
}

export interface OutcomeRow extends NewOutcome {
  readonly id: string;
  readonly consultationId: string;
  readonly recordedAt: Date;
}

const columns = `o.id, o.consultation_id as "consultationId", o.kind, o.measured_on::text as "measuredOn", o.is_stable as "isStable",
  o.follow_up_on::text as "followUpOn", o.recorded_at as "recordedAt"`;

/** Keeps what came of consultations: it is added, never changed. */
export function outcomeStore(db: EntityManager) {
  return {
    async add(consultationId: string, { kind, measuredOn, isStable, followUpOn }: NewOutcome): Promise<void> {
      await db.query(
        'insert into outcome (consultation_id, kind, measured_on, is_stable, follow_up_on) values ($1, $2, $3, $4, $5)',
        [consultationId, kind, measuredOn, isStable, followUpOn],
      );
    },

    /** The findings of each consultation, the newest first. */
    async findByConsultationIds(caller: Caller, ids: readonly string[]): Promise<Map<string, OutcomeRow[]>> {
      const { condition, values } = ofSeenConsultation(caller, 'o', 2);
      const rows: OutcomeRow[] = await db.query(
        `select ${columns} from outcome o where o.consultation_id = any($1) and ${condition} order by o.recorded_at desc, o.id desc`,
        [ids, ...values],
      );
      return groupBy(rows, ({ consultationId }) => consultationId);
    },

    /** One page of the findings whose follow-up has come and was not done, the longest due first. */
    async findDue(caller: Caller, page: PageRequest): Promise<OutcomeRow[]> {
      const { condition, values } = ofSeenConsultation(caller, 'o', 1);
      return db.query(
        `select ${columns} from outcome o where ${condition} and o.follow_up_on <= (hub_now() at time zone 'Europe/Amsterdam')::date
           and not exists (select from outcome n where n.consultation_id = o.consultation_id and (n.recorded_at, n.id) > (o.recorded_at, o.id))
           and ($3::text is null or (o.follow_up_on, o.id) > (left($3, 10)::date, $4::uuid))
         order by o.follow_up_on, o.id limit $5`,
        [...values, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
      );
    },
  };
}

/** The sort values of a finding in the list above: its day, as an instant. */
export function dueSortValues({ followUpOn, id }: OutcomeRow): readonly string[] {
  return [`${followUpOn ?? ''}T00:00:00.000Z`, id];
}

export type OutcomeStore = ReturnType<typeof outcomeStore>;
