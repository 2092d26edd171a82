import { containsBsn } from '../../../../platform/input/free-text.js';
import { isKey, longestKey } from '../../../../platform/input/own-key.js';
import { badValue, rowFault, type RowFault } from '../../../../platform/input/row-fault.js';
import { detailsFault } from './details.rules.js';
import type { OfferDetailsInput, OfferRegistrationInput } from './registration.input.js';
import type { RegistrationOutcome } from './registration-outcome.js';

/** An offer as a row of the table: what may be registered of it. */
export type OfferRecord = Readonly<Record<string, unknown>>;

/** What the hub knows of an offer that is registered again. */
export interface RegisteredOffer {
  readonly id: string;
  readonly key: string;
  readonly record: OfferRecord;
  readonly isRetired: boolean;
  readonly isReported: boolean;
  /** Whether places of it are asked for or promised now. */
  readonly isHeld: boolean;
}

export interface RegistrationJudgement {
  readonly outcome: RegistrationOutcome;
  readonly fault: RowFault | null;
  /** What is written, where something is. */
  readonly record: OfferRecord | null;
}

/** What is wrong with a row by itself; null when it may be compared with what the hub knows. */
export function registrationFault(row: OfferRegistrationInput, index: number): RowFault | null {
  const { key, isRetired, offer = null } = row;
  const at = (name: string): string => `offers.${index}.${name}`;
  if (!isKey(key)) return badValue(at('key'), `1–${longestKey}`);
  if (offer !== null && containsBsn(key)) return rowFault('CONTAINS_BSN', at('key'));
  if (isRetired === (offer !== null)) return badValue(at('offer'), 'offer / isRetired');
  return offer === null ? null : detailsFault(offer, (name) => at(`offer.${name}`));
}

/** What becomes of an offer that has ended. */
export function judgeEnd(known: RegisteredOffer | undefined, index: number): RegistrationJudgement {
  const field = `offers.${index}.key`;
  if (!known) return refused(rowFault('OFFER_KEY_UNKNOWN', field));
  if (known.isRetired) return { outcome: 'UNCHANGED', fault: null, record: null };
  if (known.isHeld) return refused(rowFault('OFFER_HELD', field));
  return { outcome: 'RETIRED', fault: null, record: null };
}

/** What stands in the way of an offer as it is described, whatever its site. */
export function offerFault(known: RegisteredOffer | undefined, unit: string, index: number): RowFault | null {
  const isFixed = known?.isReported === true && known.record['unit'] !== unit;
  return isFixed ? rowFault('UNIT_FIXED', `offers.${index}.offer.unit`) : null;
}

/** What becomes of an offer that is as `record` says; one that had ended begins again, and a changed site changes its offers. */
export function judgeOffer(
  known: RegisteredOffer | undefined,
  { record, isSiteWritten }: { readonly record: OfferRecord; readonly isSiteWritten: boolean },
): RegistrationJudgement {
  if (!known) return { outcome: 'CREATED', fault: null, record };
  const isSame =
    !known.isRetired &&
    !isSiteWritten &&
    Object.entries(record).every(([column, value]) => equal(known.record[column], value));
  return isSame ? { outcome: 'UNCHANGED', fault: null, record: null } : { outcome: 'CHANGED', fault: null, record };
}

export function refused(fault: RowFault): RegistrationJudgement {
  return { outcome: 'REJECTED', fault, record: null };
}

/** All or nothing: when one row is refused, the others are told that they were fine and not stored. */
export function allOrNothing(judgements: readonly RegistrationJudgement[]): RegistrationJudgement[] {
  if (!judgements.some(({ outcome }) => outcome === 'REJECTED')) return [...judgements];
  return judgements.map((judgement, index) =>
    judgement.outcome === 'REJECTED' || judgement.outcome === 'UNCHANGED'
      ? judgement
      : refused(rowFault('OTHER_ROWS_REFUSED', `offers.${index}`)),
  );
}

/** The columns of an offer at a site; lists without order or repetition. */
export function toOfferRecord(details: OfferDetailsInput, siteId: string): OfferRecord {
  return {
    site_id: siteId,
    title: details.title.trim(),
    description: details.description.trim(),
    rung: details.rung,
    home_rung: details.homeRung ?? null,
    category: details.category,
    product_code: details.productCode,
    is_crisis: details.isCrisis,
    age_min: details.ageMin,
    age_max: details.ageMax,
    sex: details.sex ?? null,
    target_groups: asSet(details.targetGroups),
    exclusions: asSet(details.exclusions),
    legal_frameworks: asSet(details.legalFrameworks),
    children_together: details.childrenTogether,
    time_windows: asSet(details.timeWindows),
    unit: details.unit,
    capacity_model: details.capacityModel,
    working_area: asSet(details.workingArea),
    contracted_municipalities: asSet(details.contractedMunicipalities),
    languages: asSet(details.languages),
    place_features: asSet(details.placeFeatures),
  };
}

function asSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function equal(stored: unknown, given: unknown): boolean {
  const comparable = (value: unknown): unknown => (Array.isArray(value) ? asSet(value as string[]) : value);
  return JSON.stringify(comparable(stored)) === JSON.stringify(comparable(given));
}
