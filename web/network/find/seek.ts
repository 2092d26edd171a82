import type { ProfessionalSearchInput } from '../../generated/operations.js';
import { expertiseCode, timeWindow, type ExpertiseCode, type TimeWindow } from '../../generated/words.js';
import { codeOf } from '../../parts/forms/municipality-code.js';
import { decimal, isHalves, isWhole, known } from '../../parts/forms/typed.js';

/** Whom somebody seeks, as it stands in the form: text as it was typed. */
export interface SeekDraft {
  readonly municipality: string;
  readonly text: string;
  readonly language: string;
  readonly hoursPerWeek: string;
  readonly fromOn: string;
  readonly weeks: string;
  readonly expertise: readonly ExpertiseCode[];
  readonly timeWindows: readonly TimeWindow[];
}

export type SeekFaults = Readonly<Partial<Record<keyof SeekDraft, string>>>;

/** By its word in the address. */
const texts = {
  gemeente: 'municipality',
  woorden: 'text',
  taal: 'language',
  uren: 'hoursPerWeek',
  vanaf: 'fromOn',
  weken: 'weeks',
} as const;

const longestText = 100;

/** The search that a draft describes, or what must be mended first. */
export function toSearch(
  draft: SeekDraft,
): { readonly search: ProfessionalSearchInput } | { readonly faults: SeekFaults } {
  const municipalityCode = codeOf(draft.municipality);
  const faults: SeekFaults = {
    ...(municipalityCode === null && { municipality: 'Kies een gemeente uit de lijst.' }),
    ...(draft.text.trim().length > longestText && { text: `Gebruik hoogstens ${longestText} letters.` }),
    ...hoursFaults(draft),
  };
  if (municipalityCode === null || Object.keys(faults).length > 0) return { faults };
  return { search: searchOf(draft, municipalityCode) };
}

function hoursFaults({ hoursPerWeek, weeks }: SeekDraft): SeekFaults {
  return {
    ...(!isHalves(hoursPerWeek) && { hoursPerWeek: 'Vul uren in, in stappen van een half uur, zoals 4,5.' }),
    ...(weeks !== '' && !isWhole(weeks, 1, 104) && { weeks: 'Vul een getal van 1 tot en met 104 in.' }),
  };
}

/** When hours count is asked with how many they are only. */
function searchOf(draft: SeekDraft, municipalityCode: string): ProfessionalSearchInput {
  const { text, expertise, language, hoursPerWeek, timeWindows, fromOn, weeks } = draft;
  return {
    municipalityCode,
    expertise: expertise.map((code) => ({ code })),
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(language !== '' && { language }),
    ...(hoursPerWeek !== '' && {
      hoursPerWeek: decimal(hoursPerWeek),
      ...(timeWindows.length > 0 && { timeWindows }),
      ...(fromOn !== '' && { fromOn }),
      ...(weeks !== '' && { weeks: Number(weeks) }),
    }),
  };
}

/** A draft as an address tells it: nothing of it is about a child. */
export function toAddress(draft: SeekDraft): URLSearchParams {
  const query = new URLSearchParams();
  for (const [word, field] of Object.entries(texts)) if (draft[field] !== '') query.set(word, draft[field].trim());
  if (draft.expertise.length > 0) query.set('deskundigheid', draft.expertise.join(','));
  if (draft.timeWindows.length > 0) query.set('wanneer', draft.timeWindows.join(','));
  return query;
}

/** The draft of an address. */
export function fromAddress(query: URLSearchParams): SeekDraft {
  const read = Object.entries(texts).map(([word, field]) => [field, query.get(word) ?? ''] as const);
  return {
    ...(Object.fromEntries(read) as Record<(typeof texts)[keyof typeof texts], string>),
    expertise: known(query.get('deskundigheid'), expertiseCode),
    timeWindows: known(query.get('wanneer'), timeWindow),
  };
}
