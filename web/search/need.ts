import type { NeedInput } from '../generated/operations.js';
import {
  ladderRung,
  timeWindow,
  type Characteristic,
  type LadderRung,
  type PlaceFeature,
  type Sex,
  type TimeWindow,
} from '../generated/words.js';
import { codeOf } from '../parts/forms/municipality-code.js';
import { decimal, isHalves, isWhole, known } from '../parts/forms/typed.js';

/** A need as it stands in the form: text as it was typed. */
export interface NeedDraft {
  readonly municipality: string;
  readonly birthYear: string;
  readonly rungs: readonly LadderRung[];
  readonly startByOn: string;
  readonly hoursPerWeek: string;
  readonly timeWindows: readonly TimeWindow[];
  readonly childrenTogether: string;
  readonly maxDistanceKm: string;
  readonly isCrisis: boolean;
  readonly contractedOnly: boolean;
  readonly nearPostcode4: string;
  readonly schoolPostcode4: string;
  readonly sex: Sex | '';
  readonly characteristics: readonly Characteristic[];
  readonly placeFeatures: readonly PlaceFeature[];
}

export const emptyNeed: NeedDraft = {
  municipality: '',
  birthYear: '',
  rungs: [],
  startByOn: '',
  hoursPerWeek: '',
  timeWindows: [],
  childrenTogether: '',
  maxDistanceKm: '',
  isCrisis: false,
  contractedOnly: false,
  nearPostcode4: '',
  schoolPostcode4: '',
  sex: '',
  characteristics: [],
  placeFeatures: [],
};

/** What keeps a draft from being a need: the field, and what to do, in Dutch. */
export type NeedFaults = Readonly<Partial<Record<keyof NeedDraft, string>>>;

/** The need that a draft describes, or what must be mended first. */
export function toNeed(draft: NeedDraft): { readonly need: NeedInput } | { readonly faults: NeedFaults } {
  const municipalityCode = codeOf(draft.municipality);
  const faults: NeedFaults = {
    ...(municipalityCode === null && { municipality: 'Kies een gemeente uit de lijst.' }),
    ...(!isWhole(draft.birthYear, 1_990, 2_100) && { birthYear: 'Vul een jaar in, zoals 2014.' }),
    ...(!isHalves(draft.hoursPerWeek) && { hoursPerWeek: 'Vul uren in, in stappen van een half uur, zoals 4,5.' }),
    ...(draft.childrenTogether !== '' &&
      !isWhole(draft.childrenTogether, 1, 12) && { childrenTogether: 'Vul een getal van 1 tot en met 12 in.' }),
    ...(!isPostcode(draft.nearPostcode4) && { nearPostcode4: 'Vul vier cijfers in, zoals 8232.' }),
    ...(!isPostcode(draft.schoolPostcode4) && { schoolPostcode4: 'Vul vier cijfers in, zoals 8232.' }),
    ...distanceFault(draft),
  };
  if (municipalityCode === null || Object.keys(faults).length > 0) return { faults };
  return { need: needOf(draft, municipalityCode) };
}

function needOf(draft: NeedDraft, municipalityCode: string): NeedInput {
  const { rungs, timeWindows, characteristics, placeFeatures, isCrisis, contractedOnly } = draft;
  return {
    municipalityCode,
    birthYear: Number(draft.birthYear),
    rungs,
    timeWindows,
    characteristics,
    placeFeatures,
    isCrisis,
    contractedOnly,
    ...(draft.startByOn !== '' && { startByOn: draft.startByOn }),
    ...(draft.hoursPerWeek !== '' && { hoursPerWeek: decimal(draft.hoursPerWeek) }),
    ...(draft.childrenTogether !== '' && { childrenTogether: Number(draft.childrenTogether) }),
    ...(draft.maxDistanceKm !== '' && { maxDistanceKm: Number(draft.maxDistanceKm) }),
    ...(draft.nearPostcode4 !== '' && { nearPostcode4: draft.nearPostcode4 }),
    ...(draft.schoolPostcode4 !== '' && { schoolPostcode4: draft.schoolPostcode4 }),
    ...(draft.sex !== '' && { sex: draft.sex }),
  };
}

function distanceFault({ maxDistanceKm, nearPostcode4 }: NeedDraft): NeedFaults {
  if (maxDistanceKm === '') return {};
  if (!isWhole(maxDistanceKm, 1, 400)) return { maxDistanceKm: 'Vul een getal van 1 tot en met 400 in.' };
  return nearPostcode4 === '' ? { nearPostcode4: 'Een afstand is er vanaf een postcode: vul die ook in.' } : {};
}

function isPostcode(text: string): boolean {
  return text === '' || /^[1-9]\d{3}$/.test(text);
}

/** What may stand in the address bar: what help is sought, and of the child no more than its year of birth and municipality. */
const shareable = {
  gemeente: 'municipality',
  geboren: 'birthYear',
  uiterlijk: 'startByOn',
  uren: 'hoursPerWeek',
  kinderen: 'childrenTogether',
} as const;

/** The part of a draft that an address may tell to others. The rest stays in this tab: `ownPart`. */
export function toAddress(draft: NeedDraft): URLSearchParams {
  const query = new URLSearchParams();
  for (const [word, field] of Object.entries(shareable)) if (draft[field] !== '') query.set(word, draft[field].trim());
  if (draft.rungs.length > 0) query.set('treden', draft.rungs.join(','));
  if (draft.timeWindows.length > 0) query.set('wanneer', draft.timeWindows.join(','));
  if (draft.isCrisis) query.set('crisis', 'ja');
  if (draft.contractedOnly) query.set('contract', 'ja');
  return query;
}

/** What says more of the child than an address should: kept by this tab with the entry of its history. */
export function ownPart(draft: NeedDraft): Partial<NeedDraft> {
  const { nearPostcode4, schoolPostcode4, maxDistanceKm, sex, characteristics, placeFeatures } = draft;
  return { nearPostcode4, schoolPostcode4, maxDistanceKm, sex, characteristics, placeFeatures };
}

/** The draft of an address, with what this tab kept of it. Whatever nobody knows is left out. */
export function fromAddress(query: URLSearchParams, own: unknown): NeedDraft {
  const texts = Object.entries(shareable).map(([word, field]) => [field, query.get(word) ?? ''] as const);
  return {
    ...emptyNeed,
    ...Object.fromEntries(texts),
    rungs: known(query.get('treden'), ladderRung),
    timeWindows: known(query.get('wanneer'), timeWindow),
    isCrisis: query.get('crisis') === 'ja',
    contractedOnly: query.get('contract') === 'ja',
    ...(typeof own === 'object' && own !== null ? ownPart({ ...emptyNeed, ...own }) : {}),
  };
}
