import { codeFinder, codeReader } from '../../../../platform/import/columns/values.rules.js';
import { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';

/** Words that people write for a code, besides the code and its own Dutch word. */
const statusWords: Readonly<Record<CapacityStatus, readonly string[]>> = {
  HAS_CAPACITY: ['vrij', 'plaats', 'plek', 'ja', 'beschikbaar'],
  NO_CAPACITY: ['vol', 'geen plaats', 'geen plek', 'nee', 'niet beschikbaar'],
  WAITLIST: ['wachtlijst'],
  ADDITIONAL_ASSESSMENT_REQUIRED: ['nader onderzoek', 'in overleg', 'op aanvraag'],
  UNKNOWN: ['niet bekend'],
};

const unitWords: Readonly<Record<CapacityUnit, readonly string[]>> = {
  PLACE: ['plaats', 'plaatsen', 'plek', 'plekken', 'bed', 'bedden'],
  HOUR_PER_WEEK: ['uur', 'uren', 'uren per week'],
  DAYDEEL: ['dagdeel', 'dagdelen'],
  TRAJECTORY: ['trajecten'],
  FAMILY: ['gezinnen'],
};

export const readStatus = codeReader(codeFinder(CapacityStatus, statusWords), 'STATUS');
export const readUnit = codeReader(codeFinder(CapacityUnit, unitWords), 'UNIT');
