import { isKey, repeatedIn } from '../../../../platform/input/own-key.js';
import type { CapacityUnit } from '../../availability/capacity-codes.js';
import { figuresFaults, type Figures, type Partly } from '../../report/figures.rules.js';
import { badValue, rowFault, wholeFault, type RowFault } from '../../../../platform/input/row-fault.js';
import type { PublicationOutcome } from './publication-outcome.js';

/** One report of a publication. */
export interface PublishedReport extends Figures {
  /** The provider's own key of the offer. */
  readonly offerKey: string;
  /** Without one the hub gives the next of this source. */
  readonly sequence: number | null;
  /** The moment that it speaks of, where that is not the moment of the whole publication. */
  readonly asOf: Date | null;
}

/** What the hub knows about a report, computed at one moment. */
export interface ReportFacts {
  readonly offerId: string;
  readonly unit: CapacityUnit;
  readonly isRetired: boolean;
  /** More than `minutesAhead` after the moment at which it came in. */
  readonly isAhead: boolean;
  /** This source used this sequence or a higher one, be it in a report that was withdrawn since. */
  readonly isSequenceUsed: boolean;
  /** The newest report that stands is this very one: of this source, under this sequence, of the same moment and saying the same. */
  readonly isRepeated: boolean;
  /** A report of an earlier moment than the newest that stands, or of the same moment and before it in order. */
  readonly isBehindNewest: boolean;
  /** The newest report that stands says the same. */
  readonly isSameAsNewest: boolean;
}

export interface Judgement {
  readonly outcome: PublicationOutcome;
  readonly fault: RowFault | null;
  /** Whether a report is written. */
  readonly isStored: boolean;
}

/** Room above for the sequences that the hub itself gives. */
const highestSequence = 9_000_000_000_000_000;
const earliestAsOf = Date.UTC(2000, 0, 1);
/** So far the clock of a sender may be ahead. */
export const minutesAhead = 5;

export function reportField(index: number, name: string): string {
  return `reports.${index}.${name}`;
}

/** The keys that stand in a publication more than once: which of their reports is meant cannot be known. */
export function repeatedKeys(reports: readonly { readonly offerKey: string }[]): ReadonlySet<string> {
  return repeatedIn(reports.map(({ offerKey }) => offerKey));
}

/** What is wrong with a report by itself; null when it may be compared with what the hub knows. */
export function reportFault(report: PublishedReport, index: number, asOf: Date): RowFault | null {
  const at = (name: string): string => (name === 'asOf' ? asOfField(report, index) : reportField(index, name));
  return reportFaults({ ...report, asOf: report.asOf ?? asOf }, at)[0] ?? null;
}

/** Everything that is wrong with a report by itself, as far as it is known. `at` gives the place of a value in the input. */
export function reportFaults(report: Partly<PublishedReport>, at: (name: string) => string): RowFault[] {
  const { offerKey, sequence, asOf } = report;
  const faults = [
    offerKey === null || isKey(offerKey) ? null : rowFault('OFFER_KEY_UNKNOWN', at('offerKey')),
    wholeFault(at('sequence'), sequence, 0, highestSequence),
    asOf === null || asOf.getTime() >= earliestAsOf ? null : badValue(at('asOf'), '2000-01-01..'),
  ];
  return [...faults.filter((fault) => fault !== null), ...figuresFaults(report, at)];
}

/** The outcome of a report that is right by itself; without facts its key is unknown. */
export function judge(report: PublishedReport, index: number, facts: ReportFacts | undefined): Judgement {
  const at = (name: string): string => reportField(index, name);
  if (!facts) return rejected(rowFault('OFFER_KEY_UNKNOWN', at('offerKey')));
  if (facts.isRetired) return rejected(rowFault('OFFER_KEY_RETIRED', at('offerKey')));
  const unit = unitFault(report.unit, facts.unit, at('unit'));
  if (unit) return rejected(unit);
  if (facts.isAhead) return rejected(rowFault('AS_OF_AHEAD', asOfField(report, index)));
  if (facts.isRepeated) return { outcome: 'UNCHANGED', fault: null, isStored: false };
  if (facts.isSequenceUsed) return outdated(rowFault('SEQUENCE_OUTDATED', at('sequence')));
  if (facts.isBehindNewest) return outdated(rowFault('AS_OF_OUTDATED', asOfField(report, index)));
  return { outcome: facts.isSameAsNewest ? 'UNCHANGED' : 'ACCEPTED', fault: null, isStored: true };
}

/** Figures are counted in the unit of their offer. */
export function unitFault(unit: CapacityUnit, own: CapacityUnit, field: string): RowFault | null {
  return unit === own ? null : rowFault('UNIT_DIFFERS', field, { expected: own });
}

export function rejected(fault: RowFault): Judgement {
  return { outcome: 'REJECTED', fault, isStored: false };
}

/** All or nothing: when one report is refused or overtaken, the others are told that they were fine and not stored. */
export function allOrNothing(judgements: readonly Judgement[]): Judgement[] {
  const isWhole = judgements.every(({ outcome }) => outcome === 'ACCEPTED' || outcome === 'UNCHANGED');
  if (isWhole) return [...judgements];
  return judgements.map((judgement, index) =>
    judgement.isStored ? rejected(rowFault('OTHER_ROWS_REFUSED', `reports.${index}`)) : judgement,
  );
}

function outdated(fault: RowFault): Judgement {
  return { outcome: 'OUTDATED', fault, isStored: false };
}

function asOfField({ asOf }: PublishedReport, index: number): string {
  return asOf === null ? 'asOf' : reportField(index, 'asOf');
}
