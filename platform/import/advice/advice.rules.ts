import { errorMessage, fillIn, type ErrorParameters, type Language } from '../../errors/errors.js';
import { rowFault, type RowFault } from '../../input/row-fault.js';
import type { Words } from '../columns/values.rules.js';
import type { RowForm } from '../file-row.js';
import { generalSheetTexts, generalTexts, type AdviceText } from './advice-texts.js';

/** Where a fault stands, in the words of the file. */
export interface FaultPlace {
  readonly form: RowForm;
  readonly row: number;
  /** The letters over the column; null where the file has none. */
  readonly column: string | null;
  /** The column or field by its name; empty where the fault is of the row. */
  readonly name: string;
}

type Texts = Readonly<Record<string, AdviceText>>;

/** What is said of one kind of file, beside what is said of any. */
export interface Advice {
  readonly files: Texts;
  /** For who fills in a sheet. */
  readonly sheets: Texts;
  /** The text of a value that is refused without more, by its column. */
  readonly ofColumn: Readonly<Record<string, string>>;
  /** What texts name besides the parameters of a fault. */
  readonly words: (language: Language) => ErrorParameters;
  /** Codes that a fault may name, which a person reads as words. */
  readonly shown: Words<string>;
}

/** The fault of a value that cannot be read, with what to do about it. */
export function adviceFault(field: string, advice: string, parameters: ErrorParameters = {}): RowFault {
  return rowFault('BAD_USER_INPUT', field, { ...parameters, advice });
}

/** What who made the file must do about a fault, begun with its place. */
export function adviceMessage(
  advice: Advice,
  { code, parameters }: RowFault,
  place: FaultPlace,
  language: Language,
): string {
  const { files, sheets } = advice;
  const ofFiles: Texts = { ...generalTexts, ...files };
  const texts: Texts = place.form === 'SHEET' ? { ...ofFiles, ...generalSheetTexts, ...sheets } : ofFiles;
  const text = texts[textOf(advice, { code, parameters })];
  const { row, name } = place;
  if (!text) return errorMessage(code, language, { ...parameters, row, field: name });
  const message = fillIn(text[language], { ...advice.words(language), ...shown(advice, parameters, language), row });
  return name === '' ? message : `${placeText(place, language)}: ${message}`;
}

/** What is wrong with a file as a whole. */
export function fileMessage(
  { files }: Advice,
  code: RowFault['code'],
  language: Language,
  parameters: ErrorParameters,
): string {
  const text = ({ ...generalTexts, ...files } as Texts)[code];
  return text ? fillIn(text[language], parameters) : errorMessage(code, language, parameters);
}

/** The words of all codes, as they may stand in a file. */
export function allWords<K extends string>(words: Words<K>, language: Language): string {
  return words.codes.map((code) => wordOf(words, code, language)).join(', ');
}

export function wordOf<K extends string>({ dutch }: Words<K>, code: K, language: Language): string {
  return language === 'nl' ? dutch[code] : code.toLowerCase().replaceAll('_', ' ');
}

/** The name of the text: a code that says little is told apart by its place and bounds. */
function textOf({ ofColumn }: Advice, { code, parameters: { advice, field, min } }: RowFault): string {
  if (code !== 'BAD_USER_INPUT') return code;
  if (advice !== undefined) return String(advice);
  if (min !== undefined) return 'RANGE';
  return Object.hasOwn(ofColumn, field) ? (ofColumn[field] ?? code) : code;
}

/** `vrij (B5)` in a sheet, the name of the field elsewhere. */
function placeText({ form, row, column, name }: FaultPlace, language: Language): string {
  if (form !== 'SHEET') return name;
  return column === null ? `${name} (${language === 'nl' ? 'regel' : 'row'} ${row})` : `${name} (${column}${row})`;
}

/** The parameters as a person reads them: numbers with points between thousands, a code as a word. */
function shown({ shown: codes }: Advice, parameters: ErrorParameters, language: Language): ErrorParameters {
  const entries = Object.entries(parameters).map(([name, value]) => {
    if (typeof value === 'number') return [name, value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')];
    const code = codes.codes.find((one) => one === value);
    return [name, code === undefined ? value : wordOf(codes, code, language)];
  });
  return Object.fromEntries(entries) as ErrorParameters;
}
