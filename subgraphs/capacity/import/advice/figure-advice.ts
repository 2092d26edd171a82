import { allWords, wordOf, type Advice } from '../../../../platform/import/advice/advice.rules.js';
import { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import { longestReportNote } from '../../report/figures.rules.js';
import { adviceTexts, sheetTexts } from './advice-texts.js';

/** What is said of a file of figures. */
export const figureAdvice: Advice = {
  files: adviceTexts,
  sheets: sheetTexts,
  ofColumn: { note: 'NOTE', asOf: 'DAY_RANGE', nextAvailableOn: 'DAY_RANGE' },
  words: (language) => ({
    statuses: allWords(CapacityStatus, language),
    units: allWords(CapacityUnit, language),
    hasCapacity: wordOf(CapacityStatus, 'HAS_CAPACITY', language),
    longest: longestReportNote,
  }),
  shown: CapacityUnit,
};
