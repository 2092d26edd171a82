import { readDay } from '../../../../platform/import/columns/days.rules.js';
import { readColumns } from '../../../../platform/import/columns/read-columns.js';
import { mustBe, readText, type Reading } from '../../../../platform/import/columns/values.rules.js';
import type { FileRow, RowForm } from '../../../../platform/import/file-row.js';
import type { Cell } from '../../../../platform/import/sheet/sheet.js';
import type { RowFault } from '../../../../platform/input/row-fault.js';
import type { ExperienceCode } from '../../experience/experience.vocabulary.js';
import type { ExpertiseInput, PublishedProfessionalInput } from '../../publishing/publishing.input.js';
import type { ProfessionalRegister } from '../../publishing/publishing.vocabulary.js';
import type { ProfessionalAdvice } from '../advice/advice-texts.js';
import type { Column } from './column-names.js';
import {
  readExperience,
  readExpertise,
  readLanguages,
  readMunicipalities,
  readPhone,
  readRegister,
  readYesNo,
} from './values.rules.js';

/** What one row of a file says of a professional. */
export interface ImportedDetails {
  readonly key: string | null;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly register: ProfessionalRegister | null;
  readonly registrationNumber: string | null;
  readonly expertise: ExpertiseInput[] | null;
  readonly municipalityCodes: string[] | null;
  readonly languages: string[] | null;
  readonly workPhone: string | null;
  readonly isPhoneShown: boolean | null;
  readonly workEmail: string | null;
  readonly isEmailShown: boolean | null;
  readonly isVisible: boolean | null;
  readonly isActive: boolean | null;
  readonly experience: ExperienceCode[] | null;
  readonly isExperienceShown: boolean | null;
  /** yyyy-mm-dd; what else the row says is passed over then. */
  readonly leftOn: string | null;
}

export type ImportRow = FileRow<ImportedDetails>;

type Cells = (column: Column) => Cell;
type Readings = { readonly [column in keyof ImportedDetails]: Reading<unknown, ProfessionalAdvice> };

/** Reads one row; `cellOf` gives the cell of a column, null where there is none. */
export function readRow(row: number, form: RowForm, cellOf: Cells): ImportRow {
  const isLeaving = cellOf('leftOn') !== null;
  const given: Cells = isLeaving
    ? (column) => (column === 'key' || column === 'leftOn' ? cellOf(column) : null)
    : cellOf;
  return { row, form, ...readColumns<ImportedDetails>(readingsOf(given, form, isLeaving)) };
}

/** A row of which nothing can be read but perhaps the key of its professional. */
export function unreadRow(row: number, form: RowForm, key: string | null, faults: RowFault[]): ImportRow {
  const { values } = readColumns<ImportedDetails>(readingsOf(() => null, form, true));
  return { row, form, values: { ...values, key }, faults };
}

/** A row without faults, as it is published. Without another word somebody can be asked and speaks Dutch; what is shown stays as it was. */
export function toPublished(values: ImportedDetails): PublishedProfessionalInput {
  const { key, leftOn, register, registrationNumber, name, jobTitle, isVisible, ...details } = values;
  if (key === null) throw new Error('a row without faults has a key');
  if (leftOn !== null) return { key, leftOn };
  if (name === null || jobTitle === null || isVisible === null)
    throw new Error('a row without faults says all of this');
  return {
    key,
    professional: {
      ...{ name, jobTitle, isVisible, workPhone: details.workPhone, workEmail: details.workEmail },
      registration: register === null || registrationNumber === null ? null : { register, number: registrationNumber },
      expertise: details.expertise ?? [],
      experience: details.experience ?? [],
      municipalityCodes: details.municipalityCodes ?? [],
      languages: details.languages ?? ['nl'],
      ...{ isPhoneShown: details.isPhoneShown, isEmailShown: details.isEmailShown },
      isExperienceShown: details.isExperienceShown,
      isActive: details.isActive ?? true,
    },
  };
}

function readingsOf(cellOf: Cells, form: RowForm, isLeaving: boolean): Readings {
  const needed = <T>(reading: Reading<T, ProfessionalAdvice>): Reading<T, ProfessionalAdvice> =>
    isLeaving ? reading : mustBe<T, ProfessionalAdvice>(reading, 'MISSING');
  return {
    key: mustBe<string, ProfessionalAdvice>(readText(cellOf('key')), form === 'SHEET' ? 'KEY_MISSING' : 'MISSING'),
    name: needed(readText(cellOf('name'))),
    jobTitle: needed(readText(cellOf('jobTitle'))),
    ...registrationOf(readRegister(cellOf('register')), readText(cellOf('registrationNumber'))),
    expertise: readExpertise(cellOf('expertise')),
    municipalityCodes: needed(readMunicipalities(cellOf('municipalityCodes'))),
    languages: readLanguages(cellOf('languages')),
    workPhone: readPhone(cellOf('workPhone')),
    isPhoneShown: readYesNo(cellOf('isPhoneShown')),
    workEmail: readText(cellOf('workEmail')),
    isEmailShown: readYesNo(cellOf('isEmailShown')),
    isVisible: needed(readYesNo(cellOf('isVisible'))),
    isActive: readYesNo(cellOf('isActive')),
    experience: readExperience(cellOf('experience')),
    isExperienceShown: readYesNo(cellOf('isExperienceShown')),
    leftOn: readDay(cellOf('leftOn')),
  };
}

/** A register and a number belong together. */
function registrationOf(
  register: Reading<ProfessionalRegister, ProfessionalAdvice>,
  number: Reading<string, ProfessionalAdvice>,
): Pick<Readings, 'register' | 'registrationNumber'> {
  const isThere = (reading: Reading<unknown, string>): boolean => !('value' in reading) || reading.value !== null;
  return {
    register: isThere(number) ? mustBe<ProfessionalRegister, ProfessionalAdvice>(register, 'REGISTER') : register,
    registrationNumber: isThere(register) ? mustBe<string, ProfessionalAdvice>(number, 'MISSING') : number,
  };
}
