import type { Caller } from '../../../platform/identity/caller.js';
import { ownOrganisation } from '../../../platform/identity/own-organisation.js';
import type { PublicationOutcome } from '../publishing/publication/publication-outcome.js';
import type { PublishedReport } from '../publishing/publication/publication.rules.js';
import { mostRows, type publicationService } from '../publishing/publication/publication.service.js';
import type { TakenRow } from '../../../platform/import/file-row.js';
import { inParts } from '../../../platform/import/taking/parts.js';
import { rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import type { ImportRow } from './columns/row.rules.js';
import type { ImportReadModel, ShownFigure } from './import.read-model.js';
import { rowFaults, toReport } from './row-faults.rules.js';

/** What became of one row of a file. Survives JSON. */
export interface ImportedRow extends TakenRow {
  readonly offerKey: string | null;
  readonly outcome: PublicationOutcome;
  /** The figure before and after it, where it was taken. */
  readonly from: ShownFigure | null;
  readonly to: ShownFigure | null;
}

/** A row without faults, as a report. */
interface ReportedRow {
  readonly source: ImportRow;
  readonly report: PublishedReport;
}

/** Publishes rows of a file like any other figures: their outcome is that of a publication. */
export function importService(known: ImportReadModel, publications: ReturnType<typeof publicationService>) {
  /** Rows of different offers, at the most as many as fit in one publication. */
  async function publish(caller: Caller, rows: readonly ReportedRow[], now: Date): Promise<ImportedRow[]> {
    const reports = rows.map(({ report }) => report);
    const record = await publications.publish(caller, { asOf: now, isAtomic: false, method: 'IMPORT', reports });
    return rows.map(({ source, report }, index) => {
      const { outcome = 'REJECTED', fault = null } = record.rows[index] ?? {};
      const to = fault ? null : shown(report, now);
      return imported(source, outcome, fault ? [named(fault)] : [], to);
    });
  }

  return {
    now: known.now,

    /**
     * Takes rows in, in their order; several of one offer one after the other. Call it in a transaction. Ends with the signal's reason
     * once nobody waits for it any more.
     */
    async take(caller: Caller, rows: readonly ImportRow[], now: Date, signal: AbortSignal): Promise<ImportedRow[]> {
      const keys = new Set(rows.map(({ values }) => values.offerKey).filter((key) => key !== null));
      const offers = await known.findOffers(ownOrganisation(caller), [...keys]);
      const newest = new Map([...offers].map(([key, offer]) => [key, offer.newest]));
      const done: ImportedRow[] = [];
      const reported: ReportedRow[] = [];
      for (const source of rows) {
        const offer = offers.get(source.values.offerKey ?? '');
        const faults = rowFaults(source, offer, now);
        if (offer && faults.length === 0) reported.push({ source, report: toReport(source.values, offer, now) });
        else done.push(imported(source, 'REJECTED', faults, null));
      }
      for (const round of roundsOf(reported)) {
        signal.throwIfAborted();
        for (const taken of await publish(caller, round, now)) done.push(withFrom(taken, newest));
      }
      return done.sort((one, other) => one.row - other.row);
    },
  };
}

/** The rows in rounds, each a publication: in each an offer stands once, and a later row of it in a later round. */
function roundsOf(rows: readonly ReportedRow[]): ReportedRow[][] {
  const rounds: ReportedRow[][] = [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const count = counts.get(row.report.offerKey) ?? 0;
    counts.set(row.report.offerKey, count + 1);
    (rounds[count] ??= []).push(row);
  }
  return rounds.flatMap((round) => inParts(round, mostRows));
}

function shown(report: PublishedReport, now: Date): ShownFigure {
  const { status, available, maximum, nextAvailableOn, waitlistCount, waitEstimateDays, note, asOf } = report;
  const figures = { status, available, maximum, nextAvailableOn, waitlistCount, waitEstimateDays, note };
  return { ...figures, asOf: (asOf ?? now).toISOString() };
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

function imported(
  { row, form, values }: ImportRow,
  outcome: PublicationOutcome,
  faults: readonly RowFault[],
  to: ShownFigure | null,
): ImportedRow {
  return { row, form, offerKey: values.offerKey, outcome, faults, from: null, to };
}
