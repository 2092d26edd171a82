import type { EntityManager } from 'typeorm';
import type { TimeWindow } from '../../../../vocabulary/child.js';
import type { ExperienceCode } from '../../experience/experience.vocabulary.js';
import { ExpertiseCode } from '../../expertise/expertise.vocabulary.js';

/** Whom somebody seeks. What is null does not narrow the search. */
export interface ProfessionalSearch {
  readonly municipalityCode: string;
  /** Words of a function, a name or an expertise. */
  readonly text: string | null;
  /** Each of these, at this depth at least: 1 BASIC to 3 SPECIALIST. */
  readonly expertise: readonly { readonly code: ExpertiseCode; readonly least: number }[];
  /** Each of these, where it is shown to the caller. */
  readonly experience: readonly ExperienceCode[];
  readonly language: string | null;
  readonly timeWindows: readonly TimeWindow[];
  readonly hoursPerWeek: number | null;
  /** yyyy-mm-dd; null begins today. */
  readonly fromOn: string | null;
  readonly weeks: number;
  readonly first: number;
  /** Who was confirmed less than so many days ago stands before others. */
  readonly agingDays: number;
}

/** Somebody who fits, with what the place rests on. */
export interface FoundProfessional {
  readonly id: string;
  /** How the text fits: 2 by a word, 1 by a word that is alike, 0 none was asked. */
  readonly fits: number;
  readonly isSpecialist: boolean;
  readonly isRecent: boolean;
  /** Hours a week free in these parts of the week through the whole period; null when none were asked. */
  readonly freeHours: number | null;
}

const search = `
  select s.found_id as id, s.fits, s.is_specialist as "isSpecialist", s.is_recent as "isRecent", s.free_hours::float8 as "freeHours"
  from seek_professionals($1::jsonb) with ordinality as s (found_id, fits, depth, is_specialist, is_recent, free_hours, place) order by s.place`;

/** Seeks professionals whom the caller may find, best first. */
export function professionalSearchReadModel(db: EntityManager) {
  return {
    find: (sought: ProfessionalSearch): Promise<FoundProfessional[]> =>
      db.query(search, [JSON.stringify({ ...sought, labels: ExpertiseCode.dutch })]),
  };
}
