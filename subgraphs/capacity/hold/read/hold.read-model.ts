import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { openText } from '../../../../platform/secrecy/database-sealer.js';
import { instantText } from '../../../../platform/paging/instant.js';
import type { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import { refusalNotePlace } from '../../sealed.js';
import { sightOf } from '../../access/visibility.rules.js';
import { sightSql, type SightSql } from '../../access/visibility.sql.js';
import type { HoldState } from '../steps/hold-state.rules.js';

/** A hold as a caller may read it. */
export interface HoldRow {
  readonly id: string;
  readonly offerId: string;
  /** Null when the caller may not know the case. */
  readonly caseId: string | null;
  readonly state: HoldState;
  readonly quantity: number;
  readonly createdAt: Date;
  readonly answerDueAt: Date;
  readonly expiresAt: Date | null;
  readonly convertedAt: Date | null;
  readonly endedAt: Date | null;
  readonly refusalCode: DeclineReason | null;
  /** Read for one hold at a time, never for lists. */
  readonly refusalNote: string | null;
  readonly groupId: string | null;
  /** The instant of its making to the microsecond, for cursors. */
  readonly sortedAt: string;
}

export interface HoldSelection {
  readonly states: readonly HoldState[] | null;
  readonly offerId: string | null;
  readonly caseId: string | null;
}

/** What a list of holds belongs to. */
export type HoldParent = 'offer' | 'case';

const parentOf: Readonly<Record<HoldParent, string>> = { offer: 'h.offer_id', case: 'k.case_id' };

const term = 'coalesce(h.expires_at, h.answer_due_at)';
const columns = ({
  ownCase,
}: SightSql): string => `h.id, h.offer_id as "offerId", case when ${ownCase} then k.case_id end as "caseId",
  s.state, h.quantity, h.created_at as "createdAt", h.answer_due_at as "answerDueAt", h.converted_at as "convertedAt",
  case when s.state in ('REQUESTED','ACTIVE','EXPIRED') then ${term} end as "expiresAt",
  coalesce(h.ended_at, case when s.state = 'EXPIRED' then ${term} end) as "endedAt",
  ending.refusal_code as "refusalCode", case when ${ownCase} then k.group_id end as "groupId", ${instantText('h.created_at')} as "sortedAt"`;
const seen = ({ visible }: SightSql): string => `hold h join offer o on o.id = h.offer_id
  left join hold_case k on k.hold_id = h.id left join hold_ending ending on ending.hold_id = h.id
  cross join lateral (select hold_state(h, (select hub_now())) as state) s where ${visible}`;
const newest = 'h.created_at desc, h.id desc';
const behind = `($1::timestamptz is null or (h.created_at, h.id) < ($1, $2::uuid))`;

/** Reads the holds that a caller may see: a seeker those for its cases, a provider those of its own offers. */
export function holdReadModel(db: EntityManager) {
  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, HoldRow>> {
      const sight = sightSql(sightOf(caller), 'k', 2);
      const rows: HoldRow[] = await db.query(
        `select ${columns(sight)}, ending.refusal_note as "refusalNote" from ${seen(sight)} and h.id = any($1::uuid[])`,
        [ids, ...sight.values],
      );
      const opened = rows.map((row) => ({
        ...row,
        refusalNote: openText(db, refusalNotePlace, row.refusalNote),
      }));
      return mapBy(opened, ({ id }) => id);
    },

    /** One page of the holds that fit a selection, newest first. */
    async findPage(caller: Caller, selection: HoldSelection, { limit, after }: PageRequest): Promise<HoldRow[]> {
      const sight = sightSql(sightOf(caller), 'k', 7);
      return db.query(
        `select ${columns(sight)}, null as "refusalNote" from ${seen(sight)} and ${behind}
           and ($4::text[] is null or s.state = any($4)) and ($5::uuid is null or h.offer_id = $5)
           and ($6::uuid is null or (k.case_id = $6 and ${sight.ownCase}))
         order by ${newest} limit $3`,
        [...position(after), limit, selection.states, selection.offerId, selection.caseId, ...sight.values],
      );
    },

    /** The same page of each of several offers or cases, newest first, in one statement, by the id of its offer or case. */
    async findPageOf(
      parent: HoldParent,
      caller: Caller,
      parentIds: readonly string[],
      { limit, after }: PageRequest,
    ): Promise<Map<string, HoldRow[]>> {
      const sight = sightSql(sightOf(caller), 'k', 5);
      const rows: (HoldRow & { parentId: string })[] = await db.query(
        `select * from (
           select ${columns(sight)}, null as "refusalNote", ${parentOf[parent]} as "parentId",
             row_number() over (partition by ${parentOf[parent]} order by ${newest}) as place
           from ${seen(sight)} and ${behind} and ${parentOf[parent]} = any($4::uuid[])${parent === 'case' ? ` and ${sight.ownCase}` : ''}) numbered
         where place <= $3 order by "parentId", place`,
        [...position(after), limit, parentIds, ...sight.values],
      );
      return groupBy(rows, ({ parentId }) => parentId);
    },
  };
}

function position(after: PageRequest['after']): (string | null)[] {
  return [after?.[0] ?? null, after?.[1] ?? null];
}

/** The sort values of a hold in the lists above. */
export function holdSortValues({ sortedAt, id }: HoldRow): readonly string[] {
  return [sortedAt, id];
}
