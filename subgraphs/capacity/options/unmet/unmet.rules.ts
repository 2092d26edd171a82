import { defineEnum } from '../../../../vocabulary/define-enum.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { ExclusionCode } from '../reasons/criteria.rules.js';

/** On a rung that is sought nothing falls out for its rung. */
type Criterion = Exclude<ExclusionCode, 'RUNG_NOT_SOUGHT'>;
const criteria = Object.fromEntries(
  Object.entries(ExclusionCode.dutch).filter(([code]) => code !== 'RUNG_NOT_SOUGHT'),
) as Record<Criterion, string>;

/**
 * Why a search found no option on a rung. Beside the criteria, in the order in which they are applied: nothing is offered there at all, or no
 * criterion alone stands in the way.
 */
export const UnmetReason = defineEnum('UnmetReason', 'Why no option was found on a rung of help.', {
  NO_OFFER: 'Niemand biedt deze trede hier aan.',
  SEVERAL: 'Elk aanbod valt op meer dan één criterium af.',
  ...criteria,
});
export type UnmetReason = (typeof UnmetReason.codes)[number];

/** A rung that was sought; `ANY` where none was sought in particular. */
export type SoughtRung = LadderRung | 'ANY';

/** A rung on which no option was found, with what each offer there fails: different ones once each. */
export interface MissedRung {
  readonly rung: SoughtRung;
  readonly misses: readonly (readonly ExclusionCode[])[];
}

/** A rung without an option, and a reason for it. */
export interface UnmetNeed {
  readonly rung: SoughtRung;
  readonly reason: UnmetReason;
}

/** What a search did not find, and on which day it was. */
export interface UnmetSearch {
  readonly searchedOn: string;
  readonly rungs: readonly MissedRung[];
}

/** Whether something on a rung can be on offer: not the own home without help, and not the mentor whom a child chooses. */
export function isOffered(rung: string): boolean {
  return rung !== 'OWN_HOME' && rung !== 'MENTOR_JIM';
}

/** The needs that are left unmet: each rung that could have had an option, with each reason. */
export function unmetNeeds(missed: readonly MissedRung[]): UnmetNeed[] {
  return missed
    .filter(({ rung }) => isOffered(rung))
    .flatMap(({ rung, misses }) => unmetReasons(misses).map((reason) => ({ rung, reason })));
}

/**
 * Why there was no option among these offers: every criterion whose absence alone would have given one, which is a criterion that some offer
 * failed and no other. Without such a criterion SEVERAL, and without any offer NO_OFFER. In the order of the vocabulary, at least one.
 */
export function unmetReasons(misses: MissedRung['misses']): UnmetReason[] {
  if (misses.length === 0) return ['NO_OFFER'];
  const alone = misses.flatMap((failed) => (new Set(failed).size === 1 ? failed.slice(0, 1) : []));
  const reasons = UnmetReason.codes.filter((code) => (alone as readonly string[]).includes(code));
  return reasons.length > 0 ? reasons : ['SEVERAL'];
}
