import type { Caller } from '../../../platform/identity/caller.js';
import { ownOrganisation } from '../access/own-organisation.js';
import type { PublicationOutcome } from '../publishing/publication/publication-outcome.js';
import { reportFault, type PublishedReport } from '../publishing/publication/publication.rules.js';
import { mostRows, type publicationService } from '../publishing/publication/publication.service.js';
import { rowFault, type RowFault } from '../report/row-fault.js';
import { toInstant } from './columns/days.rules.js';
import type { ImportReport, ImportRow } from './columns/row.rules.js';
import type { ImportedOffer, ImportReadModel, ShownFigure } from './import.read-model.js';

/** What became of one row of a file. Survives JSON. */
export interface ImportedRow {
  readonly row: number;
  readonly offerKey: string | null;
  readonly outcome: PublicationOutcome;
  readonly fault: RowFault | null;
  /** The figure before and after it, where it changes. */
  readonly from: ShownFigure | null;
  readonly to: ShownFigure | null;
}

type ReadableRow = Extract<ImportRow, { fault: null }>;

/** Publishes rows of a file as any other figures: their outcome is that of a publication. */
export function importService(known: ImportReadModel, publications: ReturnType<typeof publicationService>) {
  /** Rows of different offers, at the most as many as fit in one publication. */
  async function publish(
    caller: Caller,
    rows: readonly ReadableRow[],
    offers: ReadonlyMap<string, ImportedOffer>,
    now: Date,
  ): Promise<ImportedRow[]> {
    const reports = rows.map(({ report }) => toReport(report, offers.get(report.offerKey), now));
    const record = await publications.publish(caller, { asOf: now, isAtomic: false, method: 'IMPORT', reports });
    return rows.map(({ row, report: { offerKey } }, index) => {
      const { outcome = 'REJECTED', fault = null } = record.rows[index] ?? {};
      const isChange = outcome === 'ACCEPTED';
      const to = isChange ? shown(reports[index], now) : null;
      return { row, offerKey, outcome, fault: fault && named(fault), from: null, to };
    });
  }

  return {
    now: known.now,

    /**
     * Takes rows in, in their order; several of one offer one after the other. Call it in a transaction. Ends with the signal's reason
     * once nobody waits for it any more.
     */
    async take(caller: Caller, rows: readonly ImportRow[], now: Date, signal: AbortSignal): Promise<ImportedRow[]> {
      const readable = rows.filter((row): row is ReadableRow => row.fault === null);
      const unreadable = rows.flatMap((row) => (row.fault === null ? [] : [refused(row)]));
      const keys = new Set(readable.map(({ report }) => report.offerKey));
      const offers = await known.findOffers(ownOrganisation(caller), [...keys]);
      const newest = new Map([...offers].map(([key, offer]) => [key, offer.newest]));
      const isOpen = ({ report }: ReadableRow): boolean => offers.get(report.offerKey)?.isRetired === false;
      const closed = readable.filter((row) => !isOpen(row)).map((row) => withoutOffer(row, offers, now));
      const published: ImportedRow[] = [];
      for (const round of roundsOf(readable.filter(isOpen))) {
        signal.throwIfAborted();
        for (const taken of await publish(caller, round, offers, now)) published.push(withFrom(taken, newest));
      }
      return [...unreadable, ...closed, ...published].sort((one, other) => one.row - other.row);
    },
  };
}

/** The rows in rounds, each a publication: in each an offer stands once, and a later row of it in a later round. */
function roundsOf(rows: readonly ReadableRow[]): ReadableRow[][] {
  const rounds: ReadableRow[][] = [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const count = counts.get(row.report.offerKey) ?? 0;
    counts.set(row.report.offerKey, count + 1);
    (rounds[count] ??= []).push(row);
  }
  return rounds.flatMap((round) => inParts(round, mostRows));
}

/** A row whose offer is unknown or retired: whatever the rows before it say, nothing is stored. */
function withoutOffer(
  { row, report }: ReadableRow,
  offers: ReadonlyMap<string, ImportedOffer>,
  now: Date,
): ImportedRow {
  const { offerKey } = report;
  const offer = offers.get(offerKey);
  const code = offer ? 'OFFER_KEY_RETIRED' : 'OFFER_KEY_UNKNOWN';
  const fault = reportFault(toReport(report, offer, now), 0, now) ?? rowFault(code, 'offerKey');
  return { row, offerKey, outcome: 'REJECTED', fault: named(fault), from: null, to: null };
}

/** A list in lists of at the most so many. */
export function inParts<T>(list: readonly T[], most: number): T[][] {
  const parts = Math.ceil(list.length / most);
  return Array.from({ length: parts }, (_, index) => list.slice(index * most, (index + 1) * most));
}

/** What a file leaves open: the unit is that of the offer, and whether there is capacity follows from the number. */
function toReport(report: ImportReport, offer: ImportedOffer | undefined, now: Date): PublishedReport {
  const { asOf, available } = report;
  return {
    ...report,
    unit: report.unit ?? offer?.unit ?? 'PLACE',
    status: report.status ?? (available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY'),
    asOf: asOf === null ? null : toInstant(asOf, now),
  };
}

function shown(report: PublishedReport | undefined, now: Date): ShownFigure | null {
  if (!report) return null;
  const { status, available, maximum, asOf } = report;
  return { status, available, maximum, asOf: (asOf ?? now).toISOString() };
}

/** The row with the figure that it replaces: that of an earlier row, where one changed it. */
function withFrom(taken: ImportedRow, newest: Map<string, ShownFigure | null>): ImportedRow {
  const { offerKey, to } = taken;
  if (offerKey === null || to === null) return taken;
  const from = newest.get(offerKey) ?? null;
  newest.set(offerKey, to);
  return { ...taken, from };
}

/** `reports.3.available` is the column `available`. */
function named({ code, parameters }: RowFault): RowFault {
  return rowFault(code, parameters.field.split('.').at(-1) ?? '', parameters);
}

function refused(row: Extract<ImportRow, { report: null }>): ImportedRow {
  const { row: number, offerKey, fault } = row;
  return { row: number, offerKey, outcome: 'REJECTED', fault, from: null, to: null };
}
