import { ObjectType } from 'type-graphql';
import { CodedNeedFields } from '../../../vocabulary/need.js';
import type { SeenReferral } from './reading/referral.read-model.js';

@ObjectType({
  description:
    'What help is sought for a child, as far as a provider may know before it takes the child in: codes only, and nothing that leads to a place, a family or a birth year.',
})
export class ReferredNeed extends CodedNeedFields {}

/** The need of a referral; null while none has been described. */
export function toReferredNeed(row: SeenReferral): ReferredNeed | null {
  if (!row.hasNeed) return null;
  const { rungs, heaviestRung, sex, startByOn, durationWeeks, hoursPerWeek, timeWindows, childrenTogether } = row;
  const { characteristics, placeFeatures, languages, legalFrameworks, isCrisis } = row;
  return {
    ...{ rungs, heaviestRung, sex, startByOn, durationWeeks, hoursPerWeek, timeWindows, childrenTogether },
    ...{ characteristics, placeFeatures, languages, legalFrameworks, isCrisis },
  };
}
