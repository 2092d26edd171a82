import type { EntityManager } from 'typeorm';
import { momentOf, yearOf } from '../../../figures/moment.sql.js';
import type { AgreedGoal } from './goal.rules.js';
import type { GoalMeasure } from './goal.vocabulary.js';

/** What the hub records of each measure; of the others it records nothing. */
export type Measured = Readonly<Partial<Record<GoalMeasure, number | null>>>;

const inYear = (at: string): string => `${at} >= began_at and ${at} < least(next_began_at, until)`;
/** Only the year of birth is known: under twelve is who becomes no twelve in the year. */
const isUnder12 = (birthYear: string): string => `$2::integer - ${birthYear} < 12`;
const inGroup = `p.rung in ('RESIDENTIAL_GROUP','SECURE')`;
const tables = (kind: string, condition: string): string => `
  (select count(distinct f.id) from round_table t join case_file f on f.id = t.case_id
   where f.region = $1 and t.kind = '${kind}' and t.state = 'HELD' and ${inYear('t.held_at')} and ${condition})`;

const measuring = `
  with ${momentOf(3)}, ${yearOf(2)}
  select
    (select count(*) from consultation c where c.region = $1 and c.reporting_year = $2 and c.result = 'OUT_OF_HOME_PREVENTED') as "OUT_OF_HOME_PREVENTED",
    (select count(distinct p.id) from placement p where p.region = $1 and ${inGroup} and ${isUnder12('p.birth_year')}
       and p.started_at < least(next_began_at, until) and (p.ended_at is null or p.ended_at >= least(next_began_at, until))) as "RESIDENTIAL_UNDER_12",
    (select count(distinct m.case_id) from mentor m join case_file f on f.id = m.case_id
       where f.region = $1 and extract(year from m.chosen_on) = $2) as "MENTORS",
    (select count(distinct coalesce(p.case_id, p.id)) from placement p
       where p.region = $1 and p.rung = 'INTENSIVE_AMBULATORY' and ${inYear('p.started_at')}) as "INTENSIVE_AMBULATORY",
    ${tables('CASE_WEEK', isUnder12('f.birth_year'))} as "CASE_WEEK_UNDER_12",
    ${tables('RET_MORNING', 'f.is_threatened_out_of_home')} as "RET_THREATENED",
    (select round(100.0 * count(*) filter (where l.state = 'COMPLETE') / nullif(count(*), 0))
       from placement p left join checklist l on l.case_id = p.case_id
       where p.region = $1 and ${inGroup} and ${inYear('p.started_at')}) as "CHECKLIST_USED"
  from moment, year`;

/** Keeps what a region agreed, and measures it. */
export function goalStore(db: EntityManager) {
  return {
    async findAgreed(region: string, year: number): Promise<AgreedGoal[]> {
      return db.query('select measure, operator, target, baseline from goal where region = $1 and year = $2', [
        region,
        year,
      ]);
    },

    /** All measures of a year in one statement. */
    async measure(region: string, year: number): Promise<Measured> {
      const [measured]: Measured[] = await db.query(measuring, [region, year, null]);
      return measured ?? {};
    },

    /** What was agreed on the same measure for the year is replaced. */
    async agree(region: string, year: number, { measure, operator, target, baseline }: AgreedGoal): Promise<void> {
      await db.query(
        `insert into goal as agreed (region, year, measure, operator, target, baseline) values ($1, $2, $3, $4, $5, $6)
         on conflict (region, year, measure) do update set operator = excluded.operator, target = excluded.target, baseline = excluded.baseline`,
        [region, year, measure, operator, target, baseline],
      );
    },
  };
}

export type GoalStore = ReturnType<typeof goalStore>;
