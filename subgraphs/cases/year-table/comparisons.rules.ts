import { countedResults } from './year-table-lines.rules.js';
import type { CountedLine } from './year-table.rules.js';
import type { YearTableCheckCode } from './year-table.vocabulary.js';

/** The children of a municipality beside what is counted among them. */
export interface Numbers {
  readonly children: number;
  readonly counted: number;
}

/** A way in which the figures of a municipality may not add up, or are easily misread. */
export interface Comparison {
  readonly code: YearTableCheckCode;
  /** Whether a line is part of what is compared with the children. */
  isCounted(line: CountedLine): boolean;
  isFinding(numbers: Numbers): boolean;
  /** What is found, in words; with the numbers where they may be told. */
  text(name: string, numbers: Numbers | null): string;
}

export const comparisons: readonly Comparison[] = [
  {
    code: 'REFERRERS_DIFFER_FROM_CONSULTATIONS',
    isCounted: ({ section }) => section === 'REFERRERS',
    isFinding: ({ children, counted }) => counted !== children,
    text: (name, numbers) =>
      `${name}: de verwijzers tellen niet op tot de consultaties${inWords(numbers, 'tegen')}. ` +
      'Een verwijzer telt bij de eigen gemeente, een consultatie bij de gemeente van het kind.',
  },
  {
    code: 'INTERVENTIONS_EXCEED_CONSULTATIONS',
    isCounted: ({ section }) => section === 'INTERVENTIONS',
    isFinding: ({ children, counted }) => counted > children,
    text: (name, numbers) =>
      `${name}: er zijn meer interventies dan kinderen${inWords(numbers, 'bij')}. ` +
      'Een kind kan er meer dan één krijgen en veel kinderen krijgen er geen: deel het een niet door het ander.',
  },
  {
    code: 'CONSULTATIONS_WITHOUT_RESULT',
    isCounted: ({ section, key }) => section === 'RESULTS' && countedResults.some((result) => result === key),
    isFinding: ({ children, counted }) => counted < children,
    text: (name, numbers) =>
      numbers
        ? `${name}: van ${numbers.children - numbers.counted} van de ${numbers.children} kinderen is geen resultaat geteld.`
        : `${name}: niet van elk kind is een resultaat geteld.`,
  },
];

function inWords(numbers: Numbers | null, between: string): string {
  return numbers ? ` (${numbers.counted} ${between} ${numbers.children})` : '';
}
