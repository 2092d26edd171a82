import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { databaseNow } from '../../../platform/database/clock.js';
import { violatedConstraint } from '../../../platform/database/transaction.js';
import { HubError } from '../../../platform/errors/errors.js';
import { groupBy } from '../../../platform/database/loaders.js';
import { sightOf } from '../access/visibility.rules.js';

export interface MentorRow {
  readonly id: string;
  readonly caseId: string;
  readonly chosenOn: string;
  readonly isMonitored: boolean;
  readonly endedOn: string | null;
}

/** Keeps since when children have a mentor of their own choice. Nothing is known of the mentor. */
export function mentorStore(db: EntityManager) {
  const find = (caller: Caller, condition: string, values: readonly unknown[]): Promise<MentorRow[]> => {
    const { region, organisationId } = sightOf(caller);
    return db.query(
      `select m.id, m.case_id as "caseId", m.chosen_on::text as "chosenOn", m.is_monitored as "isMonitored", m.ended_on::text as "endedOn"
       from mentor m join case_file f on f.id = m.case_id
       where ${condition} and (f.region = $1 or f.owner_organisation_id = $2) order by m.chosen_on desc, m.id desc`,
      [region, organisationId, ...values],
    );
  };

  return {
    now: () => databaseNow(db),

    /** Throws MENTOR_RUNS. */
    async add(caseId: string, chosenOn: string, isMonitored: boolean): Promise<string> {
      const rows = await db
        .query<{ id: string }[]>(
          'insert into mentor (case_id, chosen_on, is_monitored) values ($1, $2, $3) returning id',
          [caseId, chosenOn, isMonitored],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'mentor_one' ? new HubError('MENTOR_RUNS') : error;
        });
      return rows[0]?.id ?? '';
    },

    async findOne(caller: Caller, id: string): Promise<MentorRow | null> {
      return (await find(caller, 'm.id = $3', [id]))[0] ?? null;
    },

    /** False when it ended already. */
    async end(id: string, endedOn: string): Promise<boolean> {
      const [ended] = await db.query<[unknown[], number]>(
        'update mentor set ended_on = $2 where id = $1 and ended_on is null returning id',
        [id, endedOn],
      );
      return ended.length > 0;
    },

    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, MentorRow[]>> {
      return groupBy(await find(caller, 'm.case_id = any($3)', [caseIds]), ({ caseId }) => caseId);
    },
  };
}

export type MentorStore = ReturnType<typeof mentorStore>;
