import { errorMessage, fillIn, type ErrorParameters, type Language } from '../../../../platform/errors/errors.js';
import type { Vocabulary } from '../../../../vocabulary/define-enum.js';
import { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import { longestReportNote } from '../../report/figures.rules.js';
import { rowFault, type RowFault } from '../../../../platform/input/row-fault.js';
import { adviceTexts, sheetTexts, type Advice, type AdviceText } from './advice-texts.js';

/** In what form a row came: cells of a sheet, an object with the names of the columns, or one of Open Referral HSDS. */
export type RowForm = 'SHEET' | 'OBJECT' | 'HSDS';

/** Where a fault stands, in the words of the file. */
export interface FaultPlace {
  readonly form: RowForm;
  readonly row: number;
  /** The letters over the column; null where the file has none. */
  readonly column: string | null;
  /** The column or field by its name; empty where the fault is of the row. */
  readonly name: string;
}

const ofFiles: Readonly<Record<string, AdviceText>> = adviceTexts;
const ofSheets: Readonly<Record<string, AdviceText>> = { ...adviceTexts, ...sheetTexts };

/** The fault of a value that cannot be read, with what to do about it. */
export function adviceFault(field: string, advice: Advice, parameters: ErrorParameters = {}): RowFault {
  return rowFault('BAD_USER_INPUT', field, { ...parameters, advice });
}

/** What who made the file must do about a fault, begun with its place. */
export function adviceMessage({ code, parameters }: RowFault, place: FaultPlace, language: Language): string {
  const text = (place.form === 'SHEET' ? ofSheets : ofFiles)[adviceOf({ code, parameters })];
  const { row, name } = place;
  if (!text) return errorMessage(code, language, { ...parameters, row, field: name });
  const message = fillIn(text[language], { ...words(language), ...shown(parameters, language), row });
  return name === '' ? message : `${placeText(place, language)}: ${message}`;
}

/** What is wrong with a file as a whole. */
export function fileMessage(code: RowFault['code'], language: Language, parameters: ErrorParameters): string {
  const text = ofFiles[code];
  return text ? fillIn(text[language], parameters) : errorMessage(code, language, parameters);
}

/** The name of the text: a code that says little is told apart by its place and bounds. */
function adviceOf({ code, parameters: { advice, field, min } }: RowFault): string {
  if (code !== 'BAD_USER_INPUT') return code;
  if (advice !== undefined) return String(advice);
  if (min !== undefined) return 'RANGE';
  if (field === 'note') return 'NOTE';
  return field === 'asOf' || field === 'nextAvailableOn' ? 'DAY_RANGE' : code;
}

/** `vrij (B5)` in a sheet, the name of the field elsewhere. */
function placeText({ form, row, column, name }: FaultPlace, language: Language): string {
  if (form !== 'SHEET') return name;
  return column === null ? `${name} (${language === 'nl' ? 'regel' : 'row'} ${row})` : `${name} (${column}${row})`;
}

function words(language: Language): ErrorParameters {
  const all = <K extends string>(vocabulary: Vocabulary<K>): string =>
    vocabulary.codes.map((code) => word(vocabulary, code, language)).join(', ');
  return {
    statuses: all(CapacityStatus),
    units: all(CapacityUnit),
    hasCapacity: word(CapacityStatus, 'HAS_CAPACITY', language),
    longest: longestReportNote,
  };
}

/** The parameters as a person reads them: numbers with points between thousands, a unit as a word. */
function shown(parameters: ErrorParameters, language: Language): ErrorParameters {
  const entries = Object.entries(parameters).map(([name, value]) => {
    if (typeof value === 'number') return [name, value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')];
    const unit = CapacityUnit.codes.find((code) => code === value);
    return [name, unit ? word(CapacityUnit, unit, language) : value];
  });
  return Object.fromEntries(entries) as ErrorParameters;
}

/** The word of a code, as it may stand in a file. */
function word<K extends string>({ dutch }: Vocabulary<K>, code: K, language: Language): string {
  return language === 'nl' ? dutch[code] : code.toLowerCase().replaceAll('_', ' ');
}
