import { HubError } from '../../../../platform/errors/errors.js';
import { needFault } from '../../../../vocabulary/need-faults.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import type { CaseRow } from '../../case/case.entity.js';
import { withoutRepeats } from '../../lists/without-repeats.js';
import type { NeedRow } from '../need.entity.js';
import type { SoughtHelpInput } from './describe-need.input.js';

/** What is sought in columns of its own, beside the case. */
export type SoughtHelp = Omit<NeedRow, 'caseId'>;

/** From where it is sought. */
export interface SoughtFrom {
  readonly nearPostcode4: string | null;
  readonly schoolPostcode4: string | null;
}

/** Help as it was asked: what was left out is nothing, and no list says a thing twice. */
export function toSoughtHelp(asked: SoughtHelpInput): SoughtHelp {
  const { rungs, timeWindows, characteristics, placeFeatures, childrenTogether, contractedOnly, isCrisis } = asked;
  return {
    rungs: withoutRepeats(rungs),
    timeWindows: withoutRepeats(timeWindows),
    characteristics: withoutRepeats(characteristics),
    placeFeatures: withoutRepeats(placeFeatures),
    ...{ childrenTogether, contractedOnly, isCrisis },
    heaviestRung: asked.heaviestRung ?? null,
    sex: asked.sex ?? null,
    startByOn: asked.startByOn ?? null,
    durationWeeks: asked.durationWeeks ?? null,
    hoursPerWeek: asked.hoursPerWeek ?? null,
    maxDistanceKm: asked.maxDistanceKm ?? null,
  };
}

/** Throws BAD_USER_INPUT or UNKNOWN_MUNICIPALITY, naming the field, for a need that cannot be. */
export function checkSought(file: CaseRow, help: SoughtHelp, from: SoughtFrom, isHomeHidden: boolean): void {
  const { birthYear, municipalityCode, responsibleMunicipalityCode, languages, legalFrameworks } = file;
  const of = { birthYear, municipalityCode, responsibleMunicipalityCode, languages, legalFrameworks };
  const fault = needFault({ ...of, ...help, ...from } satisfies NeedFields, isHomeHidden);
  if (fault === null) return;
  const field = `need.${fault.field}`;
  if (fault.expected === undefined) throw new HubError('UNKNOWN_MUNICIPALITY', { field });
  throw new HubError('BAD_USER_INPUT', { field, expected: fault.expected });
}

/** The names of what is sought otherwise than before; all of them when nothing was sought. */
export function changedHelp(before: NeedRow | null, after: SoughtHelp): string[] {
  const names = Object.keys(after) as (keyof SoughtHelp)[];
  return names.filter((name) => before === null || JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}
