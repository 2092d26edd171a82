import { columnsOf } from '../../../../platform/import/columns/columns.rules.js';

/** The columns of a file of professionals, in the order of the template: the Dutch name first, which is the one that it writes. */
export const columnNames = {
  key: ['sleutel', 'key', 'kenmerk', 'personeelsnummer'],
  name: ['naam', 'name', 'naam medewerker'],
  jobTitle: ['functie', 'jobtitle', 'job title'],
  register: ['register'],
  registrationNumber: ['registratienummer', 'registrationnumber', 'registration number'],
  expertise: ['deskundigheid', 'expertise'],
  municipalityCodes: ['gemeenten', 'municipalitycodes', 'municipality codes', 'gemeente', 'werkgebied'],
  languages: ['talen', 'languages', 'taal'],
  workPhone: ['telefoon werk', 'workphone', 'work phone', 'telefoon', 'telefoonnummer'],
  isPhoneShown: ['telefoon tonen', 'isphoneshown', 'is phone shown'],
  workEmail: ['e-mail werk', 'workemail', 'work email', 'e-mail', 'email', 'e-mailadres'],
  isEmailShown: ['e-mail tonen', 'isemailshown', 'is email shown'],
  isVisible: ['vindbaar', 'isvisible', 'is visible', 'zichtbaar'],
  isActive: ['inzetbaar', 'isactive', 'is active'],
  experience: ['ervaring', 'experience', 'ervaringsdeskundigheid'],
  isExperienceShown: ['ervaring tonen', 'isexperienceshown', 'is experience shown'],
  leftOn: ['uit dienst per', 'lefton', 'left on', 'uit dienst'],
  confirmedAt: ['laatst bevestigd'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columnNames;

/** The columns of a file of professionals. When they were last confirmed is for the reader of a sheet. */
export const professionalColumns = columnsOf<Column>({
  names: columnNames,
  key: 'key',
  required: ['key', 'name', 'jobTitle', 'municipalityCodes', 'isVisible'],
  unread: ['confirmedAt'],
  given: [],
});
