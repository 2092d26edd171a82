import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { GraphQLLocalDate, LanguageTag, Postcode4 } from '../../../vocabulary/scalars.js';
import { LegalMeasure, OutOfHomeAuthorisation, ProblemDomain, SchoolKind } from '../case/case.vocabulary.js';
import {
  code,
  flag,
  halves,
  listOf,
  municipalityCode,
  orNothing,
  scalar,
  whole,
  words,
  type Reading,
} from './readings.rules.js';

/** Where a field of a case or its need is kept, and how a person's word for it is read. */
export interface Correctable {
  readonly table: 'case_file' | 'case_place' | 'need';
  readonly column: string;
  readonly read: Reading;
}

const ofCase = (column: string, read: Reading): Correctable => ({ table: 'case_file', column, read });
const ofPlace = (column: string, read: Reading): Correctable => ({ table: 'case_place', column, read });
const ofNeed = (column: string, read: Reading): Correctable => ({ table: 'need', column, read });

const postcode = orNothing(scalar(Postcode4, '8232'));
const longestReference = 100;

/** What can be wrong about a child or its family, by its name in the schema. Whose a case is and whether it is open is no such thing. */
export const correctable: Readonly<Record<string, Correctable>> = {
  ownReference: ofCase('own_reference', words(longestReference)),
  birthYear: ofCase('birth_year', whole(1990, 2100)),
  responsibleMunicipality: ofCase('responsible_municipality_code', municipalityCode),
  municipality: ofCase('municipality_code', municipalityCode),
  postcode4: ofPlace('postcode4', postcode),
  languages: ofCase('languages', listOf(scalar(LanguageTag, 'nl'))),
  legalFrameworks: ofCase('legal_frameworks', listOf(code(LegalFramework))),
  measures: ofCase('measures', listOf(code(LegalMeasure))),
  outOfHomeAuthorisation: ofCase('out_of_home_authorisation', orNothing(code(OutOfHomeAuthorisation))),
  currentRung: ofCase('current_rung', code(LadderRung)),
  isThreatenedOutOfHome: ofCase('is_threatened_out_of_home', flag),
  schoolKind: ofCase('school_kind', orNothing(code(SchoolKind))),
  problemDomains: ofCase('problem_domains', listOf(code(ProblemDomain))),
  isRestricted: ofCase('is_restricted', flag),
  rungs: ofNeed('rungs', listOf(code(LadderRung))),
  heaviestRung: ofNeed('heaviest_rung', orNothing(code(LadderRung))),
  sex: ofNeed('sex', orNothing(code(Sex))),
  startByOn: ofNeed('start_by_on', orNothing(scalar(GraphQLLocalDate, '2026-09-01'))),
  durationWeeks: ofNeed('duration_weeks', orNothing(whole(1, 1_040))),
  hoursPerWeek: ofNeed('hours_per_week', orNothing(halves(168))),
  timeWindows: ofNeed('time_windows', listOf(code(TimeWindow))),
  childrenTogether: ofNeed('children_together', whole(1, 12)),
  nearPostcode4: ofPlace('near_postcode4', postcode),
  schoolPostcode4: ofPlace('school_postcode4', postcode),
  maxDistanceKm: ofNeed('max_distance_km', orNothing(whole(1, 400))),
  characteristics: ofNeed('characteristics', listOf(code(Characteristic))),
  placeFeatures: ofNeed('place_features', listOf(code(PlaceFeature))),
  contractedOnly: ofNeed('is_contracted_only', flag),
  isCrisis: ofNeed('is_crisis', flag),
};
