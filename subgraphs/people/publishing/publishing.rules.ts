import { containsBsn, freeText, remark } from '../../../platform/input/free-text.js';
import { isKey, longestKey } from '../../../platform/input/own-key.js';
import { badValue, faultOf, rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import { isMunicipality } from '../../../vocabulary/places/municipality.js';
import type { ProfessionalDetailsInput, PublishedProfessionalInput, RegistrationInput } from './publishing.input.js';
import type { ProfessionalOutcome } from './publishing.vocabulary.js';
import { mailFault, phoneFault } from './work-contact.rules.js';

/** A professional as the columns of its table have it, with what it is good at: what an organisation publishes. */
export interface ProfessionalRecord {
  readonly name: string;
  readonly jobTitle: string;
  readonly register: string | null;
  readonly registrationNumber: string | null;
  readonly municipalityCodes: readonly string[];
  readonly languages: readonly string[];
  readonly workPhone: string | null;
  readonly isPhoneShown: boolean;
  readonly workEmail: string | null;
  readonly isEmailShown: boolean;
  readonly isExperienceShown: boolean;
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly leftOn: string | null;
  readonly expertise: readonly { readonly code: string; readonly level: string }[];
  readonly experience: readonly string[];
}

/** What the hub knows of a professional that is published again. */
export interface KnownProfessional {
  readonly id: string;
  readonly key: string;
  readonly record: ProfessionalRecord;
}

export interface ProfessionalJudgement {
  readonly outcome: ProfessionalOutcome;
  readonly fault: RowFault | null;
  /** What is written, where something is. */
  readonly record: ProfessionalRecord | null;
}

type At = (name: string) => string;

export const longestName = 200;
export const longestNumber = 40;
const longestList = 400;

/** The first thing about a row that cannot be, by itself; null when it may be compared with what the hub knows. */
export function professionalFault(row: PublishedProfessionalInput, index: number, today: string): RowFault | null {
  const { key, leftOn = null, professional = null } = row;
  const at: At = (name) => `professionals.${index}.${name}`;
  if (!isKey(key)) return badValue(at('key'), `1–${longestKey}`);
  if (professional !== null && containsBsn(key)) return rowFault('CONTAINS_BSN', at('key'));
  if ((leftOn === null) === (professional === null)) return badValue(at('professional'), 'professional / leftOn');
  if (leftOn !== null) return leftOn > today || leftOn < '2000' ? badValue(at('leftOn'), `2000-01-01..${today}`) : null;
  return professionalFaults(row, index)[0] ?? null;
}

/** Everything that is wrong with who a professional is said to be. */
export function professionalFaults({ professional }: PublishedProfessionalInput, index: number): readonly RowFault[] {
  return professional ? detailsFaults(professional, (name) => `professionals.${index}.professional.${name}`) : [];
}

/** What becomes of a row that is right by itself; without `known` its key is new. */
export function judgeProfessional(
  { leftOn, professional }: PublishedProfessionalInput,
  known: KnownProfessional | undefined,
  index: number,
): ProfessionalJudgement {
  if (leftOn != null || !professional)
    return known
      ? { outcome: 'LEFT', fault: null, record: null }
      : refusedRow(rowFault('PROFESSIONAL_KEY_UNKNOWN', `professionals.${index}.key`));
  const record = toRecord(professional, known);
  if (!known) return { outcome: 'CREATED', fault: null, record };
  const isSame = JSON.stringify(comparable(known.record)) === JSON.stringify(record);
  return isSame ? { outcome: 'UNCHANGED', fault: null, record: null } : { outcome: 'CHANGED', fault: null, record };
}

export function refusedRow(fault: RowFault): ProfessionalJudgement {
  return { outcome: 'REJECTED', fault, record: null };
}

function detailsFaults(details: ProfessionalDetailsInput, at: At): readonly RowFault[] {
  return [
    textFault(at('name'), details.name, freeText),
    textFault(at('jobTitle'), details.jobTitle, remark),
    registrationFault(details.registration ?? null, at),
    phoneFault(at('workPhone'), details.workPhone ?? null),
    mailFault(at('workEmail'), details.workEmail ?? null),
    listsFault(details, at),
  ].filter((fault) => fault !== null);
}

function textFault(field: string, text: string, check: typeof freeText, longest = longestName): RowFault | null {
  return faultOf(() => check(field, text, longest)) ?? (text.trim() === '' ? badValue(field, `1–${longest}`) : null);
}

function registrationFault(registration: RegistrationInput | null, at: At): RowFault | null {
  return registration && textFault(at('registration.number'), registration.number, freeText, longestNumber);
}

function listsFault({ municipalityCodes, languages, expertise }: ProfessionalDetailsInput, at: At): RowFault | null {
  const lists = { municipalityCodes, languages };
  const odd = Object.entries(lists).find(([, list]) => list.length < 1 || list.length > longestList);
  if (odd) return badValue(at(odd[0]), `1..${longestList}`);
  const unknown = municipalityCodes.findIndex((code) => !isMunicipality(code));
  if (unknown >= 0) return rowFault('UNKNOWN_MUNICIPALITY', at(`municipalityCodes.${unknown}`));
  const isRepeated = new Set(expertise.map(({ code }) => code)).size < expertise.length;
  return isRepeated ? badValue(at('expertise'), 'each code once') : null;
}

/** What is said of a professional, as it is kept: of what is not said, what the professional decided before stands. */
export function toRecord(
  details: ProfessionalDetailsInput,
  known: Pick<KnownProfessional, 'record'> | undefined,
): ProfessionalRecord {
  const before = known?.record;
  return comparable({
    name: details.name.trim(),
    jobTitle: details.jobTitle.trim(),
    register: details.registration?.register ?? null,
    registrationNumber: details.registration?.number.trim() ?? null,
    municipalityCodes: details.municipalityCodes,
    languages: details.languages,
    workPhone: details.workPhone ?? null,
    isPhoneShown: details.isPhoneShown ?? before?.isPhoneShown ?? true,
    workEmail: details.workEmail ?? null,
    isEmailShown: details.isEmailShown ?? before?.isEmailShown ?? true,
    isExperienceShown: details.isExperienceShown ?? staysShown(details.experience, before),
    isVisible: details.isVisible,
    isActive: details.isActive,
    leftOn: null,
    expertise: details.expertise,
    experience: details.experience,
  });
}

/** Who agreed to show what they went through agreed to that: of what is added later it must be said anew. */
function staysShown(experience: readonly string[], before: ProfessionalRecord | undefined): boolean {
  return (
    before !== undefined && before.isExperienceShown && experience.every((code) => before.experience.includes(code))
  );
}

/** The same with fields in one order and lists without order or repetition, so that two of them can be compared as text. */
export function comparable(record: ProfessionalRecord): ProfessionalRecord {
  const { name, jobTitle, register, registrationNumber, workPhone, workEmail, isVisible, isActive, leftOn } = record;
  const asSet = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return {
    ...{ name, jobTitle, register, registrationNumber, workPhone, workEmail, isVisible, isActive, leftOn },
    ...{ isPhoneShown: record.isPhoneShown, isEmailShown: record.isEmailShown },
    isExperienceShown: record.experience.length > 0 && record.isExperienceShown,
    experience: asSet(record.experience),
    municipalityCodes: asSet(record.municipalityCodes),
    languages: asSet(record.languages),
    expertise: record.expertise
      .map(({ code, level }) => ({ code, level }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
