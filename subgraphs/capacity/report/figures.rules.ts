import { remark } from '../../../platform/input/free-text.js';
import type { CapacityStatus, CapacityUnit } from '../availability/capacity-codes.js';
import { badValue, faultOf, rowFault, wholeFault, type RowFault } from '../../../platform/input/row-fault.js';

/** What a provider says of an offer at one moment. */
export interface Figures {
  readonly status: CapacityStatus;
  readonly available: number;
  readonly maximum: number;
  readonly unit: CapacityUnit;
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
  readonly note: string | null;
}

/** No offer is larger: what is counted in it has numbers from 1 on. */
const largestMaximum = 10_000;
const longestWaitlist = 10_000;
const longestWaitDays = 3_650;
export const longestReportNote = 500;

/** The same where some of it is not known. */
export type Partly<T> = { readonly [K in keyof T]: T[K] | null };

/** Everything about figures that cannot be, as far as they are known. `at` gives the place of a value in the input. */
export function figuresFaults(figures: Partly<Figures>, at: (name: string) => string): RowFault[] {
  const { maximum, waitlistCount, waitEstimateDays, nextAvailableOn, note } = figures;
  const faults = [
    wholeFault(at('maximum'), maximum, 0, largestMaximum),
    availableFault(figures, at('available')),
    wholeFault(at('waitlistCount'), waitlistCount, 0, longestWaitlist),
    wholeFault(at('waitEstimateDays'), waitEstimateDays, 0, longestWaitDays),
    dayFault(at('nextAvailableOn'), nextAvailableOn),
    faultOf(() => remark(at('note'), note, longestReportNote)),
  ];
  return faults.filter((fault) => fault !== null);
}

function availableFault({ status, available, maximum }: Partly<Figures>, field: string): RowFault | null {
  const fault = wholeFault(field, available, 0, largestMaximum);
  if (fault || available === null) return fault;
  if (maximum !== null && available > maximum) return rowFault('AVAILABLE_ABOVE_MAXIMUM', field);
  return status !== null && contradicts(status, available) ? rowFault('STATUS_CONTRADICTS_AVAILABLE', field) : null;
}

/** Who has capacity has something free; who first wants to look closer may; nobody else has. */
function contradicts(status: CapacityStatus, available: number): boolean {
  if (status === 'ADDITIONAL_ASSESSMENT_REQUIRED') return false;
  return (status === 'HAS_CAPACITY') !== available > 0;
}

/** A day of this century in the form yyyy-mm-dd; null when it is one, or was not given. */
export function dayFault(field: string, day: string | null): RowFault | null {
  if (day === null) return null;
  const isDay = /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(day) && isInCalendar(day);
  return isDay ? null : badValue(field, '2000-01-01..2099-12-31');
}

function isInCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
