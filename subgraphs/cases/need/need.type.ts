import { ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { NeedFields } from '../../../vocabulary/need.js';
import type { CasePlaceRow } from '../case/whereabouts/case-place.entity.js';
import type { CaseRow } from '../case/case.entity.js';
import type { NeedRow } from './need.entity.js';

@ObjectType({ description: entityDescriptions.Need })
export class Need extends NeedFields {}

/** What the case itself says of the child. */
type OfChild = Pick<
  CaseRow,
  'birthYear' | 'municipalityCode' | 'responsibleMunicipalityCode' | 'languages' | 'legalFrameworks'
>;

/** The need of a case: what is sought, what the case itself says of the child, and where the child is, as far as it may be shown. */
export function toNeed(row: OfChild, need: NeedRow, place: CasePlaceRow | null): Need {
  const { rungs, heaviestRung, sex, startByOn, durationWeeks, hoursPerWeek, timeWindows, childrenTogether } = need;
  const { maxDistanceKm, characteristics, placeFeatures, contractedOnly, isCrisis } = need;
  const { nearPostcode4, schoolPostcode4 } = place ?? { nearPostcode4: null, schoolPostcode4: null };
  const { birthYear, municipalityCode, responsibleMunicipalityCode, languages, legalFrameworks } = row;
  return {
    ...{ rungs, heaviestRung, sex, startByOn, durationWeeks, hoursPerWeek, timeWindows, childrenTogether },
    ...{ nearPostcode4, schoolPostcode4, maxDistanceKm, characteristics, placeFeatures, contractedOnly, isCrisis },
    ...{ birthYear, municipalityCode, responsibleMunicipalityCode, languages, legalFrameworks },
  };
}
