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
  readonly workEmail: string | null;
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly leftOn: string | null;
  readonly expertise: readonly { readonly code: string; readonly level: string }[];
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

const longestName = 200;
const longestNumber = 40;
const longestList = 400;

/** The first thing about a row that cannot be, by itself; null when it may be compared with what the hub knows. */
export function professionalFault(row: PublishedProfessionalInput, index: number, today: string): RowFault | null {
  const { key, leftOn = null, professional = null } = row;
  const at: At = (name) => `professionals.${index}.${name}`;
  if (!isKey(key)) return badValue(at('key'), `1–${longestKey}`);
  if (professional !== null && containsBsn(key)) return rowFault('CONTAINS_BSN', at('key'));
  if ((leftOn === null) === (professional === null)) return badValue(at('professional'), 'professional / leftOn');
  if (leftOn !== null) return leftOn > today || leftOn < '2000' ? badValue(at('leftOn'), `2000-01-01..${today}`) : null;
  return professional && detailsFault(professional, (name) => at(`professional.${name}`));
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
  const record = toRecord(professional);
  if (!known) return { outcome: 'CREATED', fault: null, record };
  const isSame = JSON.stringify(inOrder(known.record)) === JSON.stringify(record);
  return isSame ? { outcome: 'UNCHANGED', fault: null, record: null } : { outcome: 'CHANGED', fault: null, record };
}

export function refusedRow(fault: RowFault): ProfessionalJudgement {
  return { outcome: 'REJECTED', fault, record: null };
}

function detailsFault(details: ProfessionalDetailsInput, at: At): RowFault | null {
  return (
    textFault(at('name'), details.name, freeText) ??
    textFault(at('jobTitle'), details.jobTitle, remark) ??
    registrationFault(details.registration ?? null, at) ??
    contactFault(details, at) ??
    listsFault(details, at)
  );
}

function textFault(field: string, text: string, check: typeof freeText, longest = longestName): RowFault | null {
  return faultOf(() => check(field, text, longest)) ?? (text.trim() === '' ? badValue(field, `1–${longest}`) : null);
}

function registrationFault(registration: RegistrationInput | null, at: At): RowFault | null {
  return registration && textFault(at('registration.number'), registration.number, freeText, longestNumber);
}

function contactFault({ workPhone = null, workEmail = null }: ProfessionalDetailsInput, at: At): RowFault | null {
  return phoneFault(at('workPhone'), workPhone) ?? mailFault(at('workEmail'), workEmail);
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

function toRecord(details: ProfessionalDetailsInput): ProfessionalRecord {
  return inOrder({
    name: details.name.trim(),
    jobTitle: details.jobTitle.trim(),
    register: details.registration?.register ?? null,
    registrationNumber: details.registration?.number.trim() ?? null,
    municipalityCodes: details.municipalityCodes,
    languages: details.languages,
    workPhone: details.workPhone ?? null,
    workEmail: details.workEmail ?? null,
    isVisible: details.isVisible,
    isActive: details.isActive,
    leftOn: null,
    expertise: details.expertise,
  });
}

/** The same with fields in one order and lists without order or repetition, so that two of them can be compared as text. */
function inOrder(record: ProfessionalRecord): ProfessionalRecord {
  const { name, jobTitle, register, registrationNumber, workPhone, workEmail, isVisible, isActive, leftOn } = record;
  const asSet = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return {
    ...{ name, jobTitle, register, registrationNumber, workPhone, workEmail, isVisible, isActive, leftOn },
    municipalityCodes: asSet(record.municipalityCodes),
    languages: asSet(record.languages),
    expertise: record.expertise
      .map(({ code, level }) => ({ code, level }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
