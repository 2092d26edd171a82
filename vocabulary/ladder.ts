import { defineEnum } from './define-enum.js';

/** The rungs of help "as close to home as possible" (zo thuis mogelijk), lightest first. */
export const LadderRung = defineEnum(
  'LadderRung',
  'A rung of help as close to home as possible (zo thuis mogelijk), from light to heavy. Its Dutch word is the description.',
  {
    OWN_HOME: 'thuis, zonder jeugdhulp',
    LOCAL_TEAM: 'wijkteam of lokale toegang',
    COMMUNITY_SUPPORT: 'steungezin, buurtgezin of buddy',
    MENTOR_JIM: 'JIM: mentor die de jeugdige zelf kiest',
    AMBULATORY: 'ambulante hulp',
    INTENSIVE_AMBULATORY: 'intensieve ambulante hulp',
    DAY_TREATMENT: 'dagbehandeling',
    PART_TIME_RESPITE: 'deeltijdverblijf of logeren',
    KINSHIP_FOSTER: 'netwerkpleegzorg',
    FOSTER: 'pleegzorg',
    FAMILY_HOME: 'gezinshuis',
    SMALL_SCALE: 'kleinschalige voorziening',
    ASSISTED_LIVING: 'begeleid wonen of kamertraining',
    RESIDENTIAL_GROUP: 'leef- of behandelgroep',
    SECURE: 'gesloten jeugdhulp (JeugdzorgPlus)',
    TAILORED: 'maatwerkarrangement',
  },
);

export type LadderRung = (typeof LadderRung.codes)[number];

/** Where a rung stands from light (0) to heavy (14); a tailored arrangement stands where its home rung stands. */
export function ladderPosition(rung: LadderRung, homeRung: LadderRung | null = null): number {
  return LadderRung.codes.indexOf(rung === 'TAILORED' && homeRung !== null ? homeRung : rung);
}
