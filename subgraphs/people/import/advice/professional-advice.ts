import { allWords, type Advice } from '../../../../platform/import/advice/advice.rules.js';
import { longestKey } from '../../../../platform/input/own-key.js';
import { ExperienceCode } from '../../experience/experience.vocabulary.js';
import { ExpertiseCode, ExpertiseLevel } from '../../expertise/expertise.vocabulary.js';
import { longestName, longestNumber } from '../../publishing/publishing.rules.js';
import { adviceTexts, sheetTexts } from './advice-texts.js';

/** What is said of a file of professionals. */
export const professionalAdvice: Advice = {
  files: adviceTexts,
  sheets: sheetTexts,
  ofColumn: {
    ...{ key: 'KEY', name: 'NAME', jobTitle: 'NAME', registrationNumber: 'REGISTRATION_NUMBER' },
    ...{ expertise: 'EXPERTISE', municipalityCodes: 'MUNICIPALITY', languages: 'LANGUAGE' },
    ...{ workPhone: 'PHONE', workEmail: 'EMAIL', leftOn: 'LEFT_ON' },
  },
  words: (language) => ({
    ...{ longestKey, longest: longestName, longestNumber },
    expertise: allWords(ExpertiseCode, language),
    levels: allWords(ExpertiseLevel, language),
    experience: allWords(ExperienceCode, language),
  }),
  shown: { codes: [], dutch: {} },
};
