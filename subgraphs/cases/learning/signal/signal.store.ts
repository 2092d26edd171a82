import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { regionAs, sightOf } from '../../access/visibility.rules.js';
import type { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import type { SignalDestination, SignalForum, SignalState } from '../learning.vocabulary.js';

export interface NewSignal {
  readonly destination: SignalDestination;
  readonly factor: LearningFactor;
  readonly ownerOrganisationId: string;
  readonly learningReviewId: string | null;
  readonly dueOn: string;
}

export interface SignalRow extends NewSignal {
  readonly id: string;
  readonly version: number;
  readonly state: SignalState;
  readonly escalatedTo: SignalForum | null;
  readonly raisedAt: Date;
  readonly answeredAt: Date | null;
  readonly isOverdue: boolean;
}

/** Which signals to list; what is null does not narrow. */
export interface SignalSelection {
  readonly states: readonly SignalState[] | null;
  readonly destinations: readonly SignalDestination[] | null;
  readonly isOverdue: boolean | null;
}

const overdue = `(s.state not in ('SOLVED','DECLINED') and s.due_on < (hub_now() at time zone 'Europe/Amsterdam')::date)`;
const columns = `s.id, s.version, s.destination, s.factor, s.owner_organisation_id as "ownerOrganisationId", s.learning_review_id as "learningReviewId",
  s.due_on::text as "dueOn", s.state, s.escalated_to as "escalatedTo", s.raised_at as "raisedAt", s.answered_at as "answeredAt", ${overdue} as "isOverdue"`;
/** $1 is the region of who may decide or count, $2 the organisation whose it is. */
const seen = '(s.region = $1 or s.owner_organisation_id = $2::uuid)';

/** Keeps signals to policy and procurement. */
export function signalStore(db: EntityManager) {
  const find = (
    caller: Caller,
    condition: string,
    values: readonly unknown[],
    isToChange = false,
  ): Promise<SignalRow[]> => {
    const roles = isToChange ? (['care-broker'] as const) : (['care-broker', 'analyst'] as const);
    return db.query(`select ${columns} from signal s where ${seen} and ${condition}`, [
      ...[regionAs(caller, ...roles), sightOf(caller).organisationId],
      ...values,
    ]);
  };
  return {
    async add(
      region: string,
      { destination, factor, ownerOrganisationId, learningReviewId, dueOn }: NewSignal,
    ): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into signal (region, destination, factor, owner_organisation_id, learning_review_id, due_on) values ($1, $2, $3, $4, $5, $6)
         returning id`,
        [region, destination, factor, ownerOrganisationId, learningReviewId, dueOn],
      );
      return rows[0]?.id ?? '';
    },

    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, SignalRow>> {
      return mapBy(await find(caller, 's.id = any($3)', [ids]), ({ id }) => id);
    },

    /** One that the caller may answer, which nobody else changes before this transaction ends. */
    lock: async (caller: Caller, id: string): Promise<SignalRow | null> =>
      (await find(caller, 's.id = $3 for no key update of s', [id], true))[0] ?? null,

    findPage(
      caller: Caller,
      { states, destinations, isOverdue }: SignalSelection,
      page: PageRequest,
    ): Promise<SignalRow[]> {
      return find(
        caller,
        `($3::text[] is null or s.state = any($3)) and ($4::text[] is null or s.destination = any($4)) and ($5::boolean is null or ${overdue} = $5)
         and ($6::timestamptz is null or (s.raised_at, s.id) < ($6, $7::uuid)) order by s.raised_at desc, s.id desc limit $8`,
        [states, destinations, isOverdue, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
      );
    },

    async change(id: string, state: SignalState, forum: SignalForum | null): Promise<void> {
      await db.query(
        `update signal set version = version + 1, state = $2, escalated_to = coalesce($3, escalated_to),
           answered_at = case when $2 in ('SOLVED','DECLINED') then hub_now() end where id = $1`,
        [id, state, forum],
      );
    },
  };
}

export type SignalStore = ReturnType<typeof signalStore>;

/** The sort values of a signal in the list above. */
export function signalSortValues({ raisedAt, id }: SignalRow): readonly string[] {
  return [raisedAt.toISOString(), id];
}
