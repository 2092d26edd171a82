import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { groupBy } from '../../../platform/database/loaders.js';
import { sightOf } from '../access/visibility.rules.js';
import type { RejectionReason, Verdict } from './judgement.vocabulary.js';

export interface NewJudgement {
  readonly caseId: string;
  readonly offerId: string;
  readonly verdict: Verdict;
  readonly reason: RejectionReason | null;
}

export interface JudgementRow extends NewJudgement {
  readonly id: string;
  readonly judgedAt: Date;
  /** Whether no later one is about the same offer. */
  readonly isCurrent: boolean;
}

/** How many judgements of one case are told at most. */
const mostOfCase = 50;

/** Keeps judgements of options: they are added, never changed. */
export function judgementStore(db: EntityManager) {
  return {
    async add({ caseId, offerId, verdict, reason }: NewJudgement): Promise<string> {
      const rows: { id: string }[] = await db.query(
        'insert into judgement (case_id, offer_id, verdict, reason) values ($1, $2, $3, $4) returning id',
        [caseId, offerId, verdict, reason],
      );
      return rows[0]?.id ?? '';
    },

    /** The newest judgements of each of the caller's cases, the newest first. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, JudgementRow[]>> {
      const { region, organisationId } = sightOf(caller);
      const rows: JudgementRow[] = await db.query(
        `select id, case_id as "caseId", offer_id as "offerId", verdict, reason, judged_at as "judgedAt", turn = 1 as "isCurrent"
         from (select j.*, row_number() over (partition by j.case_id, j.offer_id order by j.judged_at desc, j.id desc) as turn,
             row_number() over (partition by j.case_id order by j.judged_at desc, j.id desc) as place
           from judgement j join case_file f on f.id = j.case_id
           where j.case_id = any($1) and (f.region = $2 or f.owner_organisation_id = $3)) j
         where place <= ${mostOfCase} order by judged_at desc, id desc`,
        [caseIds, region, organisationId],
      );
      return groupBy(rows, ({ caseId }) => caseId);
    },
  };
}

export type JudgementStore = ReturnType<typeof judgementStore>;
