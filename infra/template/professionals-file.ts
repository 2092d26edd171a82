import { momentText } from '../../platform/import/columns/days.rules.js';
import { ExperienceCode } from '../../subgraphs/people/experience/experience.vocabulary.js';
import { ExpertiseCode, ExpertiseLevel } from '../../subgraphs/people/expertise/expertise.vocabulary.js';
import { professionalColumns, type Column } from '../../subgraphs/people/import/columns/column-names.js';
import { languageText, yesNo } from '../../subgraphs/people/import/columns/values.rules.js';
import { ProfessionalRegister } from '../../subgraphs/people/publishing/publishing.vocabulary.js';
import type { OwnProfessional } from './own-professionals.js';
import { writeTemplate, type Value } from './spreadsheet.js';

const answers = Object.values(yesNo.dutch);
const registers: readonly string[] = ProfessionalRegister.codes;

/**
 * A spreadsheet to mend and to import: a row for each professional as the hub knows them, and lists to choose from. Of several in one cell
 * the list gives the words.
 */
export function professionalsFile(professionals: readonly OwnProfessional[]): Promise<Buffer> {
  return writeTemplate<Column, OwnProfessional>({
    sheet: 'Medewerkers',
    columns: professionalColumns,
    rows: professionals,
    valueOf: (professional, column) => valuesOf(professional)[column],
    lists: [
      ['register', registers],
      ['expertise', everyExpertise()],
      ['isPhoneShown', answers],
      ['isEmailShown', answers],
      ['isVisible', answers],
      ['isActive', answers],
      ['experience', Object.values(ExperienceCode.dutch)],
      ['isExperienceShown', answers],
    ],
  });
}

function everyExpertise(): string[] {
  return ExpertiseCode.codes.flatMap((code) => ExpertiseLevel.codes.map((level) => expertiseText({ code, level })));
}

function valuesOf(one: OwnProfessional): Readonly<Record<Column, Value>> {
  const { key, name, jobTitle, registration, workContact, confirmedAt } = one;
  return {
    ...{ key, name, jobTitle },
    register: registration?.register ?? null,
    registrationNumber: registration?.number ?? null,
    expertise: listed(one.expertise.map(expertiseText)),
    municipalityCodes: listed(one.municipalities.map((municipality) => municipality.name)),
    languages: listed(one.languages.map(languageText)),
    workPhone: workContact.phone,
    isPhoneShown: answer(workContact.isPhoneShown),
    workEmail: workContact.email,
    isEmailShown: answer(workContact.isEmailShown),
    isVisible: answer(one.isVisible),
    isActive: answer(one.isActive),
    experience: listed(one.experience.map((code) => ExperienceCode.dutch[code])),
    isExperienceShown: one.experience.length === 0 ? null : answer(one.isExperienceShown),
    leftOn: null,
    confirmedAt: confirmedAt === null ? null : momentText(new Date(confirmedAt)),
  };
}

function expertiseText({ code, level }: OwnProfessional['expertise'][number]): string {
  return `${ExpertiseCode.dutch[code]}: ${ExpertiseLevel.dutch[level]}`;
}

function answer(isSo: boolean | null): string | null {
  return isSo === null ? null : yesNo.dutch[isSo ? 'YES' : 'NO'];
}

function listed(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join('; ');
}
