import type { EntityManager } from 'typeorm';
import type { SoughtHelp } from './steps/sought-help.rules.js';

const columns = [
  ...['rungs', 'heaviest_rung', 'sex', 'start_by_on', 'duration_weeks', 'hours_per_week', 'time_windows'],
  ...['children_together', 'max_distance_km', 'characteristics', 'place_features', 'is_contracted_only', 'is_crisis'],
];
const ofChild = ['birth_year', 'municipality_code', 'responsible_municipality_code', 'languages', 'legal_frameworks'];
const ofPlace = ['postcode4', 'near_postcode4', 'school_postcode4'];
const of = (alias: string, names: readonly string[]): string => names.map((name) => `${alias}.${name}`).join(', ');

/** Writes needs. What another takes the place of is kept. */
export function needStore(db: EntityManager) {
  return {
    /** Keeps the need as it stands beside those before it, as that of this version of its case. */
    async keepFormer(caseId: string): Promise<void> {
      await db.query(
        `insert into former_need (case_id, version, ${[...columns, ...ofChild].join(', ')})
         select n.case_id, f.version, ${of('n', columns)}, ${of('f', ofChild)}
         from need n join case_file f on f.id = n.case_id where n.case_id = $1`,
        [caseId],
      );
      await db.query(
        `insert into former_place (case_id, version, ${ofPlace.join(', ')})
         select p.case_id, f.version, ${of('p', ofPlace)} from need n
         join case_place p on p.case_id = n.case_id join case_file f on f.id = n.case_id where n.case_id = $1`,
        [caseId],
      );
    },

    /** The need of a case that is locked; the case has another version then. */
    async write(caseId: string, help: SoughtHelp): Promise<void> {
      await db.query(
        `insert into need (case_id, ${columns.join(', ')}) values ($1, ${columns.map((_, index) => `$${index + 2}`).join(', ')})
         on conflict (case_id) do update set (${columns.join(', ')}) = row(${of('excluded', columns)})`,
        [
          ...[caseId, help.rungs, help.heaviestRung, help.sex, help.startByOn, help.durationWeeks, help.hoursPerWeek],
          ...[help.timeWindows, help.childrenTogether, help.maxDistanceKm, help.characteristics, help.placeFeatures],
          ...[help.contractedOnly, help.isCrisis],
        ],
      );
      await db.query('update case_file set version = version + 1 where id = $1', [caseId]);
    },
  };
}

export type NeedStore = ReturnType<typeof needStore>;
