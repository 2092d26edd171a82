import type { CapacityReportInput } from '../../generated/operations.js';
import type { CapacityStatus } from '../../generated/words.js';
import type { OwnOffer } from '../own-offers.js';

/** A figure as somebody types it. */
export interface FigureDraft {
  readonly available: string;
  readonly maximum: string;
  readonly waitlistCount: string;
  readonly nextAvailableOn: string;
  readonly status: CapacityStatus | '';
}

/** What is wrong, at the field where it is. */
export type FigureFaults = Partial<Readonly<Record<keyof FigureDraft, string>>>;

/** What the hub takes at the most, as the size of an offer and on a waiting list. */
const most = 10_000;

/** Begins with what was told last. A status that follows from the number is not typed again. */
export function draftOf({ latestReport }: OwnOffer): FigureDraft {
  const { available, maximum, waitlistCount, nextAvailableOn, status } = latestReport ?? {};
  const follows = status === undefined || status === usualStatus(available ?? 0);
  return {
    available: numberText(available),
    maximum: numberText(maximum),
    waitlistCount: numberText(waitlistCount),
    nextAvailableOn: nextAvailableOn ?? '',
    status: follows ? '' : status,
  };
}

/** The report that was typed, without its moment, or what is wrong with it. */
export function toReport(
  { key, unit, latestReport }: OwnOffer,
  draft: FigureDraft,
): { readonly report: Omit<CapacityReportInput, 'sequence'> } | { readonly faults: FigureFaults } {
  const available = whole(draft.available);
  const maximum = whole(draft.maximum);
  const waitlistCount = draft.waitlistCount.trim() === '' ? null : whole(draft.waitlistCount);
  const faults: FigureFaults = {
    ...(available === null && { available: 'Vul een heel getal in, 0 of meer.' }),
    ...(maximum === null && { maximum: 'Vul een heel getal in, 0 of meer.' }),
    ...(available !== null &&
      maximum !== null &&
      available > maximum && { available: 'Er kan niet meer vrij zijn dan er in totaal is.' }),
    ...(draft.waitlistCount.trim() !== '' &&
      waitlistCount === null && { waitlistCount: 'Vul een heel getal in, of niets.' }),
    ...(draft.status === 'HAS_CAPACITY' &&
      available === 0 && { status: 'Er is plaats, maar u vulde in dat er niets vrij is.' }),
  };
  if (available === null || maximum === null || Object.keys(faults).length > 0) return { faults };
  const nextAvailableOn = draft.nextAvailableOn === '' ? null : draft.nextAvailableOn;
  // an expected wait goes on as it was told: it is no field here
  const waitEstimateDays = latestReport?.waitEstimateDays ?? null;
  const status = draft.status === '' ? usualStatus(available) : draft.status;
  return {
    report: { offerKey: key ?? '', unit, status, available, maximum, waitlistCount, nextAvailableOn, waitEstimateDays },
  };
}

/** What follows from a number alone, as in a file. */
function usualStatus(available: number): CapacityStatus {
  return available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY';
}

function whole(text: string): number | null {
  const number = /^[0-9]{1,5}$/.test(text.trim()) ? Number(text) : null;
  return number === null || number > most ? null : number;
}

function numberText(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number);
}
